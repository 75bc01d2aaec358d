"""``ExUnit.Assertions``: what its macros call when they fail, and the assertions that are functions."""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.string.regex import matches
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE
from simulator.elixir.runtime.errors import CAUGHT, Raised, error
from simulator.elixir.runtime.exception_fields import NO_VALUE
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.exceptions import is_exception, message_of
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import is_list, to_list
from simulator.terms.maps import STRUCT, Map

_EQUAL: Final = {
    "assert": frozenset(["<", ">", "!=", "!=="]), "refute": frozenset(["==", "===", "<=", ">=", "=~"]),
}  # fmt: skip
_SHOWN: Final = 10


def _fails(message: str, **fields: Any) -> Raised:
    return error("ExUnit.AssertionError", message=message, **fields)


def compared(told: Any, left: Any, right: Any) -> Any:
    """Fail for an operator and its operands."""
    code, kind, operator = told
    message = f"{'Assertion' if kind is atom('assert') else 'Refute'} with {operator.name} failed"
    if operator.name in _EQUAL[kind.name] and left == right:
        raise _fails(f"{message}, both sides are exactly equal", expr=code, left=left)
    raise _fails(message, expr=code, left=left, right=right)


def falsy(value: Any, told: Any, args: Any) -> Any:
    """Fail for what is not true."""
    raise _fails(f"Expected truthy, got {inspect(value)}", expr=told[0], args=args if is_list(args) else NO_VALUE)


def truthy(value: Any, told: Any, args: Any) -> Any:
    """Fail for what is not false."""
    given = args if is_list(args) else NO_VALUE
    raise _fails(f"Expected false or nil, got {inspect(value)}", expr=told[0], args=given)


def no_match(right: Any, told: Any, pinned: Any) -> Any:
    """Fail for a pattern that does not match."""
    code, operator, pattern = told
    message = f"match ({operator.name}) failed{_pins(pinned)}"
    raise _fails(message, expr=code, left=pattern, right=right, context=Atom("match"))


def matched(right: Any, told: Any, pinned: Any) -> Any:
    """Fail for a pattern that matches."""
    code, operator, pattern = told
    message = f"match ({operator.name}) succeeded, but should have failed{_pins(pinned)}"
    raise _fails(message, expr=code, left=pattern, right=right, context=Atom("match"))


def _pins(pinned: Any) -> str:
    pairs = to_list(pinned)
    lines = "".join(f"\n  {name} = {inspect(value)}" for name, value in pairs)
    return f"\nThe following variables were pinned:{lines}" if pairs else ""


def timeout_of(given: Any, kind: Any) -> Any:
    """Return how long a message is waited for, in milliseconds."""
    if given.__class__ is int:
        return given
    suite = world().suite
    return 100 if suite is None else suite.options.get(f"{kind.name}_receive_timeout", 100)


def not_received(timeout: Any, told: Any, pinned: Any, message: Any) -> Any:
    """Fail for a message that did not come."""
    code, pattern = told
    if message is not NIL:
        raise _fails(message)
    proc = current()
    _, messages = proc.info(proc.pid, atom.messages)
    held = list(to_list(messages)) if is_list(messages) else list(messages)
    lead = f"Assertion failed, no matching message after {timeout}ms{_pins(pinned)}"
    if not held:
        raise _fails(f"{lead}\nThe process mailbox is empty.", expr=code)
    count = f"{len(held)} {'message' if len(held) == 1 else 'messages'}"
    shown = held[-_SHOWN:]
    raise _fails(f"{lead}\nShowing {len(shown)} of {count} in the mailbox", expr=code,
                 context=(Atom("mailbox"), pattern, proc.front.listed(shown)))  # fmt: skip


def received(message: Any, told: Any, own: Any) -> Any:
    """Fail for a message that came."""
    raise _fails(f"Unexpectedly received message {inspect(message)} (which matched {told[1]})" if own is NIL else own)


def assert_told(value: Any, message: Any) -> Any:
    """``ExUnit.Assertions.assert/2``"""
    if value is NIL or value is FALSE:
        if is_exception(message):
            raise Raised(message)
        raise _fails(message)
    return TRUE


