"""Scenarios that are Elixir files: their head's settings, and how they are run."""
