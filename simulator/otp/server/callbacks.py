"""Calling a behaviour's callback, with its states in the trace if the run is to record them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import Exit, Process, Throw, settled
from simulator.otp.server.gen import Steps, module_name
from simulator.terms import inspect
from simulator.terms.shown import Shown

NO_STATE: Final = object()
NOT_BEGUN: Final = object()
_RAISED: Final = Shown.text("raised")
STATE_SHOWN: Final = 500
"""Characters of a state that are shown in the trace; what is longer ends with ``...``."""


class Raised:
    """What a callback raised when it was tried."""

    __slots__ = ("failure",)

    def __init__(self, failure: BaseException) -> None:
        self.failure = failure


@lru_cache(maxsize=512)
def callback_name(module: Any, function: str) -> str:
    """Return what the trace calls a callback: ``Module.handle_call``."""
    return f"{inspect(module_name(module))}.{function}"


def run_callback(proc: Process, callback: Callable[..., Any], args: tuple[Any, ...]) -> Steps:
    """Call ``callback(proc, *args)``, let it block if it is a generator, and return what it returns."""
    result = callback(proc, *args)
    if result.__class__ is GeneratorType:
        result = yield from result
    return result


def record_callback(
    proc: Process,
    name: str,
    callback: Callable[..., Any],
    args: tuple[Any, ...],
    given: Callable[[], Any] | None,
    returned: Callable[[Any], Any] | None,
    told: Callable[[Any], Any] | None = None,
    begun: Any = NOT_BEGUN,
) -> Steps:
    """Do as :func:`run_callback` does, between the events ``callback`` and ``called`` of the trace.

    Where the run is to record states, ``given()`` is the state before it and ``returned(result)`` the one
    that the result holds, :data:`NO_STATE` if there is none in it; None for a callback without.
    ``told(result)`` is what the trace tells of the result, by default its first element. Where the callback was
    tried already, and told of, *begun* is what it returned or raised.
    """
    states = proc.recording_states
    if begun is NOT_BEGUN:
        proc.record_own("callback", name, shown_state(given()) if states and given is not None else None)
    try:
        if begun.__class__ is Raised:
            raise begun.failure
        result = callback(proc, *args) if begun is NOT_BEGUN else begun
        if result.__class__ is GeneratorType:
            result = yield from result
    except (Exception, Exit, Throw):
        proc.record_own("called", name, _RAISED, None)
        raise
    shown = (told or first)(result)
    state = returned(result) if states and returned is not None else NO_STATE
    proc.record_own("called", name, settled(shown), None if state is NO_STATE else shown_state(state))
    return result


def first(result: Any) -> Any:
    """Return the tag of a callback's return value, or the value if it has none.

    >>> first((1, 2)), first(3)
    (1, 3)
    """
    return result[0] if isinstance(result, tuple) and result else result


def shown_state(state: Any) -> str:
    """Return a state as it stands in the trace: as Elixir prints it, its end cut off where it is long.

    >>> shown_state([1, 2])
    '[1, 2]'
    >>> len(shown_state("x" * 1000))
    503
    """
    shown = inspect(state)
    return shown if len(shown) <= STATE_SHOWN else shown[:STATE_SHOWN] + "..."
