"""What ExUnit prints: dots, failures with what was asserted, the summary.

Source of the forms: ExUnit of Elixir 1.14, ``ExUnit.CLIFormatter`` and ``ExUnit.Formatter``, without colours.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.errors import FUNCTION_CLAUSE, Raised
from simulator.elixir.runtime.failures.assertions import INDENT, assertion_lines
from simulator.elixir.runtime.failures.blame import arguments_text, blamed_entries, headline
from simulator.elixir.runtime.failures.exceptions import message_of
from simulator.elixir.runtime.failures.exit_text import exit_text
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.elixir.runtime.failures.traces import Entry, entry_text
from simulator.elixir.runtime.modules.modules import find
from simulator.kernel import Exit, Throw
from simulator.terms import Atom, inspect
from simulator.terms.maps import STRUCT

ASSERTION: Final = Atom("Elixir.ExUnit.AssertionError")
_CLAUSE: Final = Atom("Elixir.FunctionClauseError")
_FILE: Final = Atom("file")
_LINE: Final = Atom("line")


class Failed:
    """What went wrong in a test: what was raised, or the reason for which its process ended."""

    def __init__(self, failure: BaseException | None, *, pid: Any = None, reason: Any = None, text: str = "",
                 unsupported: bool = False, stack: list[Entry] | None = None) -> None:  # fmt: skip
        self.failure = failure
        self.unsupported = unsupported
        """Whether it is no failure: the test asked for what is not supported, as *text* says."""
        self.pid = pid
        self.reason = reason
        self.text = text
        """What is said in place of all that."""
        self.stack = stack or []
        """Where it was when it was stopped."""
        self.alive: list[str] = []
        """The processes that were alive then: what each waits for, what lies in its mailbox."""


def failure_text(number: int, title: str, place: str, failed: Failed, source: Source) -> str:
    """Return what is printed of a test that failed."""
    lines = [INDENT + place] if place else []
    lines += _told(failed, source)
    return "\n".join([f"\n\n{number:>3}) {title}", *lines]) + "\n"


class Source:
    """Where a test stands: its module, its function, the lines of its file."""

    def __init__(self, module: Atom, name: Atom, lines: list[str], documented_in: str = "") -> None:
        self.module = module
        self.name = name
        self._lines = [] if documented_in else lines
        self._documented_in = documented_in
        """Of a doctest the file with the documentation, which its lines are those of."""

    def is_test(self, entry: Entry) -> bool:
        """Return whether an entry of a stack trace is the test's own."""
        return entry[0] is self.module and entry[1] is self.name

    def code(self, stack: list[Entry]) -> str | None:
        """Return the line of the test that a stack trace goes through."""
        for entry in filter(self.is_test, stack):
            line: int = dict(entry[3]).get(_LINE, 0)
            if 0 < line <= len(self._lines):
                return str(self._lines[line - 1]).strip()
        return None

    def shown(self, entry: Entry) -> str:
        """Return an entry as a line of the stack trace."""
        where = dict(entry[3])
        if not self.is_test(entry):
            return entry_text(entry)
        file = f"(for doctest at) {self._documented_in}" if self._documented_in else where.get(_FILE)
        return f"{file}:{where.get(_LINE)}: (test)"


def _told(failed: Failed, source: Source) -> list[str]:
    """Return what went wrong, indented."""
    if failed.text:
        return [*_indented(failed.text.split("\n")), *_traced(failed.stack, source)]
    if failed.failure is None:
        return _indented(f"** (EXIT from {inspect(failed.pid)}) {exit_text(failed.reason)}".split("\n"))
    stack = _with_callers(blamed_entries(failed.failure))
    code = source.code(stack)
    failure = failed.failure
    if isinstance(failure, Raised) and failure.struct.d[STRUCT] is ASSERTION:
        fields = {key.name: value for key, value in failure.struct.d.items()}
        lines = [line and INDENT + line for line in assertion_lines(fields, code)]
    else:
        lines = _indented(_headline(failure).split("\n"))
        if lines[1:2] == [INDENT] and isinstance(failure, Raised) and failure.original is FUNCTION_CLAUSE:
            lines[1] = ""
        lines += [] if code is None else [f"{INDENT}code: {code}"]
    return [*lines, f"{INDENT}stacktrace:", *(f"{INDENT}  {source.shown(entry)}" for entry in stack)]


