"""What is told of a crash: the stack trace in the exit reason, and the report that Logger would print.

Source of the forms: the Erlang reference manual, "Errors and Error Handling" (stack traces), and
what Elixir 1.14 logs for a process that raised.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from simulator.terms import Atom, atom
from simulator.terms.places import OURS

_CONTEXTS = ("proc", "self", "cls")


def encodable(text: str) -> str:
    """Return text that can be written as UTF-8: half a surrogate pair, which is no character, becomes ``?``.

    >>> encodable("a" + chr(0xD800) + "b"), encodable("é")
    ('a?b', 'é')
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def function_name(function: Any) -> str:
    """Return the name under which a function is shown; a lambda is ``fn``."""
    if isinstance(function, str):
        return function
    name = getattr(function, "__name__", None) or type(function).__name__
    return "fn" if name == "<lambda>" else str(name)


def stacktrace(failure: BaseException) -> list[Any]:
    """Return the stack trace of an exit reason, innermost first: ``{module, function, arity, [file:, line:]}``."""
    frames = []
    for module, name, arity, file, line in _frames(failure):
        within, dot, function = name.rpartition(".")
        called = Atom(f"Elixir.{within}" if dot else module)
        frames.append((called, Atom(function), arity, [(atom.file, list(map(ord, file))), (atom.line, line)]))
    return frames


def frame_lines(failure: BaseException) -> list[str]:
    """Return the stack of a failure as a banner has it, a line each."""
    return [f"    {file}:{line}: {called(name, arity)}" for _, name, arity, file, line in _frames(failure)]


def called(name: str, arity: int) -> str:
    """Return a function with its arity; code that another front end made has it in its name.

    >>> called("main", 1), called("Stack.pop/1", 1)
    ('main/1', 'Stack.pop/1')
    """
    return name if "/" in name else f"{name}/{arity}"


def _frames(failure: BaseException) -> Iterator[tuple[str, str, int, str, int]]:
    """Yield module, function, arity, file and line of each frame of the user's code, innermost first."""
    frames = []
    step = failure.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if not code.co_filename.startswith(OURS):
            arity = code.co_argcount - (code.co_argcount > 0 and code.co_varnames[0] in _CONTEXTS)
            name = code.co_qualname.rpartition("<locals>.")[2].replace("<lambda>", "fn")
            module = str(step.tb_frame.f_globals.get("__name__", "nil"))
            frames.append((module, name, arity, os.path.basename(code.co_filename), step.tb_lineno))
        step = step.tb_next
    return reversed(frames)
