"""Elixir source as it is: ``.exs`` -> quoted AST -> Python functions on the kernel and the OTP room."""
