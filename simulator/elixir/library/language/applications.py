"""The applications of a project: what each says of itself, how one is started and stopped.

Source of the semantics: OTP's ``application`` and ``application_master``.
"""

from __future__ import annotations

from collections.abc import Generator
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.log import log_if_allowed as log
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.exit_text import exit_text
from simulator.elixir.runtime.modules.modules import call, known
from simulator.elixir.runtime.world import current, world
from simulator.kernel import ANY, Process
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import EMPTY, from_list

Steps = Generator[Any, Any, Any]
_STARTED: Final = Atom("started")
_STOP: Final = Atom("stop")
_BAD_RETURN: Final = Atom("bad_return")
_NORMAL: Final = Atom("normal")


class Specification:
    """What an application says of itself: in real Elixir its ``.app`` file."""

    def __init__(self, name: str, folder: str) -> None:
        self.name = Atom(name)
        self.folder = folder
        self.version = ""
        self.description = name
        self.modules: list[Atom] = []
        self.applications: list[Atom] = []
        """Those that it needs, in the order in which they are started."""
        self.optional: list[Atom] = []
        """Those of them that need not be there."""
        self.registered: Any = EMPTY
        self.mod: tuple[Atom, Any] | None = None
        """Whose ``start/2`` starts it, and with what."""
        self.phases: list[tuple[Atom, Any]] = []
        self.env: list[tuple[Atom, Any]] = []
        self.master: Pid | None = None


def specification(app: Any) -> Specification | None:
    """Return what is known of an application; None for one that is not of the project."""
    return world().specifications.get(app)


def application_of(module: Any) -> Atom | None:
    """Return the application of the project that a module belongs to; None for another one's."""
    for found in world().specifications.values():
        if module in found.modules:
            return Atom(found.name.name)
    return None


def start_all(app: Atom, kind: Any, started: list[Atom]) -> Steps:
    """Start an application and before it those that it needs, noted in *started*; return why that fails, or None."""
    found = specification(app)
    if found is None:
        return None
    for other in found.applications:
        if other in world().started or (other in found.optional and specification(other) is None):
            continue
        reason = yield from start_all(other, kind, started)
        if reason is not None:
            return reason
        _note(other, started)
    reason = yield from start_one(found, kind)
    if reason is None:
        _note(app, started)
    return reason


def _note(app: Atom, started: list[Atom]) -> None:
    if app not in world().started:
        world().started.append(app)
    if app not in started:
        started.append(app)


def start_one(found: Specification, kind: Any) -> Steps:
    """Start an application alone; return why that fails as ``{app, reason}``, or None."""
    if found.mod is None or found.name in world().started:
        return None
    proc = current()
    master, ref = proc.spawn_opt(_master(proc, found), label="application_master.start_it/4", monitor=True)
    answer = yield proc.receive((master, _STARTED, ANY), (atom.DOWN, ref, ANY, ANY, ANY))
    proc.demonitor(ref, flush=True)
    reason = answer[4] if answer[0] is atom.DOWN else answer[2]
    if reason is not atom.ok:
        return (found.name, reason)
    found.master = master
    return None


def _master(parent: Process, found: Specification) -> Steps:
    """Start an application and stay until it ends; the steps of its master."""
    proc = current()
    proc.flag(atom.trap_exit, True)
    assert found.mod is not None
    module, argument = found.mod
    answer = yield from _called(module, "start", [_NORMAL, argument])
    pid, state = _top(answer)
    if pid is None:
        proc.send(parent.pid, (proc.pid, _STARTED, _why(answer, module, argument)))
        return
    proc.link(pid)
    for phase, given in found.phases:
        if known(module, "start_phase", 3):
            yield from _called(module, "start_phase", [phase, _NORMAL, given])
    proc.send(parent.pid, (proc.pid, _STARTED, atom.ok))
    yield from _stay(proc, found, pid, state)


def _stay(proc: Process, found: Specification, pid: Pid, state: Any) -> Steps:
    """Wait until an application is to end, or has ended."""
    assert found.mod is not None
    module = found.mod[0]
    ended = yield proc.receive((atom.EXIT, pid, ANY), (_STOP, ANY))
    if ended[0] is _STOP:
        if known(module, "prep_stop", 1):
            state = yield from _called(module, "prep_stop", [state])
        proc.exit(pid, atom.shutdown)
        yield proc.receive((atom.EXIT, pid, ANY))
    if known(module, "stop", 1):
        yield from _called(module, "stop", [state])
    reason = Atom("stopped") if ended[0] is _STOP else ended[2]
    if found.name in world().started:
        world().started.remove(found.name)
    yield from log("notice", f"Application {found.name.name} exited: {exit_text(reason)}")
    if ended[0] is _STOP:
        proc.send(ended[1], (proc.pid, atom.ok))


def _called(module: Atom, name: str, args: list[Any]) -> Steps:
    """Call a callback; return what it gives, or how it failed as ``{:EXIT, reason}``."""
    try:
        answer = call(module, name, args)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer
    except CAUGHT as failure:
        return (atom.EXIT, world().front.reason(caught(failure)))


def _top(answer: Any) -> tuple[Pid | None, Any]:
    """Return the process at the top of an application that was started, and its state."""
    if answer.__class__ is tuple and len(answer) in (2, 3) and answer[0] is atom.ok and answer[1].__class__ is Pid:
        return answer[1], answer[2] if len(answer) == 3 else EMPTY
    return None, None


def _why(answer: Any, module: Atom, argument: Any) -> Any:
    """Return why an application could not be started, as OTP tells it."""
    where = (module, Atom("start"), from_list([_NORMAL, argument]))
    if answer.__class__ is tuple and len(answer) == 2 and answer[0] is atom.error:
        return (answer[1], where)
    return (_BAD_RETURN, (where, answer))


def stop(found: Specification) -> Steps:
    """Stop an application, and wait until it has."""
    master = found.master
    if master is None or found.name not in world().started:
        return None
    proc = current()
    ref = proc.monitor(master)
    proc.send(master, (_STOP, proc.pid))
    yield proc.receive((master, atom.ok), (atom.DOWN, ref, ANY, ANY, ANY))
    proc.demonitor(ref, flush=True)
    found.master = None
    return None


def failure_text(reason: Any) -> str:
    """Return why an application could not be started, as ``Application.format_error/1`` tells it."""
    if reason.__class__ is tuple and len(reason) == 2:
        first, second = reason
        if first is _BAD_RETURN and second.__class__ is tuple and len(second) == 2:
            (module, name, args), answer = second
            shown = _shown(module, name, args)
            if answer.__class__ is tuple and len(answer) == 2 and answer[0] is atom.EXIT:
                return f"exited in: {shown}\n    ** (EXIT) {exit_text(answer[1])}"
            return f"{shown} returned a bad value: {inspect(answer)}"
        if second.__class__ is tuple and len(second) == 3 and second[0].__class__ is Atom:
            return f"{_shown(*second)} returned an error: {exit_text(first)}"
    return exit_text(reason)


def _shown(module: Atom, name: Atom, args: Any) -> str:
    shown = inspect(args)[1:-1]
    return f"{inspect(module)}.{name.name}({shown})"
