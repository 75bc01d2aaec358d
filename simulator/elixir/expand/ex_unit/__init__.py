"""ExUnit's macros."""
