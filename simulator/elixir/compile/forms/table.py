"""All forms: importing this makes each of them known to :mod:`simulator.elixir.compile.bodies`."""

from simulator.elixir.compile.bodies import prepare
from simulator.elixir.compile.forms import branching, comprehensions, tries, waiting

__all__ = ["branching", "comprehensions", "prepare", "tries", "waiting"]
