"""``Function``.

Source of the semantics: Elixir 1.14, the module ``Function``.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any

from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.modules.modules import captured
from simulator.elixir.runtime.titles import mfa_of
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list

_KEYS = ("module", "name", "arity", "env", "type")


def identity(value: Any) -> Any:
    """Return *value*."""
    return value


def capture(module: Any, name: Any, arity: Any) -> Any:
    """Return the function ``&module.name/arity``, whether it exists or not."""
    return captured(module, name, arity)


def info_1(function: Any) -> Any:
    """Return the keyword list of what is known of a function."""
    if function.__class__ is not FunctionType:
        raise function_clause("Function", "info", 1, [function])
    return from_list([(Atom(key), _told(function)[key]) for key in _KEYS])


def info_2(function: Any, item: Any) -> Any:
    """Return ``{item, value}`` of one thing that is known of a function."""
    if function.__class__ is not FunctionType or item.__class__ is not Atom or item.name not in _KEYS:
        raise function_clause("Function", "info", 2, [function, item])
    return (item, _told(function)[item.name])


def _told(function: Any) -> dict[str, Any]:
    module, name, arity = mfa_of(function)
    kind = Atom("local" if function.__qualname__.endswith("-") else "external")
    return {"module": module, "name": name, "arity": arity, "env": EMPTY, "type": kind}


FUNCTIONS = {"identity/1": identity, "capture/3": capture, "info/1": info_1, "info/2": info_2}
