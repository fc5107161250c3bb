"""Directives and investment projects as they are kept."""
