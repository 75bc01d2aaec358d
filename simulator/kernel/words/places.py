"""Places in the user's code: where a process is, and where it forgot a ``yield``.

Nothing is noted while the code runs, which would cost every request 90 ns. A generator that is
suspended knows its own position; and a request that was made and not yielded can be found in the
code afterwards, because there the call is not followed by a ``yield``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import CodeType, GeneratorType
from typing import Any, Final

from simulator.terms.places import OURS, place_of

_GENERATOR = 0x20  # CO_GENERATOR, a flag of a code object


class _Files(dict[str, bool]):
    """Which files are the simulator's own, each looked at once."""

    def __missing__(self, name: str) -> bool:
        known = self[name] = name.startswith(OURS)
        return known


OWN: Final = _Files()
"""By a file's name, whether it is the simulator's own: written out where a call would cost too much."""


def is_ours(code: CodeType) -> bool:
    """Return whether code is the simulator's own, and so no place to show to a user."""
    return OWN[code.co_filename]


def caller(depth: int, beyond_simpy: bool = False) -> Any:
    """Return the frame so many calls up, or the first beyond it that is the user's own."""
    frame: Any = sys._getframe(depth + 1)
    while frame.f_back is not None and (
        is_ours(frame.f_code) or (beyond_simpy and frame.f_globals.get("__name__", "").startswith("simpy"))
    ):
        frame = frame.f_back
    return frame


def calling_place(process: Any, depth: int) -> tuple[CodeType | None, int]:
    """Return code and instruction of the user's that called, so many calls up, or made the request that goes on here.

    The stack is looked at up to where the process got its turn, and not in the program that runs the
    simulation. None and 0 where none of it is the user's.
    """
    frame: Any = sys._getframe(depth + 1)
    while frame is not None:
        code = frame.f_code
        if not OWN[code.co_filename]:
            return code, frame.f_lasti
        if code.co_name == "take_turns":
            break
        frame = frame.f_back
    else:
        return None, 0
    callers = process._callers
    while callers is not None:
        generator, callers = callers
        place = _innermost(generator)
        if not is_ours(place[0]):
            return place
    return None, 0


def position(process: Any) -> tuple[CodeType | None, int]:
    """Return code and instruction at which a process is: the innermost place that is the user's own.

    None and 0 where none is: a server that waits in its library's loop is at no line of the program.
    """
    generator = process._generator
    here = _running(generator) if generator.gi_running else _innermost(generator)
    callers = process._callers
    while OWN[here[0].co_filename]:
        if callers is None:
            return None, 0
        generator, callers = callers
        here = _innermost(generator)
    return here


def calling_line(process: Any, depth: int) -> tuple[str, int]:
    """Return file and line of the user's code that called, so many calls up; ``("", 0)`` where none is the user's.

    What no process called is where the program that runs the simulation did.
    """
    if process is not None:
        return place_of(*calling_place(process, depth + 1))
    frame = caller(depth + 1)
    return frame.f_code.co_filename, frame.f_lineno


def _running(generator: Any) -> tuple[CodeType, int]:
    """Return where a generator is that runs now: the innermost of those on the stack that is the user's own.

    It is not asked what it yields from: for a running generator CPython 3.11 may take any instruction's
    cache for a RESUME, and then reads beyond its stack.
    """
    outermost = generator.gi_frame
    frame: Any = sys._getframe(2)
    while frame is not None and frame is not outermost:
        if frame.f_code.co_flags & _GENERATOR and not is_ours(frame.f_code):
            break
        frame = frame.f_back
    frame = frame or outermost
    return frame.f_code, frame.f_lasti


def _innermost(generator: Any) -> tuple[CodeType, int]:
    """Return where a generator is, inside those it yields from; of those, the innermost that is the user's own.

    One that runs is not asked what it yields from: that can crash CPython 3.11 itself.
    """
    place = generator
    theirs = not OWN[generator.gi_code.co_filename]
    inner = generator.gi_yieldfrom if generator.gi_suspended else None
    while inner.__class__ is GeneratorType:
        if not OWN[inner.gi_code.co_filename]:
            place, theirs = inner, True
        elif not theirs:
            place = inner
        inner = inner.gi_yieldfrom if inner.gi_suspended else None
    frame = place.gi_frame
    return place.gi_code, 0 if frame is None else int(frame.f_lasti)


def unyielded(process: Any, request: str) -> tuple[str, int]:
    """Return where *process* called ``request`` without yielding it.

    It is the last such call before the place where the code has come to; else one in the functions that
    this code calls or defines; where none can be found, that place itself.
    """
    if is_ours(process._generator.gi_code):
        for called in _callbacks():
            inner = _calls_without_yield(called, request, returned=False)
            if inner:
                return place_of(called, inner[-1][0])
    code, instruction, scope, done = _reached(process)
    found = [(fetched, call) for fetched, call in _calls_without_yield(code, request, done) if fetched <= instruction]
    earlier = [fetched for fetched, call in found if call != instruction]  # the other is the one being made now
    if earlier or found:
        return place_of(code, earlier[-1] if earlier else found[-1][0])
    for called in _called(code, scope):
        inner = _calls_without_yield(called, request, returned=False)
        if inner:
            return place_of(called, inner[-1][0])
    return place_of(code, instruction)


def _callbacks() -> Iterator[CodeType]:
    """Yield the code of the user's functions that the library's frames on the stack hold: one of them was called."""
    frame: Any = sys._getframe(2)
    while frame is not None and frame.f_code.co_name != "take_turns":
        for held in list(frame.f_locals.values()):
            members = vars(held).values() if isinstance(held, type) else (held,)
            for member in members:
                code = getattr(member, "__code__", None)
                if isinstance(code, CodeType) and not is_ours(code):
                    yield code
        frame = frame.f_back


def _reached(process: Any) -> tuple[CodeType, int, dict[str, Any], bool]:
    """Return the user's code that *process* runs, how far it has come, its globals, and whether it is through."""
    generator = process._generator
    if generator.gi_running:
        frame = caller(1)
        return frame.f_code, frame.f_lasti, frame.f_globals, False
    function = process._function[0]
    own = getattr(function, "__code__", None)
    code, instruction = position(process)
    scope = getattr(function, "__globals__", {})
    if code is not None and generator.gi_frame is not None:
        return code, instruction, scope, False
    code = code or own or generator.gi_code  # a plain function that ran as a process, or one of a library
    return code, len(code.co_code), scope, True


def _calls_without_yield(code: CodeType, request: str, returned: bool) -> list[tuple[int, int]]:
    """Return where *code* fetches and calls the method *request* and does not yield what it returns.

    To return it is as good, for a helper; for the function that a process runs (*returned*) it is not.
    """
    import dis  # only a mistake needs it

    handed_on = ("YIELD_VALUE",) if returned else ("YIELD_VALUE", "RETURN_VALUE")
    found = []
    fetched: int | None = None
    called: int | None = None
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_METHOD", "LOAD_ATTR") and step.argval == request:
            fetched, called = step.offset, None
        elif fetched is not None and step.opname.startswith("CALL") and "INTRINSIC" not in step.opname:
            called = step.offset
        elif fetched is not None and called is not None and step.opname not in ("CACHE", "NOP"):
            if step.opname not in handed_on:
                found.append((fetched, called))
            fetched = None
    return found


def _called(code: CodeType, scope: dict[str, Any]) -> list[CodeType]:
    """Return the code of the functions that *code* defines or calls by name."""
    defined = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    named = [getattr(scope.get(name), "__code__", None) for name in code.co_names]
    return [*defined, *(each for each in named if isinstance(each, CodeType) and not is_ours(each))]
