"""Elixir source text to quoted form."""
