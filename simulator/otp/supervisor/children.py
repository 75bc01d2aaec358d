"""How a supervisor starts a child and how it ends one: what every kind of supervisor has in common.

Source of the semantics: OTP 25's ``supervisor`` (``do_start_child_i``, ``shutdown``, ``add_restart``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import ANY, Exit, Process, ScenarioError, Throw
from simulator.kernel.process.isolation import isolated
from simulator.otp.server.crash import Crash, is_ordinary
from simulator.otp.server.errors import UndefinedFunctionError
from simulator.otp.server.gen import DOWN, Steps
from simulator.otp.server.start import EXIT
from simulator.otp.supervisor.child_spec import BRUTAL_KILL, INFINITY, PERMANENT, Child
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.objects import module_name

_OWN: Final = "simulator.otp."
SECOND: Final = 1_000_000_000  # nanoseconds


class Intensity:
    """How many restarts there may be, and how many there were lately.

    As OTP does it counts whole seconds: a restart counts for as long as the clock's second is no more
    than *period* after its own.

    >>> allowed = Intensity(1, 5)
    >>> allowed.add(0), allowed.add(5 * SECOND + 999_999_999), allowed.add(11 * SECOND)
    (True, False, True)
    """

    __slots__ = ("most", "period", "restarts")

    def __init__(self, most: int, period: int) -> None:
        self.most = most
        self.period = period
        self.restarts: deque[int] = deque()

    def add(self, now: int) -> bool:
        """Count a restart at this time, in nanoseconds; return whether it is one that may be."""
        second = now // SECOND
        restarts = self.restarts
        while restarts and restarts[0] < second - self.period:
            restarts.popleft()
        restarts.append(second)
        return len(restarts) <= self.most

    @property
    def listed(self) -> list[int]:
        """The seconds of the restarts that counted at the last one, newest first."""
        return [*self.restarts][::-1]


def told_by(proc: Process, module: Any, arg: Any) -> Steps:
    """Ask a module's ``init`` what its supervisor is to do; raises ``UndefinedFunctionError`` if it has none."""
    if module.init.__module__.startswith(_OWN) and not module.__module__.startswith(_OWN):
        raise undefined(module, Atom("init"), [arg])
    told = module.init(proc, arg)
    if told.__class__ is GeneratorType:
        told = yield from told
    return told


def undefined(module: Any, function: Atom, args: list[Any]) -> UndefinedFunctionError:
    """Return the error for a function that a module does not have."""
    name = Atom(module_name(module))
    error = UndefinedFunctionError(name, function.name, args, "", 0)
    error.frames = [(name, function, args, [])]
    return error


def start_steps(proc: Process, mfa: tuple[Any, Atom, list[Any]]) -> Steps:
    """Call ``module.function(proc, *args)`` and return its answer, after it has done what it may block for.

    The arguments are copied: what one process makes of them, the next one in its place does not see.
    """
    module, function, args = mfa
    called = getattr(module, function.name, None)
    if called is None:
        raise undefined(module, function, args)
    answer = called(proc, *isolated(args))
    if answer is proc:
        answer = yield answer
    elif answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def caught_start_steps(proc: Process, mfa: tuple[Any, Atom, list[Any]], caught: bool) -> Steps:
    """Start a process; return ``(:ok, pid)``, ``(:ok, pid, info)``, ``:ignore`` or ``(:error, reason)``.

    Nothing is raised: that becomes the reason; with *caught* as Erlang's ``catch`` makes a term of it.
    """
    try:
        answer = yield from start_steps(proc, mfa)
    except ScenarioError:
        raise
    except Throw as thrown:
        answer = thrown.value if caught else (atom.error, Crash(proc, thrown).reason)
    except (Exception, Exit) as failure:
        reason = Crash(proc, failure).reason
        answer = (atom.error, (EXIT, reason) if caught else reason)
    match answer:
        case (atom.ok, Pid()) | (atom.ok, Pid(), _) | (atom.error, _) | atom.ignore:
            return answer
    return (atom.error, answer)


def record_child(
    proc: Process, pid: Pid, name: Any, kind: Atom, replaced: Pid | None, intensity: Intensity
) -> None:
    """Tell the trace that a child runs, in whose place, and how many restarts there may be."""
    if proc.recording:
        instead = None if replaced is None else replaced.number
        proc.record(
            "child", pid.number, inspect(name), kind.name, instead, intensity.most, intensity.period * SECOND
        )


def shutdown_steps(proc: Process, pid: Pid, shutdown: Any) -> Steps:
    """End a child: let it end in the time that it has, kill it if it does not; return its reason when it is dead."""
    ref = proc.monitor(pid)
    dead = (DOWN, ref, ANY, ANY, ANY)
    if shutdown is BRUTAL_KILL:
        proc.exit(pid, atom.kill)
        down = yield proc.receive(dead)
    else:
        proc.exit(pid, atom.shutdown)
        down = yield proc.receive(dead, after=None if shutdown is INFINITY else shutdown)
        if down is None:
            proc.exit(pid, atom.kill)
            down = yield proc.receive(dead)
    proc.unlink(pid)
    yield proc.receive((EXIT, pid, ANY), after=0)
    return down[4]


def unlink_living(proc: Process, pid: Pid) -> Steps:
    """Watch a child and cut the link to it; return its monitor, or None if it is already dead."""
    ref: Reference = proc.monitor(pid)
    lives = proc.alive(pid)
    proc.unlink(pid)
    if lives:  # so there is no EXIT of it, and the mailbox, in which many may wait, need not be looked through
        return ref
    yield proc.receive((EXIT, pid, ANY), after=0)
    yield proc.receive((DOWN, ref, ANY, ANY, ANY))
    return None


def tell(
    proc: Process, state: Any, child: Child, what: Atom, reason: Any = None, alone: bool = False
) -> Iterable[Any]:
    """Return the steps in which who wants to hears what happened to a child, which was started *alone* or not."""
    told = {"name": state.name, "child": child, "what": what, "reason": reason, "alone": alone}
    return proc.front.reported(proc, "supervisor", "", told)


def end_steps(proc: Process, state: Any, children: Iterable[Child]) -> Steps:
    """End those children that run, one after the other."""
    for child in children:
        if child.pid.__class__ is Pid:
            reason = yield from shutdown_steps(proc, child.pid, child.shutdown)
            if not _is_expected(child, reason):
                yield from tell(proc, state, child, atom.shutdown_error, reason)


def _is_expected(child: Child, reason: Any) -> bool:
    """Return whether a child that was told to end has ended as it was to."""
    if child.shutdown is BRUTAL_KILL:
        return reason is atom.killed
    return is_ordinary(reason) and (reason is not atom.normal or child.restart is not PERMANENT)
