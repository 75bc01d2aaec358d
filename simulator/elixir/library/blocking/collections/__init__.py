"""The twins of :mod:`simulator.elixir.library.collections`; made, never edited."""
