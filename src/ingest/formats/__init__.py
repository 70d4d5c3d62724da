"""Recognising formats, and reading each of them."""
