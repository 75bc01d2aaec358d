"""Stack traces: the frames of a traceback as Elixir knows them."""

from __future__ import annotations

import os
import re
from collections import deque
from typing import Any

from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.places import OURS

_TITLE = re.compile(r"((?:[A-Z]\w*\.)*[A-Z]\w*|:\w+)\.(.+)", re.DOTALL)
FILE = "(file)"
DEPTH = 8
"""How many frames a stack trace has at most: ``backtrace_depth`` of the BEAM."""
_FILE_FRAME = (Atom("elixir_compiler_0"), Atom("__FILE__"), 1)


def named(title: str) -> tuple[Atom, Atom] | None:
    """Return module and function of what a code object is called; None for what is no Elixir function.

    >>> named("Stack.push/2"), named(":shop.-buy/1-fun-0-")
    ((Stack, :push), (:shop, :"-buy/1-fun-0-"))
    """
    if title.startswith("-__FILE__/"):
        return _FILE_FRAME[0], Atom(title)
    found = _TITLE.fullmatch(title)
    if found is None:
        return None
    module, function = found.groups()
    name = function if function.endswith("-") else function.rpartition("/")[0]
    return Atom(module[1:] if module.startswith(":") else f"Elixir.{module}"), Atom(name)


def frames(failure: BaseException) -> list[tuple[Atom, Atom, Any, str, int]]:
    """Return module, function, arity (or arguments), file and line of the innermost Elixir frames, innermost first."""
    found: deque[tuple[Atom, Atom, Any, str, int]] = deque(maxlen=DEPTH)
    step = failure.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if not code.co_filename.startswith(OURS):
            title = code.co_qualname
            if code.co_name.startswith("trampoline"):
                pass
            elif title == FILE:
                found.append((*_FILE_FRAME, code.co_filename, step.tb_lineno))
            else:
                parts = named(title)
                if parts is not None:
                    found.append((*parts, code.co_argcount, code.co_filename, step.tb_lineno))
        step = step.tb_next
    found.reverse()
    return list(found)


def stacktrace(failure: BaseException) -> Any:
    """Return the stack trace of a failure: ``{module, function, arity, [file: file, line: line]}`` each."""
    given = getattr(failure, "stack", None)
    if given is not None:
        return given
    traced = [
        (module, name, arity, from_list([
            (Atom("file"), from_list([ord(char) for char in os.path.basename(file)])), (Atom("line"), line),
        ]))
        for module, name, arity, file, line in frames(failure)
    ]  # fmt: skip
    above = list(getattr(failure, "frames", ()))
    if above and traced and above[0][:2] == traced[0][:2]:  # the call that no clause takes is the innermost frame
        above[0] = (*above[0][:3], traced.pop(0)[3])
    return from_list([*above, *traced])
