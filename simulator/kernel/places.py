"""Places in the user's code: where a process is, and where it forgot a ``yield``.

Nothing is noted while the code runs, which would cost every request 90 ns. A generator that is
suspended knows its own position; and a request that was made and not yielded can be found in the
code afterwards, because there the call is not followed by a ``yield``.
"""

from __future__ import annotations

from types import CodeType, GeneratorType
from typing import Any

from simulator.terms.places import place_of


def position(generator: Any) -> tuple[CodeType, int]:
    """Return the code and instruction at which a generator is, inside those it yields from."""
    inner = generator.gi_yieldfrom
    while inner.__class__ is GeneratorType:
        generator, inner = inner, inner.gi_yieldfrom
    frame = generator.gi_frame
    return (generator.gi_code, 0) if frame is None else (frame.f_code, frame.f_lasti)


def unyielded(generator: Any, request: str) -> tuple[str, int]:
    """Return where the process that runs *generator* called ``request`` without yielding it.

    It is the last such call before the place where the code has come to; where none can be found,
    that place itself.
    """
    here, instruction = position(generator)
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
