"""The twins of :mod:`simulator.elixir.library.erlang`; made, never edited."""
