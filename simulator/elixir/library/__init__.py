"""See the front of the room, :mod:`simulator.elixir`."""
