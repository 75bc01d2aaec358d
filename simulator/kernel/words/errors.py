"""What can go wrong in the kernel, and what a process raises to end itself.

Two families. *Errors of a process* are part of what is simulated: they are raised in the process
that made the mistake, crash it unless it catches them, and reach its links and monitors as exit
reasons. *Errors of the scenario* are mistakes in its Python code that no BEAM process could make,
such as a forgotten ``yield``; they end the run and name the user's own file and line.
"""

from __future__ import annotations

import os
from typing import Any

from simulator.terms.atoms import Atom
from simulator.terms.errors import SimulatorError
from simulator.terms.inspect import inspect


def _shown(term: Any) -> str:
    """Return a term as Elixir prints it: of no object an address, which would be another in each run."""
    return inspect(term)


class Exit(BaseException):
    """Raised by ``proc.exit(reason)``: ends the process with *reason*, unless caught as ``catch :exit`` would.

    It is no ``Exception``, so that ``except Exception`` (Elixir's ``rescue``) lets it pass.
    """

    def __init__(self, reason: Any) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return _shown(self.reason)


class Throw(BaseException):
    """Raised by ``proc.throw(value)``; uncaught it ends the process with ``{{:nocatch, value}, stacktrace}``."""

    def __init__(self, value: Any) -> None:
        super().__init__(value)
        self.value = value

    def __str__(self) -> str:
        return _shown(self.value)


class Abandon(BaseException):
    """Unwinds a process that a signal of its own killed while it was running; never seen outside the kernel."""


class ArgumentError(SimulatorError, ValueError):
    """An argument that the BEAM's built-in function rejects with ``badarg``; Elixir's ``ArgumentError``."""

    original: Any = None
    """What the exit reason holds in place of this error; None for the error itself."""


def badarg(position: int, problem: str, *more: tuple[int, str]) -> ArgumentError:
    """Return what a built-in function of the BEAM raises for its argument at *position*, in Elixir's words.

    *more* are other arguments that are wrong, each with its position.
    """
    nth = ("", "1st", "2nd", "3rd", "4th")
    lines = [f"  * {nth[at]} argument: {what}\n" for at, what in [(position, problem), *more]]
    return rejected("errors were found at the given arguments:\n\n" + "".join(lines))


def rejected(message: str) -> ArgumentError:
    """Return an :class:`ArgumentError` whose exit reason is the BEAM's own ``:badarg``."""
    error = ArgumentError(message)
    error.original = Atom("badarg")
    return error


class ErlangError(SimulatorError):
    """An error that is an Erlang term, such as ``:noproc``; Elixir's ``ErlangError``.

    >>> from simulator.terms import atom
    >>> str(ErlangError(atom.noproc))
    'Erlang error: :noproc'
    """

    def __init__(self, original: Any) -> None:
        super().__init__(original)
        self.original = original

    def __str__(self) -> str:
        return f"Erlang error: {inspect(self.original)}"

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("original", self.original)]


class BadArityError(SimulatorError, TypeError):
    """A process's function was given the wrong number of arguments; Elixir's ``BadArityError``."""

    def __init__(self, function: Any, args: tuple[Any, ...], problem: str) -> None:
        super().__init__(problem)
        self.original = (Atom("badarity"), (function, list(args)))
        code = getattr(function, "__code__", None)
        if code is not None:
            self.add_note(f"the function is at {os.path.basename(code.co_filename)}:{code.co_firstlineno}")


class ScenarioError(SimulatorError):
    """A mistake in a scenario's own code that ends the run; ``file`` and ``line`` say where it is."""

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.file = file
        self.line = line

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.args[0]}" if self.file else str(self.args[0])


class Halted(ScenarioError):
    """A process ended the whole run (``System.halt/1``), with an exit *status*; no mistake, but nobody's to catch."""

    def __init__(self, status: int) -> None:
        super().__init__(f"halted with status {status}")
        self.status = status


class ForgottenYield(ScenarioError, RuntimeError):
    """A request such as ``proc.receive()`` was made and not yielded."""


class ForeignYield(ScenarioError, TypeError):
    """A process yielded something that is neither a request of its own nor a SimPy event of its kernel."""


class ForeignContext(ScenarioError, RuntimeError):
    """A process used the ``proc`` of another one, as a closure over its parent's does."""


class NotAProcess(ScenarioError, TypeError):
    """Something was spawned that is no function, or a guard is a generator where a plain function is needed."""


class NotCopyable(ScenarioError, TypeError):
    """Something was to cross from one process to another that cannot be copied, such as a lock or a generator."""


class OutputLost(ScenarioError, OSError):
    """What processes print cannot be written any more, because the disk is full or the reader has gone."""


class StalledClock(ScenarioError, RuntimeError):
    """Processes go on and on and virtual time does not advance."""


class TooMuchWork(StalledClock):
    """A process does more at one instant than any that has an end."""


class TooMuchKept(TooMuchWork):
    """A program keeps more than any that has an end: rows of tables, atoms."""


class CutOff(ScenarioError):
    """A run took more time or memory of the machine than it may: where it was cut is another point each time."""


class TooManyProcesses(ScenarioError, RuntimeError):
    """More processes are alive than the run allows."""


class MailboxFlood(ScenarioError, RuntimeError):
    """A mailbox holds more messages than the run allows."""
