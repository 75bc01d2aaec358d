"""The modules of Elixir's own exceptions: ``exception/1``, ``message/1`` and the struct of each.

Source: ``defexception`` and the exceptions of Elixir 1.14.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

from simulator.elixir.runtime.errors import exception, function_clause
from simulator.elixir.runtime.exception_fields import FIELDS
from simulator.elixir.runtime.failures.messages import message
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, is_list, to_list
from simulator.terms.maps import Map, has, pairs

_MESSAGE = Atom("message")


@cache
def exception_module(module: str) -> Any:
    """Return the functions of the exception *module*, as ``FUNCTIONS``; None if it is none of the library's.

    >>> exception_module("Elixir.RuntimeError").FUNCTIONS["exception/1"]("no")
    %RuntimeError{message: "no"}
    """
    name = module.removeprefix("Elixir.")
    if name not in FIELDS:
        return None
    default = exception(name, **FIELDS[name])

    def make(given: Any) -> Any:
        return _made(default, name, given)

    def plain() -> Any:
        return default

    def told(struct: Any) -> Any:
        return message(struct)

    functions = {"exception/1": make, "message/1": told, "__struct__/0": plain, "__struct__/1": make}
    for key, function in functions.items():
        function.__qualname__ = f"{name}.{key}"
    return SimpleNamespace(FUNCTIONS=functions)


def _made(default: Map, name: str, given: Any) -> Map:
    """Return the exception with the fields that are given, or with a text as its message."""
    if given is EMPTY:
        return default
    if given.__class__ in (str, bytes) and has(default, _MESSAGE):
        return Map({**default.d, _MESSAGE: given})
    if given.__class__ is not Map and not is_list(given):
        raise function_clause(name, "exception", 1, [given])
    fields = dict(default.d)
    for key, value in pairs(given) if given.__class__ is Map else to_list(given):
        if key in fields:  # real Elixir warns of others, and leaves them out
            fields[key] = value
    return Map(fields)
