"""Elixir's Logger and what it stands on: events, handlers, filters, backends."""
