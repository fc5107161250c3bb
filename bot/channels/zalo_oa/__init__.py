"""A Zalo Official Account, by the OpenAPI of https://developers.zalo.me (not a Zalo Bot)."""
