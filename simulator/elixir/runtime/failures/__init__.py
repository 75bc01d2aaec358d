"""Failures of Elixir code: what Python's errors stand for, and the words that Elixir has for them."""
