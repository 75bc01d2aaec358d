"""What came of a run: the :class:`Run`, and the error for one that came to no good end."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from simulator.kernel import Kernel, ScenarioError
from simulator.scenario.config import Config
from simulator.terms import atom
from simulator.terms.durations import duration_text
from simulator.terms.errors import SimulatorError
from simulator.terms.shown import portable

if TYPE_CHECKING:
    from simulator.diagrams import LinkGraph, Sequence, Timeline
    from simulator.player import Player
    from simulator.trace import Statistics, Trace


class Ended:
    """What a kernel tells of its run once that is over: all that is left of it where a :class:`Run` was pickled."""

    def __init__(self, kernel: Kernel) -> None:
        self.now = self._now = kernel._now
        self.spawned, self.alive = kernel.spawned, kernel.alive
        self.messages, self.turns, self.recorded = kernel.messages, kernel.turns, kernel.recorded
        self.main_exit = kernel.main_exit and (portable(kernel.main_exit[0]), kernel.main_exit[1])
        self.main_banner = kernel.main_banner
        self.failed_assertion = portable(kernel.failed_assertion)


class Run:
    """What came of a run. In a notebook it shows itself as a sequence diagram.

    It can be pickled, with its trace; an exit reason that cannot be is then the text that Elixir prints for it.
    """

    def __init__(self, kernel: Kernel, config: Config, output: list[str], reports: list[str]) -> None:
        self.kernel = kernel
        self.config = config
        self._trace: Trace | None = None
        self._output = output
        self._waiting: list[str] = []
        self.reports = reports
        """The reports of the processes that crashed; that of the main process, which :attr:`crash` is, comes last."""
        self.ended = "finished"
        """Why the run ended: finished, halted, until, limit, interrupted or error."""
        self.status: int | None = None
        """The exit status that the program ended itself with (``System.halt/1``)."""
        self.kept: list[str] = []
        """Files that an Elixir program has written, and that are in memory alone."""
        self.error: ScenarioError | None = None
        """The mistake in the scenario that ended the run, if one did."""
        self.stuck: str | None = None
        """Where the main process waits for what cannot come any more, if it does: nothing more can happen."""
        self.misspelt: list[str] = []
        """A line for each setting of the config that nobody read and whose name is nearly that of a run's setting."""
        self.deadlocks: list[str] = []
        """The circles of processes that wait for each other at the end: ``a -> b -> a``, a text for each."""

    @property
    def reason(self) -> Any:
        """Exit reason of the main process; None while it has not ended."""
        return None if self.kernel.main_exit is None else self.kernel.main_exit[0]

    @property
    def crash(self) -> str | None:
        """What Elixir prints of a main process that ended abnormally: why, and where in the code; None if it did not.

        >>> from simulator import run
        >>> def main(proc):
        ...     raise ValueError("no such account")
        >>> run(main).crash.splitlines()[0]
        '** (ValueError) no such account'
        """
        ended = self.kernel.main_exit
        return self.kernel.main_banner if ended is not None and _status_of(*ended) == 1 else None

    @property
    def ok(self) -> bool:
        """Whether the run came to a good end: no mistake, and the main process alive or ended with no error."""
        return self.error is None and self.ended not in ("limit", "interrupted") and exit_status(self) == 0

    @property
    def output(self) -> str:
        """All that was printed."""
        return "".join(self._output)

    @property
    def waiting(self) -> list[str]:
        """A line for each process that was alive at the end: who, where in its code, and for whom it waits.

        Those that wait for others come first: in a call, for a task, or in a receive that names a sender. A server
        that waits for anybody's message is idle.
        """
        return self._waiting

    def conclude(self) -> None:
        """Note who waits for whom, now that the run has come to its end; called before its processes are let go."""
        kernel = self.kernel
        if self.ended in ("finished", "until"):
            for circle in kernel.record_waiting():
                self.deadlocks.append(" -> ".join([*map(kernel.called, circle), str(circle[0])]))
        if self.ended == "finished" and kernel.stuck:
            self.stuck = kernel.main_waits

    @property
    def now(self) -> int:
        """Virtual time at which the run ended, in nanoseconds."""
        return self.kernel._now

    @property
    def trace(self) -> Trace:
        """The trace; raises ``ValueError`` if the run was made without one."""
        if self._trace is None:
            raise ValueError("this run was made without a trace: run(main, trace=True)")
        return self._trace

    def sequence(self, **options: Any) -> Sequence:
        """Return the sequence diagram; the options are those of :func:`simulator.diagrams.sequences.diagram`."""
        from simulator.diagrams import sequence

        return sequence(self.trace, **options)

    def timeline(self, **options: Any) -> Timeline:
        """Return the timeline; the options are those of :func:`simulator.diagrams.timeline`."""
        from simulator.diagrams import timeline

        return timeline(self.trace, **options)

    def player(self, height: int = 720) -> Player:
        """Return the player, which a notebook shows in a frame of so many pixels; its ``html`` is the whole page."""
        from simulator.player import Player

        return Player(self.trace, height)

    def links(self, **options: Any) -> LinkGraph:
        """Return the graph of links; the options are those of :func:`simulator.diagrams.link_graphs.graph`."""
        from simulator.diagrams import links

        return links(self.trace, **options)

    def stats(self) -> Statistics:
        """Return the run's statistics: mailboxes, waiting, calls, schedulers (see ``docs/statistics.md``).

        Of a run without a trace there are only the totals that the kernel counts anyway.
        """
        from simulator.trace import Statistics, Totals, statistics

        if self._trace is not None:
            return statistics(self._trace)
        kernel = self.kernel
        totals = Totals(duration_ns=kernel._now, processes=kernel.spawned, alive=kernel.alive, received=kernel.messages)
        return Statistics(seed=self.config.seed, ended=self.ended, totals=totals)

    def counts(self) -> dict[str, int]:
        """Return what the kernel counts: virtual time in nanoseconds, processes, messages received, turns.

        A turn is what a process does between two waits; ``events``, those of the trace, there are with a trace.
        """
        kernel = self.kernel
        return {
            "virtual_time_ns": kernel._now,
            "processes": kernel.spawned,
            "alive": kernel.alive,
            "messages": kernel.messages,
            "turns": kernel.turns,
            **({} if kernel.recorded is None else {"events": kernel.recorded}),
        }

    def check(self) -> None:
        """Raise :class:`RunError` if the run is not :attr:`ok`, or if an assertion failed in any of its processes.

        The error's cause is the exception, and its text holds all reports. Of a failed assertion it is an
        ``AssertionError``, too. As :meth:`subprocess.CompletedProcess.check_returncode` is for exit statuses.
        """
        failed = self.kernel.failed_assertion
        if failed is not None:
            raise AssertionRunError(self) from failed
        if not self.ok:
            raised = self.reason[0] if isinstance(self.reason, tuple) and self.reason else None
            raise RunError(self) from raised if isinstance(raised, BaseException) else None

    def __getstate__(self) -> dict[str, Any]:
        kernel: Any = self.kernel
        return {**vars(self), "kernel": kernel if isinstance(kernel, Ended) else Ended(kernel)}

    def __repr__(self) -> str:
        crash = self.crash
        count = self.kernel.spawned
        told = f"{'crashed' if crash else 'stuck' if self.stuck else self.ended} at {duration_text(self.now)}"
        told += f", {count:,} process{'' if count == 1 else 'es'}"
        if crash is not None:
            told += f": {_in_one_line(crash)}"
        for text in [self.stuck, *(f"deadlock: {circle}" for circle in self.deadlocks)]:
            told += f"; {text}" if text else ""
        others = len(self.reports) - (crash is not None)
        if others:
            told += f"; {others} {'other ' if crash else ''}crash report{'' if others == 1 else 's'}"
            told += f", the first: {_in_one_line(self.reports[0])}"
        return f"<Run {told}>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle = {"text/plain": "\n".join([repr(self), *self.reports])}
        if self._trace is not None and self.ended != "error":
            bundle["image/svg+xml"] = self.sequence().svg()
        if self.reports:  # a notebook shows one of these forms, and a picture does not say why
            told = "".join(f"<pre>{escape(text)}</pre>" for text in bundle["text/plain"].split("\n\n"))
            bundle["text/html"] = f"{told}{_embedded(bundle.get('image/svg+xml', ''))}"
        return bundle


