"""The twins of :mod:`simulator.elixir.library.enum`; made, never edited."""
