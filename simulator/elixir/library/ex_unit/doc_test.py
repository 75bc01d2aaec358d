"""``ExUnit.DocTest``: what an example gave against what its documentation says; the macro is the expander's."""

from __future__ import annotations

from types import GeneratorType
from typing import Any, NoReturn

from simulator.elixir.runtime.bridge import TRUE
from simulator.elixir.runtime.errors import CAUGHT, Raised, error
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.exceptions import message_of
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, inspect
from simulator.terms.maps import STRUCT, strict_equal


def compare(value: Any, expected: Any, shown: Any, code: Any, written: Any, stack: Any) -> Atom:
    """Raise unless an example gave what it is to give."""
    if strict_equal(value, expected):
        return TRUE
    failure = error(
        "ExUnit.AssertionError", message="Doctest failed", doctest=shown, expr=f"{code} === {written}", left=value,
        right=expected,
    )  # fmt: skip
    failure.stack = stack
    raise failure


def fail(message: Any, shown: Any, stack: Any) -> NoReturn:
    """Raise that an example failed."""
    failure = error("ExUnit.AssertionError", message=message, doctest=shown)
    failure.stack = stack
    raise failure


def expect_error(function: Any, exception: Any, message: Any, shown: Any, stack: Any) -> Any:
    """Raise unless an example raises this exception with this message."""
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            yield from answer
    except CAUGHT as failure:
        found = caught(failure)
        if not isinstance(found, Raised):
            raise
        name, said = found.struct.d[STRUCT], message_of(found.struct)
    else:
        fail(f"Doctest failed: expected exception {inspect(exception)} but nothing was raised", shown, stack)
    if name is not exception:
        fail(f"Doctest failed: expected exception {inspect(exception)} but got {inspect(name)} with message "
             f"{inspect(said)}", shown, stack)  # fmt: skip
    if said != message:
        fail(f"Doctest failed: wrong message for {inspect(name)}\nexpected:\n  {inspect(message)}\nactual:\n  "
             f"{inspect(said)}", shown, stack)  # fmt: skip
    return TRUE


def refuse_library(module: Any) -> NoReturn:
    """Say that there are no texts of documentation of Elixir's own modules here, to take examples from."""
    refuse(f"the documentation of {inspect(module)}, a module of the library")


MACROS = dict.fromkeys(["doctest/1", "doctest/2"])
FUNCTIONS = {"__test__/6": compare, "__fail__/3": fail, "__library__/1": refuse_library}
BLOCKING = {"__error__/5": expect_error}
