"""Errors of Elixir code while it runs: what is raised, and what Python's own errors stand for.

Generated code relies on Python's operators, so a bad operand raises ``TypeError`` there; :func:`convert`
says what Elixir would have raised. What cannot come of Elixir code is a defect and goes through as it is.
"""

from __future__ import annotations

import os
from typing import Any, Final

from simulator.kernel.words.errors import Exit, ScenarioError, Throw
from simulator.terms import Atom
from simulator.terms.errors import SimulatorError
from simulator.terms.lists import from_list
from simulator.terms.maps import STRUCT, Map
from simulator.terms.places import OURS

_OTP: Final = os.path.join(OURS, "otp") + os.sep
TRUE: Final = Atom("true")
FALSE: Final = Atom("false")
EXCEPTION: Final = Atom("__exception__")
FUNCTION_CLAUSE: Final = Atom("function_clause")
BADARITH: Final = Atom("badarith")
BADARG: Final = Atom("badarg")
CAUGHT: Final = (Exception, Exit, Throw)
"""What ``try`` looks at; a process that is being killed is none of it."""


class Raised(SimulatorError):
    """An Elixir exception: *original* is its struct, or the Erlang term that stands for one.

    *told* is the struct where it says more than can be told of the term; *frames* stand before those of the
    traceback in the stack trace, innermost first.
    """

    def __init__(self, original: Any, told: Any = None, frames: tuple[Any, ...] = ()) -> None:
        super().__init__(original)
        self.original = original
        self.told = told
        self.frames = frames
        self.stack: Any = None
        """The stack trace that it was raised with again; None where its own counts."""

    @property
    def struct(self) -> Any:
        """The exception as a struct, as ``rescue`` gives it."""
        if self.told is None:
            from simulator.elixir.runtime.failures.exceptions import normalize

            self.told = normalize(self.original, self)
        return self.told

    def __str__(self) -> str:
        from simulator.elixir.runtime.failures.exceptions import message_of

        return str(message_of(self.struct))


def exception(name: str, **fields: Any) -> Map:
    """Return the exception struct of the module *name* (without ``Elixir.``).

    >>> exception("RuntimeError", message="no")
    %RuntimeError{message: "no"}
    """
    return Map({
        STRUCT: Atom(f"Elixir.{name}"), EXCEPTION: TRUE, **{Atom(key): value for key, value in fields.items()}
    })  # fmt: skip


def error(name: str, **fields: Any) -> Raised:
    """Return the exception *name* with these fields, and the others as they are by default, to be raised."""
    from simulator.elixir.runtime.failures.exceptions import defaults

    return Raised(exception(name, **{**defaults(name), **fields}))


def erlang(term: Any) -> Raised:
    """Return an Erlang error with this reason, to be raised: ``erlang(Atom("badarith"))``."""
    return Raised(term)


def function_clause(module: Any, name: str, arity: int, args: Any) -> Raised:
    """Return the error of a call that no clause takes; *module* is an atom, or a name without ``Elixir.``."""
    where = module if module.__class__ is Atom else Atom(f"Elixir.{module}")
    told = from_list(list(args)) if len(args) == arity else arity
    return Raised(FUNCTION_CLAUSE, None, ((where, Atom(name), told, from_list([])),))


_ARITHMETIC: Final = (
    "unsupported operand", "bad operand", "can only concatenate", "can't multiply", "can't concat",
    "must be str, not", "cannot multiply",
)  # fmt: skip


def convert(failure: BaseException) -> BaseException | None:
    """Return what was raised as Elixir knows it (:class:`Raised`, ``Exit`` or ``Throw``); None for a defect."""
    if isinstance(failure, (Raised, Exit, Throw)):
        return failure
    made = _converted(failure)
    if made is not None:
        made.__traceback__ = failure.__traceback__
        made.frames = (*made.frames, *map(_frame, getattr(failure, "frames", ())))
    return made


def _frame(frame: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a frame that OTP tells of, with Elixir's lists; where it stands is OTP's own business."""
    return tuple([from_list(part) if part.__class__ is list else part for part in (*frame[:3], [])])


def _converted(failure: BaseException) -> Raised | None:
    if isinstance(failure, ScenarioError):
        return None
    if isinstance(failure, SimulatorError):
        from simulator.elixir.runtime.failures.exceptions import of_python

        return of_python(failure)
    if isinstance(failure, (ZeroDivisionError, OverflowError)):
        return bad_arithmetic(failure)
    if isinstance(failure, (RecursionError, MemoryError)):
        return too_deep(failure)
    if isinstance(failure, TypeError):
        if str(failure).startswith(_ARITHMETIC):
            return bad_arithmetic(failure)
        from simulator.elixir.runtime.failures.misuse import misused

        return misused(failure)
    if failure.__class__ is RuntimeError and _is_of_otp(failure):
        frame = (Atom("gen_server"), Atom("handle_msg"), 6, from_list([]))
        return Raised(exception("RuntimeError", message=str(failure)), None, (frame,))
    if isinstance(failure, IndexError) and str(failure).startswith("tuple index"):
        return Raised(BADARG, exception("ArgumentError", message=_badarg(1, "out of range")))
    return None


def _is_of_otp(failure: BaseException) -> bool:
    """Return whether OTP complains, of a server without a clause or a full supervisor: as a ``RuntimeError`` there."""
    step = failure.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is not None and step.tb_frame.f_code.co_filename.startswith(_OTP)


def bad_arithmetic(failure: BaseException) -> Raised:
    """Return the error of an operator of Python's, with its operands as far as they are known."""
    from simulator.elixir.runtime.operands import operands

    found = operands(failure)
    return Raised(BADARITH) if found is None else arithmetic(*found)


def arithmetic(operator: str, values: list[Any]) -> Raised:
    """Return the error of an operator or function of ``:erlang`` that takes numbers."""
    call = (Atom("erlang"), Atom(operator), from_list(values), from_list([]))
    return Raised(BADARITH, None, (call,))


def _badarg(position: int, problem: str) -> str:
    from simulator.kernel.words.errors import badarg

    return str(badarg(position, problem))


def too_deep(failure: BaseException) -> Raised:
    """Return the error of a recursion without an end; it names the function."""
    step = failure.__traceback__
    name = ""
    while step is not None:
        title = step.tb_frame.f_code.co_qualname
        if "/" in title:
            name = title
        step = step.tb_next
    who = f": {name} calls deeper than there is room for" if name else ""
    return Raised(Atom("system_limit"), exception("SystemLimitError", message=f"a system limit has been reached{who}"))


def caught(failure: BaseException) -> BaseException:
    """Return :func:`convert` of what ``try`` caught; what is no business of the program goes on."""
    found = convert(failure)
    if found is None:
        raise failure
    return found
