"""StateMachine: a process that is in one of several states, and whose state says what an event does (``gen_statem``).

A state machine is a class whose functions are its callbacks, as an Elixir module's are; it is never
instantiated. ``callback_mode`` says which functions take the events: one for each state, or
``handle_event`` for all. Beside its state a machine has data, which every callback is given last::

    class Door(StateMachine):
        def callback_mode(proc):
            return atom.state_functions                     # or [atom.state_functions, atom.state_enter]

        def init(proc, code):
            return (atom.ok, atom.locked, code)             # the state, and the data

        def locked(proc, kind, content, code):
            match kind, content:
                case atom.cast, (atom.button, pressed):
                    if pressed == code:
                        return (atom.next_state, atom.open, code, [(atom.state_timeout, 5000, atom.close)])
                    return atom.keep_state_and_data
                case (atom.call, client), atom.state:
                    return (atom.keep_state_and_data, [(atom.reply, client, atom.locked)])

        def open(proc, kind, content, code):
            match kind, content:
                case atom.state_timeout, atom.close:
                    return (atom.next_state, atom.locked, code)
                case _:
                    return (atom.keep_state_and_data, [atom.postpone])

With ``handle_event_function`` the one callback is ``handle_event(proc, kind, content, state, data)``, and
a state can be any term. A state whose name is a word of Python takes an underscore: ``def in_(...)``.
A callback that blocks is a generator; one that returns nothing has no clause for its arguments.

The *kind* of an event is ``(:call, client)``, ``:cast``, ``:info``, ``:internal``, ``:timeout``,
``:state_timeout``, ``(:timeout, name)``, or ``:enter`` for a state enter call, whose content is the old state.
Times of timeouts are in milliseconds, or texts such as ``"1.5s"``.

Source of the semantics: OTP 25's ``gen_statem``, with two differences. A timeout of 0 that another one of
its kind replaces before its turn comes is replaced; in OTP 25 the new one reaches the machine as a
stray message. And the actions that exchange the callback module are none here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.kernel import Exit, Process
from simulator.otp.server import gen
from simulator.otp.server.gen import NORMAL, Server, module_name, told
from simulator.otp.server.module import Module
from simulator.otp.server.start import start_steps
from simulator.otp.server.system import stop_found
from simulator.otp.state_machine.loop import serve
from simulator.terms import Atom, atom, inspect

GEN_STATEM: Final = atom.gen_statem


class StateMachine(Module):  # type: ignore[misc]
    """The behaviour of a state machine; see this module's text for its shape.

    >>> from simulator import atom, run
    >>> class Light(StateMachine):
    ...     def callback_mode(proc):
    ...         return atom.state_functions
    ...     def init(proc, arg):
    ...         return (atom.ok, atom.off, 0)
    ...     def off(proc, kind, content, count):
    ...         return (atom.next_state, atom.on, count + 1, [(atom.state_timeout, "10s", atom.dark)])
    ...     def on(proc, kind, content, count):
    ...         match kind:
    ...             case atom.state_timeout:
    ...                 return (atom.next_state, atom.off, count)
    ...             case (atom.call, client):
    ...                 return (atom.keep_state_and_data, [(atom.reply, client, count)])
    >>> def main(proc):
    ...     _, light = yield Light.start_link(proc)
    ...     Light.cast(proc, light, atom.press)
    ...     proc.puts((yield Light.call(proc, light, atom.count)))
    >>> run(main, until="1min").output
    '1\\n'
    """

    @classmethod
    def start_link(
        cls,
        proc: Process,
        *args: Any,
        name: Any = None,
        timeout: Any = atom.infinity,
        hibernate_after: int | None = None,
    ) -> Any:
        """Request a machine that is linked to this process: ``yield`` it (``:gen_statem.start_link/3``).

        ``Door.start_link(proc, arg)`` and ``StateMachine.start_link(proc, Door, arg)`` are the same. *name*
        registers it before ``init`` runs. The answer is ``(:ok, pid)``, ``:ignore`` or ``(:error, reason)``.
        """
        return _start(cls, proc, args, True, name, timeout, hibernate_after)

    @classmethod
    def start(
        cls,
        proc: Process,
        *args: Any,
        name: Any = None,
        timeout: Any = atom.infinity,
        hibernate_after: int | None = None,
    ) -> Any:
        """Request a machine without a link: ``yield`` it (``:gen_statem.start/3``)."""
        return _start(cls, proc, args, False, name, timeout, hibernate_after)

    @classmethod
    def start_monitor(
        cls,
        proc: Process,
        *args: Any,
        name: Any = None,
        timeout: Any = atom.infinity,
        hibernate_after: int | None = None,
    ) -> Any:
        """Request a machine that is monitored from its start: ``yield`` it (``:gen_statem.start_monitor/3``).

        The answer is ``(:ok, (pid, reference))``, ``:ignore`` or ``(:error, reason)``.
        """
        return _start(cls, proc, args, False, name, timeout, hibernate_after, True)

    @classmethod
    def child_spec(cls, arg: Any) -> dict[Atom, Any]:
        """Return how a supervisor starts this machine: ``start_link(proc, arg)``, always restarted."""
        return {atom.id: module_name(cls), atom.start: (cls, "start_link", [arg])}

    @staticmethod
    def call(proc: Process, server: Server, request: Any, timeout: Any = atom.infinity) -> Any:
        """Request the reply of *server* to *request*: ``yield`` it (``:gen_statem.call/3``).

        *timeout* is in milliseconds; without one it waits for ever. Exits with
        ``{reason, {:gen_statem, :call, [server, request, timeout]}}`` where there is no reply: ``:noproc``,
        ``:timeout``, ``:calling_self``, or the reason for which the machine ended.
        """
        gone = complaint(proc, atom.call, [told(server), request, timeout])
        return proc.perform(gen.call_steps(proc, server, request, timeout, gone), "call")

    @staticmethod
    def stop(proc: Process, server: Server, reason: Any = NORMAL, timeout: Any = atom.infinity) -> Any:
        """Request that a machine ends with *reason*, and wait until it has: ``yield`` it (``:gen_statem.stop/3``).

        Exits with ``:noproc`` if there is none, ``:timeout``, the other reason with which it ended, or
        ``{reason, {:sys, :terminate, [pid, reason, timeout]}}`` if it ended before it was asked.
        """
        return proc.perform(stop_found(proc, server, reason, timeout), "stop")

    cast = staticmethod(gen.cast)
    reply = staticmethod(gen.reply)
    whereis = staticmethod(gen.whereis)


def _start(
    module: Any,
    proc: Process,
    args: tuple[Any, ...],
    link: bool,
    name: Any,
    timeout: Any,
    hibernate_after: int | None,
    monitor: bool = False,
) -> Any:
    if module is StateMachine:
        module, *rest = args
        args = tuple(rest)
    arg = args[0] if args else []
    label = f"{inspect(module_name(module))}.init/1"
    given = (module, arg, StateMachine) if hibernate_after is None else (module, arg, StateMachine, hibernate_after)
    steps = start_steps(proc, label, serve, given, link, name, timeout, monitor)
    return proc.perform(steps, "start_link" if link else "start")


def complaint(proc: Process, function: Atom, args: list[Any]) -> Callable[[Any], Exit]:
    """Return what makes the exit of who asked a machine and has no answer."""

    def gone(reason: Any) -> Exit:
        return Exit((reason, (GEN_STATEM, function, proc.front.listed(args))))

    return gone
