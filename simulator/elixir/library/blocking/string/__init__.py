"""The twins of :mod:`simulator.elixir.library.string`; made, never edited."""
