"""Quoted Elixir to special forms: macros, aliases, imports, scopes, modules."""
