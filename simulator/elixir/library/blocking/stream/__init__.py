"""The twins of :mod:`simulator.elixir.library.stream`; made, never edited."""
