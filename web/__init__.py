"""The web page, the webhooks, health and metrics."""
