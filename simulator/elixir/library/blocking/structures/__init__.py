"""The twins of :mod:`simulator.elixir.library.structures`; made, never edited."""
