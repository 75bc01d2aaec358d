"""What Python's own errors stand for in Elixir code.

Generated code relies on Python's operators, so a bad operand raises ``TypeError`` there; :func:`convert`
says what Elixir would have raised. Where there is no room to go on, it stops the program. What cannot come of Elixir
code is a defect and goes through as it is.
"""

from __future__ import annotations

import os
from typing import Any, Final, NoReturn

from simulator.elixir.runtime.errors import BADARITH, Raised, arithmetic, exception, rejected
from simulator.elixir.runtime.failures.exceptions import of_python
from simulator.elixir.runtime.failures.messages import CONVERTERS
from simulator.elixir.runtime.failures.misuse import misused
from simulator.elixir.runtime.operands import operands
from simulator.elixir.runtime.unsupported import in_words, stop_program_at
from simulator.elixir.runtime.values import deep
from simulator.elixir.runtime.values.counted import count
from simulator.kernel.words.errors import Exit, ScenarioError, Throw, TooMuchWork
from simulator.terms import Atom
from simulator.terms.errors import SimulatorError
from simulator.terms.lists import from_list
from simulator.terms.places import OURS

_OTP: Final = os.path.join(OURS, "otp") + os.sep
_RAISED: Final = 60
"""How many items a failure that was caught counts for: it takes 50 microseconds, with its stack trace."""
_ARITHMETIC: Final = (
    "unsupported operand", "bad operand", "can only concatenate", "can't multiply", "can't concat",
    "must be str, not", "cannot multiply",
)  # fmt: skip


def convert(failure: BaseException) -> BaseException | None:
    """Return what was raised as Elixir knows it (:class:`Raised`, ``Exit`` or ``Throw``); None for a defect."""
    failure = getattr(failure, "raised", None) or failure  # what code raised that ran while source was compiled
    if isinstance(failure, (Raised, Exit, Throw)):
        return failure
    made = _converted(failure)
    if made is not None:
        made.__traceback__ = failure.__traceback__
        made.frames = (*made.frames, *map(_frame, getattr(failure, "frames", ())))
    return made


CONVERTERS.append(convert)


def _frame(frame: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a frame that OTP tells of, with Elixir's lists; where it stands is OTP's own business."""
    return tuple([from_list(part) if part.__class__ is list else part for part in (*frame[:3], [])])


def _converted(failure: BaseException) -> Raised | None:
    if isinstance(failure, ScenarioError):
        return None
    if isinstance(failure, SimulatorError):
        return of_python(failure)
    if isinstance(failure, (ZeroDivisionError, OverflowError)):
        return bad_arithmetic(failure)
    if isinstance(failure, (RecursionError, MemoryError)):
        _stop_for_room(failure)
    if isinstance(failure, TypeError):
        if str(failure).startswith(_ARITHMETIC):
            return bad_arithmetic(failure)
        return misused(failure)
    if failure.__class__ is RuntimeError and _is_of_otp(failure):
        frame = (Atom("gen_server"), Atom("handle_msg"), 6, from_list([]))
        return Raised(exception("RuntimeError", message=str(failure)), None, (frame,))
    if isinstance(failure, IndexError) and str(failure).startswith("tuple index"):
        return rejected(1, "out of range")
    return None


def _is_of_otp(failure: BaseException) -> bool:
    """Return whether OTP complains, of a server without a clause or a full supervisor: as a ``RuntimeError`` there."""
    step = failure.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is not None and step.tb_frame.f_code.co_filename.startswith(_OTP)


def bad_arithmetic(failure: BaseException) -> Raised:
    """Return the error of an operator of Python's, with its operands as far as they are known."""
    found = operands(failure)
    return Raised(BADARITH) if found is None else arithmetic(*found)


def _stop_for_room(failure: BaseException) -> NoReturn:
    """Stop the program: calls are nested deeper than there is room for, or memory is used up."""
    step = failure.__traceback__
    name, file, line = "", "", 0
    while step is not None:
        title = step.tb_frame.f_code.co_qualname
        if "/" in title:
            name, file, line = title, step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    if isinstance(failure, MemoryError):
        problem = f"no memory is left for {in_words(name)}"
    else:
        problem = f"no end: {in_words(name)} calls deeper than there is room for ({deep.FRAMES:,} frames)"
    stop_program_at(TooMuchWork, problem, file, line)


def caught(failure: BaseException) -> BaseException:
    """Return :func:`convert` of what ``try`` caught; what is no business of the program goes on."""
    found = convert(failure)
    if found is None:
        raise failure
    if found.__class__ is not Throw:
        count(_RAISED)
    return found
