"""The bodies of Elixir's processes: what a spawned function, or a module's function with arguments, runs as.

What ends a process uncaught is made an exit reason by :mod:`simulator.elixir.runtime.failures.front`, which the kernel
asks: so a body is the function's own generator, with nothing around it.
"""

from __future__ import annotations

from collections.abc import Generator
from types import FunctionType, GeneratorType
from typing import Any

from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.modules.modules import call, label_of
from simulator.terms import Atom
from simulator.terms.lists import from_list

_GENERATOR = 0x20  # CO_GENERATOR

Steps = Generator[Any, Any, Any]


def steps_of(function: Any, args: list[Any]) -> Steps:
    """Return the generator that runs ``function(*args)`` as a process's body; nothing of it runs yet."""
    code = getattr(function, "__code__", None)
    if code is not None and code.co_flags & _GENERATOR and code.co_argcount == len(args):
        return function(*args)  # type: ignore[no-any-return]
    return _applying(function, args)


def _applying(function: Any, args: list[Any]) -> Steps:
    """Run a function that may not block, or cannot be called at all."""
    answer = checked(function, len(args), args)(*args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def checked(function: Any, arity: int, args: list[Any]) -> Any:
    """Return *function* if it takes so many arguments; raise ``badfun`` or ``badarity`` as a call does."""
    if function.__class__ is not FunctionType:
        raise erlang((Atom("badfun"), function))
    if function.__code__.co_argcount != arity:
        raise erlang((Atom("badarity"), (function, from_list(args))))
    return function


def module_steps(module: Atom, name: str, args: list[Any]) -> Steps:
    """Return the generator that runs ``module.name(*args)`` as a process's body."""
    answer = call(module, name, args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def label(function: Any) -> str:
    """Return what a process that runs this function is called."""
    return label_of(function)
