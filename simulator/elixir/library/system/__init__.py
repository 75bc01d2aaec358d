"""Erlang's modules of the system beneath: code, files, time, texts."""
