"""Zalo Bot, the platform of https://bot.zaloplatforms.com (not an Official Account)."""
