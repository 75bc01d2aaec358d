"""An invariant of an Elixir program: a function of its own that is called when its main process is through."""

from __future__ import annotations

from collections.abc import Generator
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, NIL
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.modules.modules import call
from simulator.terms import Atom

BROKEN: Final = "invariant broken: "
"""How the message of the exception begins that tells of it."""


def hold(function: str) -> Generator[Any, Any, None]:
    """Call ``Module.function()``; raise in the program what is wrong, if its answer is false or nil."""
    module, _, name = function.removesuffix("/0").rpartition(".")
    answer = call(Atom(f"Elixir.{module}"), name, [])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    if answer is FALSE or answer is NIL:
        raise error("RuntimeError", message=f"{BROKEN}{function} is {'false' if answer is FALSE else 'nil'}")
