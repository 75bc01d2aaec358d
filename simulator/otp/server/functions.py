"""Functions that are handed to another process: as a function, or as module, name and arguments.

An Agent's functions and a Task's work come in both forms, as ``fun`` and as ``module, fun, args`` do in Elixir.
"""

from __future__ import annotations

import os
from types import FunctionType, ModuleType
from typing import Any

from simulator.kernel import Process
from simulator.otp.server.errors import FunctionClauseError, UndefinedFunctionError
from simulator.otp.server.gen import module_name
from simulator.terms import Atom, atom, inspect

_GENERATOR = 0x20  # CO_GENERATOR, CO_VARARGS: flags of a code object
_VARARGS = 0x04


def given(function: Any, rest: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what a client passed as ``(function, args)`` or, for a module's function, ``(module, name, args)``.

    >>> given(len, ())[1], given(str, ("upper", [1]))[1:]
    ([], (:upper, [1]))
    """
    mfa = len(rest) == 2 and isinstance(rest[0], (str, Atom)) and rest[1].__class__ is list
    if mfa and isinstance(function, (type, ModuleType)):
        return (function, Atom(rest[0]) if isinstance(rest[0], str) else rest[0], rest[1])
    return (function, list(rest))


def found(work: tuple[Any, ...]) -> tuple[Any, list[Any]]:
    """Return the function that is meant, None if the module has none of that name, and its arguments."""
    if len(work) == 2:
        function, args = work
        return function, args
    module, name, args = work
    return getattr(module, name.name, None), args


def undefined(module: Any, name: Atom, args: list[Any]) -> UndefinedFunctionError:
    """Return the error of a call of a function that *module* does not have, at the place of the first that it has."""
    codes = [known.__code__ for known in vars(module).values() if hasattr(known, "__code__")]
    place = (os.path.basename(codes[0].co_filename), codes[0].co_firstlineno) if codes else ("", 0)
    return UndefinedFunctionError(_named(module), name.name, args, *place)


_CALLS: dict[tuple[str, str], tuple[Any, Atom, int]] = {}  # by module and name of a function, of which there are few


def initial_call(work: tuple[Any, ...]) -> tuple[Any, Atom, int]:
    """Return what the process dictionary's ``$initial_call`` tells: ``{module, function, arity}``."""
    if len(work) == 3:
        module, name, args = work
        return (_named(module), name, len(args))
    function = work[0]
    told: tuple[Any, Atom, int] | None = getattr(function, "initial_call", None)
    if told is not None:
        return told
    module, name = getattr(function, "__module__", None) or "nil", getattr(function, "__name__", "fn")
    known = _CALLS.get((module, name))
    if known is None:
        known = _CALLS[module, name] = (Atom(module), Atom("fn" if name == "<lambda>" else name), 0)
    return known


def _named(module: Any) -> Atom:
    return Atom(module.__name__) if isinstance(module, ModuleType) else module_name(module)


def blocks(function: Any) -> bool:
    """Return whether a function is a generator function, which takes ``proc`` because it can block."""
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & _GENERATOR)


def takes(function: Any, count: int) -> bool:
    """Return whether a function can be called with so many arguments, as far as Python tells.

    >>> takes(lambda state: state, 1), takes(lambda: 0, 1), takes(len, 3)
    (True, False, True)
    """
    code = getattr(function, "__code__", None)
    if code is None:
        return callable(function)
    most = code.co_argcount - hasattr(function, "__self__")
    least = most - len(function.__defaults__ or ())
    return bool(least <= count and (count <= most or code.co_flags & _VARARGS))


def misfit(function: Any, count: int, caller: str) -> str:
    """Return why a function cannot be called with so many arguments, for whoever wrote it.

    >>> misfit(5, 1, "Agent.get")
    '5 is no function'
    """
    code = getattr(function, "__code__", None)
    if code is None:
        return f"{inspect(function)} is no function"
    takes = code.co_argcount - hasattr(function, "__self__")
    arguments = f"{takes} argument{'' if takes == 1 else 's'}"
    place = f"{os.path.basename(code.co_filename)}:{code.co_firstlineno}"
    return f"the function at {place} takes {arguments}, {caller} calls it with {count}"


def no_clause(module: str, function: str, args: list[Any], where: Any) -> FunctionClauseError:
    """Return the error for arguments that no clause of a library's function takes; *where* is that function."""
    code = where.__code__
    return FunctionClauseError(
        Atom(f"Elixir.{module}"), function, args, os.path.basename(code.co_filename), code.co_firstlineno
    )


def label(work: tuple[Any, ...]) -> str:
    """Return what a process that does this work is called: ``name/arity`` or ``Module.name/arity``.

    >>> class Fetcher: pass
    >>> label((Fetcher, Atom("fetch"), [1])), label((max, []))
    ('Fetcher.fetch/1', 'max/0')
    """
    if len(work) == 2 and work[0].__class__ is FunctionType and not hasattr(work[0], "label"):
        title = work[0].__name__
        return f"{'fn' if title == '<lambda>' else title}/{len(work[1])}"
    module, name, _ = initial_call(work)
    called = getattr(work[0], "label", None) if len(work) == 2 else None
    if called is not None:
        return str(called)
    return f"{inspect(module)}.{name.name}/{len(work[2])}" if len(work) == 3 else f"{name.name}/{len(work[1])}"


def name_or_pid(proc: Process) -> Any:
    """Return how a process is called in reports: by its registered name if it has one."""
    return proc.info(proc.pid, atom.registered_name)[1] or proc.pid
