"""The body of a process: the generator that runs a function, whatever kind of function it is."""

from __future__ import annotations

from collections.abc import Generator
from types import FunctionType, GeneratorType
from typing import Any

from simulator.kernel.process.process import Process
from simulator.kernel.words.errors import BadArityError, NotAProcess
from simulator.kernel.words.places import caller
from simulator.kernel.words.reports import function_name
from simulator.terms import Atom, inspect

_FLAG_GENERATOR = 0x20
_FLAGS_ASYNC = 0x80 | 0x200


def module_function(module: Any, name: str | Atom, args: list[Any]) -> tuple[str, Any, tuple[Any, ...]]:
    """Return label, function and arguments of a ``spawn(Module, :name, [args])``."""
    called = name.name if isinstance(name, Atom) else name
    function = getattr(module, called, None)
    title = getattr(module, "__name__", str(module))
    if not callable(function):
        frame = caller(0)
        raise NotAProcess(f"{title} has no function {called}", frame.f_code.co_filename, frame.f_lineno)
    return f"{title}.{called}", function, tuple(args)


def body_of(process: Process, function: Any, args: tuple[Any, ...]) -> Generator[Any, Any, Any]:
    """Return the generator that runs ``function(process, *args)``."""
    if function.__class__ is FunctionType and function.__code__.co_flags & _FLAG_GENERATOR:  # as most are
        try:
            return function(process, *args)  # type: ignore[no-any-return]
        except TypeError as wrong:
            return _raising(BadArityError(function, args, str(wrong)))
    if not callable(function):
        frame = caller(3)
        hint = "; give the function, without calling it" if isinstance(function, GeneratorType) else ""
        problem = f"{inspect(function)} is no function that a process could run{hint}"
        raise NotAProcess(problem, frame.f_code.co_filename, frame.f_lineno)
    code = getattr(function, "__code__", None)
    if code is not None and code.co_flags & _FLAGS_ASYNC:
        frame = caller(3)
        problem = f"{function_name(function)} is an async function; a process's function is a generator or a plain one"
        raise NotAProcess(problem, frame.f_code.co_filename, frame.f_lineno)
    if code is None or not code.co_flags & _FLAG_GENERATOR:
        return _calling(process, function, args)
    try:
        return function(process, *args)  # type: ignore[no-any-return]
    except TypeError as wrong:
        return _raising(BadArityError(function, args, str(wrong)))


def _calling(process: Process, function: Any, args: tuple[Any, ...]) -> Generator[Any, Any, Any]:
    """Run a plain function as a process; what it returns may be a generator that goes on."""
    try:
        result = function(process, *args)
    except TypeError as wrong:
        if wrong.__traceback__ is not None and wrong.__traceback__.tb_next is None:
            raise BadArityError(function, args, str(wrong)) from None  # the call itself failed
        raise
    if isinstance(result, GeneratorType):
        result = yield from result
    return result


def _raising(failure: BaseException) -> Generator[Any, Any, Any]:
    """A process that could not be started: it crashes in its first turn."""
    raise failure
    yield
