"""Places in the user's code: where a process is, and where it forgot a ``yield``.

Nothing is noted while the code runs, which would cost every request 90 ns. A generator that is
suspended knows its own position; and a request that was made and not yielded can be found in the
code afterwards, because there the call is not followed by a ``yield``.
"""

from __future__ import annotations

import os
import sys
from types import CodeType, GeneratorType
from typing import Any

from simulator.terms.places import place_of

_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_GENERATOR = 0x20  # CO_GENERATOR, a flag of a code object
_ours: dict[CodeType, bool] = {}


def is_ours(code: CodeType) -> bool:
    """Return whether code is the simulator's own, and so no place to show to a user."""
    known = _ours.get(code)
    if known is None:
        known = _ours[code] = code.co_filename.startswith(_FOLDER)
    return known


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
    while frame is not None and is_ours(frame.f_code):
        if frame.f_code.co_name == "take_turns":
            break
        frame = frame.f_back
    else:
        return (None, 0) if frame is None else (frame.f_code, frame.f_lasti)
    callers = process._callers
    while callers is not None:
        generator, callers = callers
        place = _innermost(generator)
        if not is_ours(place[0]):
            return place
    return None, 0


def position(process: Any) -> tuple[CodeType, int]:
    """Return code and instruction at which a process is: the innermost place that is the user's own, if one is."""
    generator = process._generator
    here = _running(generator) if generator.gi_running else _innermost(generator)
    callers = process._callers
    while is_ours(here[0]) and callers is not None:
        generator, callers = callers
        outer = _innermost(generator)
        if not is_ours(outer[0]):
            return outer
    return here


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
    """Return where a generator is, inside those it yields from; of those, the innermost that is the user's own."""
    place = (generator.gi_code, _instruction(generator))
    inner = _delegate(generator)
    while inner.__class__ is GeneratorType:
        if not is_ours(inner.gi_code) or is_ours(place[0]):
            place = (inner.gi_code, _instruction(inner))
        inner = _delegate(inner)
    return place


def _delegate(generator: Any) -> Any:
    """Return what a suspended generator yields from; to ask one that runs can crash CPython 3.11 itself."""
    return generator.gi_yieldfrom if generator.gi_suspended else None


def _instruction(generator: Any) -> int:
    frame = generator.gi_frame
    return 0 if frame is None else int(frame.f_lasti)


def unyielded(process: Any, request: str) -> tuple[str, int]:
    """Return where *process* called ``request`` without yielding it.

    It is the last such call before the place where the code has come to; where none can be found,
    that place itself.
    """
    here, instruction = position(process)
    candidates = [offset for offset in _calls_without_yield(here, request) if offset <= instruction or not instruction]
    if candidates:
        return place_of(here, candidates[-1])
    inner = [(code, offset) for code in _nested(here) for offset in _calls_without_yield(code, request)]
    return place_of(*inner[0]) if inner else place_of(here, instruction)


def _calls_without_yield(code: CodeType, request: str) -> list[int]:
    """Return the offsets at which *code* fetches the method *request* and does not yield what it returns."""
    import dis  # only a mistake needs it

    found = []
    fetched: int | None = None
    called = False
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_METHOD", "LOAD_ATTR") and step.argval == request:
            fetched, called = step.offset, False
        elif fetched is not None and step.opname.startswith("CALL") and "INTRINSIC" not in step.opname:
            called = True
        elif fetched is not None and called and step.opname not in ("CACHE", "NOP"):
            if step.opname not in ("YIELD_VALUE", "RETURN_VALUE"):
                found.append(fetched)
            fetched = None
    return found


def _nested(code: CodeType) -> list[CodeType]:
    """Return the code of the functions that *code* defines or, by name, calls."""
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]
