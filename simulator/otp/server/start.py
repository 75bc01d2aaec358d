"""Starting a server: its name comes first, then ``init``, and only then does its starter go on.

Source of the semantics: OTP 25's ``gen:start`` and ``proc_lib:start_link``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.kernel import ANY, ArgumentError, Exit, Process
from simulator.otp.server.crash import is_ordinary
from simulator.otp.server.crash_report import crash_report
from simulator.otp.server.gen import DOWN, Steps, demonitor_steps, found_by, named, whereis
from simulator.terms import Atom, Pid, atom, inspect

ACK: Final = atom.ack
EXIT: Final = atom.EXIT
ANCESTORS: Final = Atom("$ancestors")


def start_steps(
    proc: Process,
    label: str,
    body: Callable[..., Steps],
    args: tuple[Any, ...],
    link: bool,
    name: Any,
    timeout: Any,
    monitor: bool = False,
) -> Steps:
    """Start a process that runs ``body(proc, starter, name, *args)`` and wait until it acknowledges.

    Returns what it acknowledges with (``{:ok, pid}``, ``:ignore``, ``{:error, reason}``),
    ``{:error, {:already_started, pid}}`` or ``{:error, :timeout}``. To *monitor* it from its start makes
    ``{:ok, {pid, reference}}`` of the first.
    """
    name = checked_name(name)
    if name is not None:
        running = yield from found_by(whereis(proc, name))
        if running is not None:
            return (atom.error, (atom.already_started, running))
    after = None if timeout is atom.infinity else timeout
    if link:
        pid = proc.spawn_opt(body, proc.pid, name, *args, label=label, link=True)
        answer = yield proc.receive((ACK, pid, ANY), (EXIT, pid, ANY), after=after)
        if answer is None:
            proc.unlink(pid)
            yield from _kill(proc, pid)
            return (atom.error, atom.timeout)
    else:
        pid, ref = proc.spawn_opt(body, proc.pid, name, *args, label=label, monitor=True)
        answer = yield proc.receive((ACK, pid, ANY), (DOWN, ref, ANY, ANY, ANY), after=after)
        if monitor and answer is not None and answer[0] is ACK and answer[2] == (atom.ok, pid):
            return (atom.ok, (pid, ref))
        yield from demonitor_steps(proc, ref)
        if answer is None:
            yield from _kill(proc, pid)
            return (atom.error, atom.timeout)
    return answer[2] if answer[0] is ACK else (atom.error, answer[-1])


def _kill(proc: Process, pid: Pid) -> Steps:
    """Kill a process that did not start in time, and wait until it is dead."""
    ref = proc.monitor(pid)
    proc.exit(pid, atom.kill)
    yield proc.receive((DOWN, ref, ANY, ANY, ANY))


def acknowledge(proc: Process, starter: Pid, answer: Any) -> None:
    """Let the starter of this process go on with *answer*."""
    proc.send(starter, (ACK, proc.pid, answer))


def fail(proc: Process, starter: Pid, name: Any, reason: Any) -> Steps:
    """End this process because it could not start: its name is free before the starter hears of it; never returns.

    A bad reason is reported by OTP before the process exits, and meanwhile its starter goes on.
    """
    yield from found_by(unregister(proc, name))
    acknowledge(proc, starter, (atom.error, reason))
    if not is_ordinary(reason):
        yield from crash_report(proc, reason, False)
    raise Exit(reason)


def family(proc: Process, starter: Pid) -> list[Any]:
    """Return the ``$ancestors`` of a process: who started it, by name if it has one, and the ancestors of that one.

    The starter tells them before it starts another, so it has no signals to handle for that.
    """
    process = starter._process
    if process is None:
        return [starter]
    return [proc.known(starter, atom.registered_name)[1] or starter, *process.get(ANCESTORS, [])]


def parent_of(proc: Process, starter: Pid) -> Pid | None:
    """Return the process whose exit ends this one: the starter, if it is linked to it."""
    return starter if starter in proc.info(proc.pid, atom.links)[1] else None


def register(proc: Process, name: Any) -> Any:
    """Give this process its name; return ``True``, or the pid that has it; a registry that waits gives its steps."""
    if name is None:
        return True
    if isinstance(name, tuple):
        return name[1].register_name(proc, name[2], proc.pid)
    try:
        return proc.register(proc.pid, name)
    except ArgumentError:
        return proc.whereis(name)


def unregister(proc: Process, name: Any) -> Any:
    """Take this process's name away, as a server does whose ``init`` fails; a registry that waits gives its steps."""
    if isinstance(name, tuple):
        return name[1].unregister_name(proc, name[2])
    if name is not None:
        proc.unregister(name)
    return None


def checked_name(name: Any) -> Any:
    """Return a name option as the kernel knows it; raises ``ArgumentError``, as Elixir words it, for what is none."""
    name = named(name)
    if name is None or isinstance(name, Atom):
        return None if name is atom.nil else name
    if isinstance(name, tuple) and len(name) == 3 and name[0] is atom.via:
        return name
    raise ArgumentError(
        "expected :name option to be one of the following:\n\n"
        f"  * nil\n  * atom\n  * {{:global, term}}\n  * {{:via, module, term}}\n\nGot: {inspect(name)}\n"
    )