def refute_told(value: Any, message: Any) -> Any:
    """``ExUnit.Assertions.refute/2``"""
    if value is NIL or value is FALSE:
        return FALSE
    return assert_told(NIL, message)


def flunk() -> Any:
    """``ExUnit.Assertions.flunk/0``"""
    raise _fails("Flunked!")


def flunk_told(message: Any) -> Any:
    """``ExUnit.Assertions.flunk/1``"""
    raise _fails(message)


def in_delta(left: Any, right: Any, delta: Any) -> Any:
    """``ExUnit.Assertions.assert_in_delta/3``"""
    return in_delta_told(left, right, delta, NIL)


def in_delta_told(left: Any, right: Any, delta: Any, message: Any) -> Any:
    """``ExUnit.Assertions.assert_in_delta/4``"""
    if delta < 0:
        raise error("ArgumentError", message="delta must always be a positive number, got: " + inspect(delta))
    difference = abs(left - right)
    told = f"Expected the difference between {inspect(left)} and {inspect(right)} ({inspect(difference)}) to be less " \
           f"than or equal to {inspect(delta)}"  # fmt: skip
    return assert_told(TRUE if difference <= delta else FALSE, told if message is NIL else message)


def not_in_delta(left: Any, right: Any, delta: Any) -> Any:
    """``ExUnit.Assertions.refute_in_delta/3``"""
    return not_in_delta_told(left, right, delta, NIL)


def not_in_delta_told(left: Any, right: Any, delta: Any, message: Any) -> Any:
    """``ExUnit.Assertions.refute_in_delta/4``"""
    difference = abs(left - right)
    told = f"Expected the difference between {inspect(left)} and {inspect(right)} ({inspect(difference)}) to be more " \
           f"than {inspect(delta)}"  # fmt: skip
    return refute_told(TRUE if difference < delta else FALSE, told if message is NIL else message)


def raises(exception: Any, function: Any) -> Any:
    """``ExUnit.Assertions.assert_raise/2``"""
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            yield from answer
    except CAUGHT as raised:
        failure = caught(raised)
        if not isinstance(failure, Raised):
            raise
        struct = failure.struct
        if struct.d[STRUCT] is exception:
            return struct
        if struct.d[STRUCT] is Atom("Elixir.ExUnit.AssertionError"):
            raise
        told = f"Expected exception {inspect(exception)} but got {inspect(struct.d[STRUCT])} ({message_of(struct)})"
        wrong = _fails(told)
        wrong.__traceback__ = raised.__traceback__
        wrong.__cause__ = None
        raise wrong from None
    raise _fails(f"Expected exception {inspect(exception)} but nothing was raised")


def raises_told(exception: Any, message: Any, function: Any) -> Any:
    """``ExUnit.Assertions.assert_raise/3``"""
    struct = yield from raises(exception, function)
    actual = message_of(struct)
    fits = matches(message, actual) is TRUE if message.__class__ is Map else actual == message
    if not fits:
        raise _fails(f"Wrong message for {inspect(exception)}\nexpected:\n  {inspect(message)}\nactual:\n"
                     f"  {inspect(actual)}")  # fmt: skip
    return struct


MACROS = dict.fromkeys([
    "assert/1", "refute/1", "assert_receive/1", "assert_receive/2", "assert_receive/3", "assert_received/1",
    "assert_received/2", "refute_receive/1", "refute_receive/2", "refute_receive/3", "refute_received/1",
    "refute_received/2", "catch_error/1", "catch_exit/1", "catch_throw/1",
])  # fmt: skip
"""What there is; ``simulator.elixir.expand.ex_unit.assertions`` does it."""
FUNCTIONS = {
    "__compared__/3": compared, "__falsy__/3": falsy, "__truthy__/3": truthy, "__no_match__/3": no_match,
    "__match__/3": matched, "__timeout__/2": timeout_of, "__not_received__/4": not_received,
    "__received__/3": received, "assert/2": assert_told, "refute/2": refute_told, "flunk/0": flunk,
    "flunk/1": flunk_told, "assert_in_delta/3": in_delta, "assert_in_delta/4": in_delta_told,
    "refute_in_delta/3": not_in_delta, "refute_in_delta/4": not_in_delta_told,
}  # fmt: skip
BLOCKING = {"assert_raise/2": raises, "assert_raise/3": raises_told}
