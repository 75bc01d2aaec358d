"""What generated code calls for its flow: calls of values and of modules, failed matches, loops, waiting."""

from __future__ import annotations

from types import FunctionType
from typing import Any, Final

from simulator.elixir.runtime.alone import settle as settle
from simulator.elixir.runtime.errors import CAUGHT, Raised, erlang, function_clause, rejected
from simulator.elixir.runtime.failures.converting import convert
from simulator.elixir.runtime.loaded import Loaded, load, loaded
from simulator.elixir.runtime.modules.modules import call, captured
from simulator.elixir.runtime.values import deep
from simulator.elixir.runtime.world import current
from simulator.kernel import ABSENT, Exit, Throw
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import Map

TURN: Final = 1_000
"""What a loop that used up its reductions counts for, towards the limit of what may happen at one instant."""

_ERROR, _EXIT, _THROW = Atom("error"), Atom("exit"), Atom("throw")
_INFO = Atom("error_info")


class Bounce:
    """Returned in place of a call in tail position: the call that is to be made next."""

    __slots__ = ("args", "function")

    def __init__(self, function: Any, args: tuple[Any, ...]) -> None:
        self.function = function
        self.args = args


def give_way() -> Any:
    """Let other processes run: the reductions of this turn are used up."""
    yield current().give_way(TURN)


def perform(steps: Any, depth: int) -> Any:
    """Request what a function that calls itself does at this depth, by itself: it waits for no one's sake."""
    if depth + 16 > deep.FRAMES:  # the next sixteen levels do not ask
        raise RecursionError
    return current().perform(steps)


# -- calls ------------------------------------------------------------------------------------


def bad_call(function: Any, *args: Any) -> Any:
    """Raise the error of ``function.(args)`` where it is no function, or one of another arity."""
    if function.__class__ is not FunctionType:
        raise erlang((Atom("badfun"), function))
    raise erlang((Atom("badarity"), (function, from_list(list(args)))))


def call_function(function: Any, *args: Any) -> Any:
    """Call a value."""
    if function.__class__ is FunctionType and function.__code__.co_argcount == len(args):
        return function(*args)
    return bad_call(function, *args)


def apply_function(function: Any, args: Any) -> Any:
    """``apply/2``"""
    return call_function(function, *to_list(args))


def call_member(term: Any, name: str) -> Any:
    """``term.name()``: the call of a module's function, or the value that a map has under that key."""
    if term.__class__ is Map:
        value = term.d.get(Atom(name), ABSENT)
        if value is not ABSENT:
            return value
    return call_remote(term, name, ())


def call_remote(module: Any, name: str, args: tuple[Any, ...]) -> Any:
    """Call ``module.name(args)``, the module being known only now."""
    return call(module, name, args)


def apply_remote(module: Any, name: Any, args: Any) -> Any:
    """``apply/3``"""
    if name.__class__ is not Atom:
        raise rejected(2, "not an atom")
    return call(module, name.name, to_list(args))


def capture_remote(module: Any, name: str, arity: int) -> Any:
    """``&module.name/arity``, the module being known only now. A function that is not there fails when called."""
    return captured(module, Atom(name), arity)


def self_pid() -> Any:
    """``self/0``"""
    return current().pid


# -- what did not match -----------------------------------------------------------------------


def no_clause(module: Atom, name: str, args: tuple[Any, ...]) -> Raised:
    """Return the error of a call that no clause takes."""
    return function_clause(module, name, len(args), args)


def bad_match(value: Any) -> Raised:
    """Return the error of ``pattern = value``."""
    return erlang((Atom("badmatch"), value))


def case_clause(value: Any) -> Raised:
    """Return the error of ``case``."""
    return erlang((Atom("case_clause"), value))


def cond_clause() -> Raised:
    """Return the error of ``cond``."""
    return erlang(Atom("cond_clause"))


def with_clause(value: Any) -> Raised:
    """Return the error of ``with ... else``."""
    return erlang((Atom("with_clause"), value))


def try_clause(value: Any) -> Raised:
    """Return the error of ``try ... else``."""
    return erlang((Atom("try_clause"), value))


def holds(guard: Any) -> bool:
    """Return whether a guard holds; one that goes wrong does not."""
    try:
        return bool(guard())
    except CAUGHT as failure:
        if convert(failure) is None:
            raise
        return False


# -- what was raised --------------------------------------------------------------------------


def throw(value: Any) -> Any:
    """``throw/1``"""
    raise Throw(value)


def raise_exit(reason: Any) -> Any:
    """``exit/1``"""
    raise Exit(reason)


def raise_error(reason: Any, args: Any = None, options: Any = EMPTY) -> Any:
    """``:erlang.error/1,2,3``: raise an exception's struct, or an Erlang term, with what a stack trace tells of it."""
    failure = Raised(reason)
    if is_list(args):
        failure.args_told = args
    failure.info = next((each for each in to_list(options) if each[0] is _INFO), None) if is_list(options) else None
    raise failure


def raise_again(kind: Any, reason: Any, stack: Any) -> Any:
    """``:erlang.raise/3``: raise with the stack trace of another time."""
    if kind is _EXIT:
        raise Exit(reason)
    if kind is _THROW:
        raise Throw(reason)
    failure = Raised(reason)
    failure.stack = stack
    raise failure


def kind_of(failure: Any) -> Atom:
    """Return ``:error``, ``:exit`` or ``:throw``."""
    return _ERROR if failure.__class__ is Raised else _EXIT if isinstance(failure, Exit) else _THROW


def value_of(failure: Any) -> Any:
    """Return what ``catch kind, value`` gives."""
    if failure.__class__ is Raised:
        return failure.original
    return failure.reason if isinstance(failure, Exit) else failure.value


def pause_limit(after: Any) -> Any:
    """Return how long a receive without clauses waits, in milliseconds, or ``:infinity``."""
    limit = wait_limit(after)
    return Atom("infinity") if limit is None else limit


def wait_limit(after: Any) -> int | None:
    """Return how long a receive waits, in milliseconds; None for ``:infinity``."""
    if after.__class__ is int and 0 <= after < 1 << 32:
        return int(after)
    if after is Atom("infinity"):
        return None
    raise erlang(Atom("timeout_value"))


def redefine(module: Atom, functions: dict[str, Any]) -> None:
    """Let these be the functions of a module from now on: it is defined more than once."""
    known = loaded(module)
    load(Loaded(module, functions, None if known is None else known.info))


def define(module: Atom, value: Any) -> tuple[Any, ...]:
    """Return what ``defmodule`` gives, as the expression that it is; *value* is that of its body."""
    return (Atom("module"), module, b"", value)
