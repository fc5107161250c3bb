"""Lists as offices keep them, made by code, and what becomes of them."""
