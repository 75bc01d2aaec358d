"""``Logger.BackendSupervisor``: the manager of events that backends are handlers of, and who watches each.

There is a manager once a program adds, removes or configures a backend: until then the console prints at once. A
backend that fails ends who watches it, whose supervisor starts it again, and so installs the backend anew.
Source of the semantics: Elixir 1.14, ``Logger.BackendSupervisor`` and ``Logger.Watcher``.
"""

from __future__ import annotations

from collections.abc import Generator
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.library.language.exception import format_exit
from simulator.elixir.library.language.log import OK
from simulator.elixir.library.logging.logger_backends_console import NAME as CONSOLE
from simulator.elixir.library.logging.pipeline import LOGGER, logging
from simulator.elixir.library.logging.settings import setting
from simulator.elixir.runtime.bridge import from_python
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Process
from simulator.otp.server.gen_server import GenServer
from simulator.otp.supervisor.supervisor import Supervisor
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import is_list, to_list

Steps = Generator[Any, Any, Any]
_GEN_EVENT: Final = Atom("gen_event")
_CONFIG: Final = Atom("Elixir.Logger.Config")
_SUPERVISOR: Final = Atom("Elixir.Logger.BackendSupervisor")
_GONE, _CONSOLE = Atom("gen_event_EXIT"), Atom("console")


def _asked(name: str, *args: Any) -> Steps:
    """Call ``:gen_event``."""
    answer = call(_GEN_EVENT, name, args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


class Watcher(GenServer):
    """The process that installs a backend, and ends when that fails."""

    __elixir__ = Atom("Elixir.Logger.Watcher")

    def init(proc: Process, arg: Any) -> Any:
        """Install the backend, supervised."""
        handler, backend = arg
        proc.flag(atom.trap_exit, True)
        while (yield from _asked("delete_handler", LOGGER, handler, OK)) != (atom.error, Atom("module_not_found")):
            pass
        answer = yield from _asked("add_sup_handler", LOGGER, handler, backend)
        if answer is OK:
            return (OK, handler)
        if answer == (atom.error, Atom("ignore")):
            proc.send(proc.pid, (_GONE, handler, atom.normal))
            return (OK, handler)
        return (atom.stop, answer[1] if answer.__class__ is tuple and answer[0] is atom.error else answer)

    def handle_info(proc: Process, message: Any, state: Any) -> Any:
        """End when the backend has ended."""
        if message.__class__ is tuple and len(message) == 3 and message[0] is _GONE and message[1] == state:
            if message[2] not in (atom.normal, atom.shutdown):
                yield from _tell_failure(state, message[2])
            return (atom.stop, message[2], state)
        return (atom.noreply, state)

    def terminate(proc: Process, reason: Any, state: Any) -> Any:
        """Take the backend out, if it is there still."""
        yield from _asked("delete_handler", LOGGER, state, OK)


def _tell_failure(handler: Any, reason: Any) -> Steps:
    """Tell of a backend that failed, where no other one can."""
    left = yield from _asked("which_handlers", LOGGER)
    if to_list(left) == [_CONFIG]:
        told = f"** (exit) {format_exit(_without_exit(reason))}"
        to_stderr(f":gen_event handler {inspect(handler)} installed in Logger terminating\n{told}\n")


def _is_exit(reason: Any) -> bool:
    return reason.__class__ is tuple and len(reason) == 2 and reason[0] is atom.EXIT


def _without_exit(reason: Any) -> Any:
    return reason[1] if _is_exit(reason) else reason


def manager() -> Steps:
    """Return the manager, with the backends that are configured if it starts only now; steps."""
    way, proc = logging(), current()
    if way.manager is None:
        _, pid = yield from _asked("start", (Atom("local"), LOGGER))
        yield from _asked("add_handler", pid, _CONFIG, 1)
        _, supervisor = yield Supervisor.start_link(
            proc, [], strategy=atom.one_for_one, max_restarts=30, max_seconds=3, name=_SUPERVISOR
        )
        proc.unlink(supervisor)
        way.manager = pid
        for backend in to_list(setting("backends")):
            answer = yield from _watched(backend)
            if answer[0] is atom.error:
                reason = answer[1][0] if answer[1].__class__ is tuple else answer[1]
                raise error("RuntimeError", message=f"{'EXIT' if _is_exit(reason) else 'ERROR'} when installing "
                            f"backend {inspect(backend)}: {format_exit(_without_exit(reason))}")  # fmt: skip
    return way.manager


def _handler(backend: Any) -> Any:
    return CONSOLE if backend is _CONSOLE else backend


def _watched(backend: Any) -> Steps:
    """Let a process install a backend and watch it; return ``{:ok, pid}``, or ``{:error, reason}``."""
    handler = _handler(backend)
    spec = {
        atom.id: handler, atom.start: (Watcher, "start_link", [(handler, backend)]), atom.restart: atom.transient,
    }  # fmt: skip
    answer = yield Supervisor.start_child(current(), _SUPERVISOR, spec)
    if answer == (atom.error, atom.already_present):
        yield Supervisor.delete_child(current(), _SUPERVISOR, handler)
        return (yield from _watched(backend))
    if answer[0] is atom.error and answer[1].__class__ is tuple and answer[1][0] is atom.already_started:
        return (atom.error, atom.already_present)
    return from_python(answer)


def watch(backend: Any) -> Steps:
    """``Logger.BackendSupervisor.watch/1``: add a backend; return ``{:ok, pid}``, or ``{:error, reason}``."""
    yield from manager()
    return (yield from _watched(backend))


def unwatch(backend: Any) -> Steps:
    """``Logger.BackendSupervisor.unwatch/1``: remove a backend; return ``:ok``, or ``{:error, :not_found}``."""
    yield from manager()
    answer = yield Supervisor.terminate_child(current(), _SUPERVISOR, _handler(backend))
    if answer is OK:
        yield Supervisor.delete_child(current(), _SUPERVISOR, _handler(backend))
    return answer


def configure(backend: Any, opts: Any) -> Steps:
    """Configure a backend; return what it answers."""
    if not is_list(opts):
        raise function_clause("Logger", "configure_backend", 2, [backend, opts])
    pid = yield from manager()
    return (yield from _asked("call", pid, _handler(backend), (Atom("configure"), opts)))


def flush() -> Steps:
    """Wait until everything is written."""
    if world().logging is not None and logging().manager is not None:
        yield from _asked("sync_notify", LOGGER, Atom("flush"))
    return OK


BLOCKING = {
    "watch/1": watch, "unwatch/1": unwatch, "__configure__/2": configure, "__flush__/0": flush,
    "__manager__/0": manager,
}  # fmt: skip
