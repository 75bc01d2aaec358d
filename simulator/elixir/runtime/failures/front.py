"""What the kernel and OTP ask of Elixir programs: how they fail, and what their lists are."""

from __future__ import annotations

from collections.abc import Iterable
from types import CodeType, FunctionType
from typing import Any, NoReturn

from simulator.elixir.runtime.bridge import Foreign, from_python
from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.failures.blame import blamed_entries
from simulator.elixir.runtime.failures.blame import headline as blamed_headline
from simulator.elixir.runtime.failures.converting import convert
from simulator.elixir.runtime.failures.exceptions import message_of
from simulator.elixir.runtime.failures.exit_text import exit_text, headline_of
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.elixir.runtime.failures.traces import entries, lines
from simulator.elixir.runtime.unsupported import refuse, stop_test_at_defect
from simulator.elixir.runtime.world import World, world
from simulator.kernel import IMMUTABLE, Exit, Front, Throw
from simulator.terms import atom, inspect
from simulator.terms.bits import Bits
from simulator.terms.errors import SimulatorError
from simulator.terms.inspect import PRINTERS
from simulator.terms.lists import Cons, Empty, Lazy, from_list
from simulator.terms.maps import Map, get, struct_name
from simulator.terms.weight import weigh

IMMUTABLE.update({Cons, Lazy, Empty, Map, Bits, FunctionType})  # no message is copied, or shown before it is asked for
PRINTERS[Foreign] = lambda term, limit, walk: PRINTERS[FunctionType](term.function, limit, walk)


_ABOVE_ERRORS = ("critical", "alert", "emergency", "off", "none")
"""The levels of Logger from which on a crash is not reported."""


class ElixirFront(Front):
    """How failures look in Elixir programs."""

    sees_all = False

    def counts(self, code: CodeType) -> bool:
        """Return whether code is an Elixir function's: to call one costs time, where code does."""
        return code.co_filename.endswith((".exs", ".ex", "nofile"))

    def met_defect(self, failure: BaseException) -> None:
        """End the test that runs, where one does."""
        stop_test_at_defect(failure)

    def refuse(self, what: str) -> NoReturn:
        """End the run, or the test that runs: the program asked for what is not supported."""
        refuse(what)

    def failure(self, raised: BaseException) -> BaseException:
        """Return what ended a process, as Elixir knows it."""
        return convert(raised) or raised

    def is_defect(self, failure: BaseException, stack: Any) -> bool:
        """Return whether a failure is none that Elixir code can come to."""
        return not isinstance(failure, SimulatorError | Exit | Throw)

    def reply_tag(self, ref: Any) -> Any:
        """Return ``[:alias | ref]``."""
        return Cons(atom.alias, ref)

    def listed(self, items: list[Any]) -> Any:
        """Return an Elixir list."""
        for item in items:
            weigh(item, 5)  # each place is looked at, and made anew
        return from_list([from_python(item) for item in items])

    def hears_reports(self) -> bool:
        """Return whether Logger's level lets errors through, and no other way of events has them."""
        return world().logging is None and world().log_level not in _ABOVE_ERRORS

    def reported(self, proc: Any, kind: str, text: str, told: dict[str, Any]) -> Iterable[Any]:
        """Return the steps in which the handlers of what is logged get a report, where there are some."""
        way = world().logging
        return () if way is None else way.report(proc, kind, text, told)

    def crashed(self, proc: Any, reason: Any, words: str) -> None:
        """Let the handlers hear of it, where there are some."""
        if world().logging is not None:
            world().logging.crashed(proc, reason, words)

    def is_duration(self, term: Any) -> bool:
        """Return whether a callback may give this as a time: whole milliseconds."""
        return term.__class__ is int and bool(term >= 0)

    def stack(self, failure: BaseException) -> Any:
        """Return the stack trace that an exit reason holds."""
        return stacktrace(failure)

    def lines(self, failure: BaseException) -> list[str]:
        """Return the stack of a failure, a line each."""
        return lines(entries(failure))

    def exit_text(self, reason: Any) -> str:
        """Return an exit reason in Elixir's words."""
        return exit_text(reason)

    def headline(self, failure: BaseException) -> str:
        """Return class and message of a failure."""
        if isinstance(failure, Raised):
            return headline_of(failure.original, entries(failure)) if failure.told is None else _told(failure)
        return super().headline(failure)

    def banner(self, failure: BaseException) -> str:
        """Return what is printed of a failure that ended the main process: what it can be blamed for, too."""
        if not isinstance(failure, Raised):
            return super().banner(failure)
        return "\n".join([blamed_headline(failure), *lines(blamed_entries(failure))])

    def stopped(self, failure: BaseException) -> str:
        """Return the headline of a failure that ends a server: a term that stands for no exception *stops* it."""
        if isinstance(failure, Raised) and _is_plain(failure):
            return f"** (stop) {exit_text(failure.original)}"
        return super().stopped(failure)


def _told(failure: Raised) -> str:
    return f"** ({inspect(struct_name(failure.told))}) {message_of(failure.told)}"


def _is_plain(failure: Raised) -> bool:
    """Return whether what was raised is a term that Elixir knows no exception for."""
    return get(failure.struct, atom("__struct__")) is atom("Elixir.ErlangError")


ELIXIR = ElixirFront()
"""The front end of Elixir programs."""
World.front = ELIXIR
