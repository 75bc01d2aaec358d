"""What Elixir says of an argument that is called by a library's function and is no function of that arity.

The library calls what it is given without a test, as that would cost every call; only when Python refuses
the call it is found out what was called, from the variables of the function that did.
"""

from __future__ import annotations

import os
import re
from types import FunctionType, TracebackType
from typing import Any

from simulator.elixir.runtime.errors import Raised, erlang
from simulator.elixir.runtime.values import enumerable, walking
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.places import OURS

_CALLERS = (os.path.join(OURS, "elixir", "library") + os.sep, enumerable.__file__, walking.__file__)
"""Whose functions call what they are given: the library, and what walks for it."""
_MISSING = re.compile(r"missing (\d+) required positional")
_GIVEN = re.compile(r"takes \d+ positional arguments? but (\d+) w")
_ARGUMENTS = ("item", "acc", "value", "second")


def misused(failure: TypeError) -> Raised | None:
    """Return the ``badfun`` or ``badarity`` that a library's function met, or None if it is something else."""
    text = str(failure)
    trace = failure.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or not trace.tb_frame.f_code.co_filename.startswith(_CALLERS):
        return None
    if text.endswith("object is not callable"):
        return _no_function(trace)
    return _wrong_arity(trace, text)


def _no_function(trace: TracebackType) -> Raised | None:
    for name, value in trace.tb_frame.f_locals.items():
        if ("fun" in name or name in ("mapper", "transform", "reducer")) and not callable(value):
            return erlang((Atom("badfun"), value))
    return None


def _wrong_arity(trace: TracebackType, text: str) -> Raised | None:
    missing, given = _MISSING.search(text), _GIVEN.search(text)
    if missing is None and given is None:
        return None
    called = text.partition("(")[0]
    known = trace.tb_frame.f_locals
    for value in known.values():
        if value.__class__ is not FunctionType or called not in (value.__qualname__, value.__code__.co_name):
            continue
        arity = value.__code__.co_argcount
        count = int(given[1]) if given else arity - int(missing[1]) if missing else 0
        if arity != count:
            args = [known[name] for name in _ARGUMENTS if name in known] or _first(known)
            padding = [Atom("nil")] * (count - len(args))
            return erlang((Atom("badarity"), (value, from_list((args + padding)[:count]))))
    return None


def _first(known: dict[str, Any]) -> list[Any]:
    """Return the argument of a call in a comprehension: the first element of what it is over.

    From Python 3.12 on nothing is left of a comprehension's own variables when it fails.
    """
    for name in ("items", "enum", "term"):
        if name in known:
            given = known[name]
            return list((given if given.__class__ is list else enumerable.direct(given)) or ())[:1]
    return []
