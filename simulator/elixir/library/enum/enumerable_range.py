"""The library's own implementation of ``Enumerable``, for implementations of a program that hand on to it."""

from simulator.elixir.library.enum.enumerable import BLOCKING, FUNCTIONS

__all__ = ["BLOCKING", "FUNCTIONS"]
