"""What is told of a crash: the stack trace in the exit reason, and the report that Logger would print.

Source of the forms: the Erlang reference manual, "Errors and Error Handling" (stack traces), and
what Elixir 1.14 logs for a process that raised.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Iterator

from simulator.kernel.errors import Throw
from simulator.terms import Atom, atom, inspect

if TYPE_CHECKING:
    from simulator.kernel.process import Process

_OWN_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_CONTEXTS = ("proc", "self", "cls")


def function_name(function: Any) -> str:
    """Return the name under which a function is shown; a lambda is ``fn``."""
    if isinstance(function, str):
        return function
    name = getattr(function, "__name__", None) or type(function).__name__
    return "fn" if name == "<lambda>" else str(name)


def stacktrace(failure: BaseException) -> list[Any]:
    """Return the stack trace of an exit reason: ``{module, function, arity, [file: ..., line: ...]}``, innermost first."""
    return [
        (Atom(module), Atom(name), arity, [(atom.file, list(map(ord, file))), (atom.line, line)])
        for module, name, arity, file, line in _frames(failure)
    ]


def crash_report(process: Process, failure: BaseException) -> str:
    """Return what Logger prints of a process that raised or threw."""
    return f"Process {process.pid} raised an exception\n{banner(failure)}"


def banner(failure: BaseException) -> str:
    """Return an exception as Elixir prints one that nobody caught: class, message and stack, a line each."""
    if isinstance(failure, Throw):
        head = f"** (ErlangError) Erlang error: {inspect((atom.nocatch, failure.value))}"
    else:
        head = f"** ({type(failure).__name__}) {_message(failure)}"
    lines = [f"    {file}:{line}: {name}/{arity}" for _, name, arity, file, line in _frames(failure)]
    return "\n".join([head, *lines])


def _message(failure: BaseException) -> str:
    """Return an exception's message; a KeyError's own is only its key."""
    if isinstance(failure, KeyError) and len(failure.args) == 1:
        return f"key {inspect(failure.args[0])} not found"
    return str(failure).rstrip("\n")


def _frames(failure: BaseException) -> Iterator[tuple[str, str, int, str, int]]:
    """Yield module, function, arity, file and line of each frame of the user's code, innermost first."""
    frames = []
    step = failure.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if not code.co_filename.startswith(_OWN_FOLDER):
            arity = code.co_argcount - (code.co_argcount > 0 and code.co_varnames[0] in _CONTEXTS)
            name = "fn" if code.co_name == "<lambda>" else code.co_name
            module = str(step.tb_frame.f_globals.get("__name__", "nil"))
            frames.append((module, name, arity, os.path.basename(code.co_filename), step.tb_lineno))
        step = step.tb_next
    return reversed(frames)
