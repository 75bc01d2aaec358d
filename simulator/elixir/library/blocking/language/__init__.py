"""The twins of :mod:`simulator.elixir.library.language`; made, never edited."""