def exit_status(result: Run) -> int:
    """Return the exit status that ``elixir FILE`` would have: what the program itself chose, 0, or 1 after a crash.

    It is 1, too, where the main process waits for what cannot come: a BEAM would wait for ever.
    """
    if result.status is not None:
        return result.status
    if result.stuck is not None:
        return 1
    return 0 if result.kernel.main_exit is None else _status_of(*result.kernel.main_exit)


def _status_of(reason: Any, how: str) -> int:
    """Return the exit status that the end of the main process makes."""
    if how in ("returned", "exit"):
        if reason in (atom.normal, atom.shutdown):
            return 0
        if how == "exit" and isinstance(reason, tuple) and len(reason) == 2 and reason[0] is atom.shutdown:
            return reason[1] & 255 if type(reason[1]) is int else 1
    return 1


def _in_one_line(report: str) -> str:
    """Return what a report says first, and the place in the code that it names first."""
    lines = [line.strip() for line in report.splitlines()] or [""]
    first = next((number for number, line in enumerate(lines) if line.startswith("**")), 0)
    told = " ".join(lines[first : first + 2]) if lines[first].endswith(":") else lines[first]
    place = next((line for line in lines if re.match(r"\S+:\d+: ", line)), "")
    return f"{told} ({place})" if place else told


def _embedded(svg: str) -> str:
    """Return a picture as it can stand in a page: alone, without what makes it a file."""
    return svg[svg.find("<svg") :] if "<svg" in svg else ""


class RunError(SimulatorError, RuntimeError):
    """A run that was to be checked came to no good end; ``run`` is the :class:`Run`, with all that it holds."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self.run = run

    def __str__(self) -> str:
        return "\n".join([repr(self.run), *self.run.reports])


class AssertionRunError(RunError, AssertionError):
    """An assertion failed in a process of a run that was to be checked."""
