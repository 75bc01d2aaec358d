"""All forms: importing this makes each of them known to :mod:`simulator.elixir.compile.bodies`."""

from simulator.elixir.compile import branching, comprehensions, tries, waiting
from simulator.elixir.compile.bodies import prepare

__all__ = ["branching", "comprehensions", "prepare", "tries", "waiting"]
