"""Erlang's data structures: arrays, queues, dictionaries and sets."""
