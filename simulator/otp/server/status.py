"""What ``:sys.get_status`` tells of a server, as its ``format_status`` has it.

Source of the semantics: OTP 25's ``sys:get_status/1``, ``gen:format_status/4``, and ``format_status/2`` of
``gen_server`` and of ``gen_statem``.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

from simulator.kernel import Exit, Process, ScenarioError, Throw
from simulator.otp.server.callbacks import run_callback
from simulator.otp.server.functions import takes
from simulator.otp.server.gen import Steps, module_name
from simulator.terms import Atom, Pid, atom

NORMAL: Final = atom.normal
_TITLES: Final = {
    atom.gen_server: "Status for generic server",
    atom.gen_statem: "Status for state machine",
}


class Told(Protocol):
    """A server of which its status is told."""

    proc: Process
    parent: Pid | None
    kind: Atom
    module: Any
    name: Any

    def status(self) -> dict[Atom, Any]:
        """Return what ``format_status/1`` is given, and may change."""

    def looks(self) -> list[Any]:
        """Return what ``format_status/2`` is given after the process dictionary: the state, and the data."""

    def lines(self, status: dict[Atom, Any]) -> list[tuple[str, Any]]:
        """Return what is told of the server besides its state: the texts, and what stands after them."""

    def shown(self, status: dict[Atom, Any], instead: Any) -> Any:
        """Return what is told as its state; *instead* is a text in place of it, None where there is none."""


def told_status(server: Told, suspended: bool) -> Steps:
    """Return what ``:sys.get_status`` answers of a server; its ``format_status`` may block."""
    proc = server.proc
    words = [*proc.info(proc.pid, atom.dictionary)[1]]
    state = atom.suspended if suspended else atom.running
    parent = server.parent or proc.pid
    status, more = yield from _formatted(server, words)
    lines = [("Status", state), ("Parent", parent), *server.lines(status)]
    told = [(atom.header, _header(server)), (atom.data, [(_codes(label), value) for label, value in lines])]
    watch = getattr(server, "debug", None)
    installed = [] if watch is None else watch.terms()
    items = proc.front.listed([words, state, parent, installed, [*told, *more]])
    return (atom.status, proc.pid, (atom.module, server.kind), items)


def _formatted(server: Told, words: list[Any]) -> Steps:
    """Return what is known of a server, and how its state is told, as the module's ``format_status`` has it."""
    status = server.status()
    function = getattr(server.module, "format_status", None)
    if function is None:
        return status, [_data(server.shown(status, None))]
    if takes(function, 2):
        try:
            made = yield from run_callback(server.proc, function, (status,))
        except ScenarioError:
            raise
        except (Exception, Exit, Throw):
            wrong = "crashed"
        else:
            if not isinstance(made, dict):
                wrong = "did not return a map"
            elif not status.keys() <= made.keys():  # it says so of keys that lack
                wrong = "returned a map with unknown keys"
            else:
                return made, [_data(server.shown(made, None))]
        return status, [_data(server.shown(status, _problem(server, 1, wrong)))]
    try:
        made = yield from run_callback(server.proc, function, (NORMAL, [words, *server.looks()]))
    except Throw as thrown:
        made = thrown.value
    except ScenarioError:
        raise
    except (Exception, Exit):
        return status, [_data(server.shown(status, _problem(server, 2, "crashed")))]
    return status, made if made.__class__ is list else [made]


def told_of_crash(server: Told, reason: Any, message: Any) -> Steps:
    """Return what the report of a crash shows as the state and as the last message, as ``format_status`` has it."""
    status = server.status() | {atom.reason: reason, atom.message: message}
    function = getattr(server.module, "format_status", None)
    if function is None:
        return status[atom.state], message
    arity = 1 if takes(function, 2) else 2
    words = [*server.proc.info(server.proc.pid, atom.dictionary)[1]]
    args = (status,) if arity == 1 else (atom.terminate, [words, *server.looks()])
    try:
        made = yield from run_callback(server.proc, function, args)
    except Throw as thrown:
        made = thrown.value
    except ScenarioError:
        raise
    except (Exception, Exit):
        return _problem(server, arity, "crashed"), message
    if arity == 2:
        return made, message
    if not isinstance(made, dict):
        return _problem(server, 1, "did not return a map"), message
    if not made.keys() <= status.keys():
        return _problem(server, 1, "returned a map with unknown keys"), message
    return made.get(atom.state, status[atom.state]), made.get(atom.message, message)


def supervisor_status(state: Any, module: Any) -> list[Any]:
    """Return what the ``format_status/2`` of a supervisor tells: its state and its callback module."""
    return [_data(state), (atom.supervisor, [(_codes("Callback"), module_name(module))])]


def _data(state: Any) -> tuple[Atom, Any]:
    return (atom.data, [(_codes("State"), state)])


def _problem(server: Told, arity: int, what: str) -> Any:
    """Return what is told in place of a state that could not be formatted."""
    return _codes(f"{module_name(server.module).name}:format_status/{arity} {what}")


def _header(server: Told) -> Any:
    """Return the title: with the pid or the name where it is an atom, and beside the name where it is not."""
    title, name = _TITLES[server.kind], server.name
    if isinstance(name, tuple):  # global, or in a registry
        name = name[-1]
    if name is None:
        return _codes(f"{title} {str(server.proc.pid).removeprefix('#PID')}")
    if isinstance(name, Atom):
        return _codes(f"{title} {name.name}")
    return (_codes(title), name)


def _codes(text: str) -> list[int]:
    """Return a text as Erlang's strings are."""
    return [*map(ord, text)]
