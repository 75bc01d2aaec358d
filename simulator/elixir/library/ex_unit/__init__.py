"""ExUnit."""
