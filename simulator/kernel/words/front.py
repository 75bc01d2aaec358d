"""What a front end decides of how processes end: the lists of its terms, its exceptions, their words.

A scenario in Python raises Python's exceptions and has Python's lists; another front end has its own
of both. The kernel and OTP ask the :class:`Front` of the run where it makes a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import CodeType
from typing import Any, NoReturn

from simulator.kernel.words.errors import ErlangError, Exit, ScenarioError, Throw
from simulator.kernel.words.exits import error_message, exit_text
from simulator.kernel.words.reports import frame_lines, stacktrace
from simulator.terms import Atom, inspect
from simulator.terms.durations import DurationError, nanoseconds
from simulator.terms.errors import SimulatorError

NOCATCH = Atom("nocatch")


class Front:
    """How failures look in scenarios written in Python."""

    sees_all = True
    """Whether a process that asks for its own messages sees those, too, that the BEAM has in an outer queue still."""

    counts: Callable[[CodeType], bool] | None = None
    """Whether to call this code costs time, where code does (see :mod:`simulator.kernel.costs`); None: no code does."""

    def failure(self, raised: BaseException) -> BaseException:
        """Return what ended a process, as its language knows it; by default that is what was raised."""
        return raised

    def is_defect(self, failure: BaseException, stack: Any) -> bool:
        """Return whether a failure comes of the simulator's own code, with none of the scenario's in between."""
        return not stack and not isinstance(failure, SimulatorError)

    def met_defect(self, failure: BaseException) -> None:
        """Do what is to be done before a defect of the simulator ends the run; the process may be ended instead."""

    def refuse(self, what: str) -> NoReturn:
        """End the run: the program asked for what is not supported."""
        raise ScenarioError(f"the simulator does not support: {what}")

    def reply_tag(self, ref: Any) -> Any:
        """Return what a reply begins with that a call with a limit of time, of this reference, has not waited for."""
        return ref

    def listed(self, items: list[Any]) -> Any:
        """Return a list, as the programs of this front end have lists."""
        return items

    def hears_reports(self) -> bool:
        """Return whether reports of crashes are told; the trace has them in any case."""
        return True

    def reported(self, proc: Any, kind: str, text: str, told: dict[str, Any]) -> Iterable[Any]:
        """Return the steps in which others than the console hear of what OTP reports: *kind*, and what it tells."""
        return ()

    def crashed(self, proc: Any, reason: Any, words: str) -> None:
        """Take notice of a process that ends for what it did not catch, in these *words*, and no behaviour tells of."""

    def is_duration(self, term: Any) -> bool:
        """Return whether a callback may give this as a time: milliseconds, or a text with its unit."""
        if term.__class__ is bool:
            return False
        try:
            nanoseconds(term)
        except DurationError:
            return False
        return True

    def stack(self, failure: BaseException) -> Any:
        """Return the stack trace that an exit reason holds."""
        return self.listed([*getattr(failure, "frames", ()), *stacktrace(failure)])

    def reason(self, failure: BaseException) -> Any:
        """Return the exit reason that an exception or a throw makes."""
        if isinstance(failure, Exit):
            return failure.reason
        if isinstance(failure, Throw):
            return ((NOCATCH, failure.value), self.stack(failure))
        original = getattr(failure, "original", None)
        return (failure if original is None else original, self.stack(failure))

    def exit_text(self, reason: Any) -> str:
        """Return an exit reason in Elixir's words."""
        return exit_text(reason)

    def headline(self, failure: BaseException) -> str:
        """Return class and message of a failure, as they stand first in its banner, with notes that were added."""
        if isinstance(failure, Exit):
            return f"** (exit) {self.exit_text(failure.reason)}"
        if isinstance(failure, Throw):
            return f"** (throw) {inspect(failure.value)}"
        notes = (f"\n    {note}" for note in getattr(failure, "__notes__", ()))
        return f"** ({type(failure).__name__}) {error_message(failure)}{''.join(notes)}"

    def stopped(self, failure: BaseException) -> str:
        """Return the headline of a failure where it ends a server: what is no exception but a term *stops* it."""
        if isinstance(failure, Exit):
            return f"** (stop) {self.exit_text(failure.reason)}"
        if isinstance(failure, Throw):
            return f"** (stop) {inspect((NOCATCH, failure.value))}"
        if isinstance(failure, ErlangError):
            return f"** (stop) {self.exit_text(failure.original)}"
        return self.headline(failure)

    def uncaught(self, failure: BaseException) -> str:
        """Return the headline of a failure where it ends a process that is no server."""
        if isinstance(failure, Throw):
            return f"** (ErlangError) Erlang error: {inspect((NOCATCH, failure.value))}"
        return self.headline(failure)

    def lines(self, failure: BaseException) -> list[str]:
        """Return the stack of a failure, a line each."""
        return frame_lines(failure)

    def banner(self, failure: BaseException) -> str:
        """Return a failure as Elixir prints one that nobody caught: class, message and stack, a line each."""
        return "\n".join([self.headline(failure), *self.lines(failure)])


PYTHON = Front()
"""The front end of scenarios in Python."""
