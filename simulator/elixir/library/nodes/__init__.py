"""Erlang's modules of nodes: calls of others, of which there are none here."""