def _traced(stack: list[Entry], source: Source) -> list[str]:
    """Return a stack trace, below the line of the test that it goes through."""
    if not stack:
        return []
    code = source.code(stack)
    return [*([] if code is None else [f"{INDENT}code: {code}"]),
            f"{INDENT}stacktrace:", *(f"{INDENT}  {source.shown(entry)}" for entry in stack)]  # fmt: skip


def _with_callers(stack: list[Entry]) -> list[Entry]:
    """Return a stack trace with the function of the module that calls its ``setup`` and ``setup_all``."""
    found: list[Entry] = []
    for entry in stack:
        found.append(entry)
        if entry[1].name.startswith("__ex_unit_setup"):
            caller = find(entry[0], "__ex_unit__", 0)
            if caller is None:  # of a template's callbacks it is not known where the template begins
                continue
            place = [(_FILE, dict(entry[3]).get(_FILE)), (_LINE, caller.__code__.co_firstlineno)]
            found.append((entry[0], Atom("__ex_unit__"), 2, place))
    return found


def _indented(lines: list[str]) -> list[str]:
    return [INDENT + line for line in lines]


def _headline(failure: BaseException) -> str:
    if isinstance(failure, Exit):
        return f"** (exit) {exit_text(failure.reason)}"
    if isinstance(failure, Throw):
        return f"** (throw) {inspect(failure.value)}"
    assert isinstance(failure, Raised)
    if failure.struct.d[STRUCT] is not _CLAUSE:
        return headline(failure)
    shown = f"** (FunctionClauseError) {message_of(failure.struct)}"
    return shown + arguments_text(stacktrace(failure))


def finished(nanoseconds: int, asynchronous: int) -> str:
    """Return how long the tests took: all of them, those that ran at the same time, the others.

    >>> finished(1_250_000_000, 0)
    'Finished in 1.2 seconds (0.00s async, 1.2s sync)'
    """
    sync = nanoseconds - asynchronous
    return f"Finished in {_seconds(nanoseconds)} seconds ({_seconds(asynchronous)}s async, {_seconds(sync)}s sync)"


def _seconds(nanoseconds: int) -> str:
    return scaled(nanoseconds, 10_000_000)


def scaled(nanoseconds: int, hundredth: int) -> str:
    """Return a time in a unit of which *hundredth* is a hundredth part, with two figures below one tenth.

    >>> scaled(2_500_000, 10_000), scaled(50_000, 10_000)
    ('2.5', '0.05')
    """
    hundredths = nanoseconds // hundredth
    return f"0.0{hundredths}" if hundredths < 10 else f"{hundredths // 100}.{hundredths // 10 % 10}"


def slowest(times: list[tuple[int, str]], number: Any, total: int) -> str:
    """Return what is told of the slowest tests, so many of them; nothing where nobody asks.

    >>> print(slowest([(1_000_000, "test a"), (3_000_000, "test b")], 1, 4_000_000).strip())
    Top 1 slowest (0.00s), 75.0% of total time:
    <BLANKLINE>
      * test b
    """
    if number.__class__ is not int or number <= 0:
        return ""
    chosen = sorted(times, key=lambda each: -each[0])[:number]
    taken = sum(time for time, _ in chosen)
    share = round(100 * taken / total, 1) if total else 0.0
    lines = "".join(f"  * {test}\n" for _, test in chosen)
    return f"\nTop {number} slowest ({_seconds(taken)}s), {share}% of total time:\n\n{lines}\n"


def summary(
    counts: dict[str, int], kinds: dict[str, int] | None = None, plurals: dict[str, str] | None = None
) -> str:
    """Return how many tests there were, and how many of them failed.

    >>> summary({"tests": 3, "failures": 1, "excluded": 0, "invalid": 0, "skipped": 1, "not supported": 0})
    '3 tests, 1 failure, 1 skipped'
    """
    found = {"test": counts["tests"]} if kinds is None else kinds
    parts = [_counted(number, what, plurals) for what, number in sorted(found.items()) if number > 0]
    parts.append(_counted(counts["failures"], "failure"))
    parts += [f"{counts[what]} {what}" for what in ("excluded", "invalid", "skipped", "not supported") if counts[what]]
    return ", ".join(parts)


def _counted(number: int, what: str, plurals: dict[str, str] | None = None) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {(plurals or {}).get(what, what + 's')}"
