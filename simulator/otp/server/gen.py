"""The conversation between a client and a server: call, reply, cast; and where a server is found.

Everything with a server in it (GenServer, Agent, Supervisor, state machine ...) talks like this.
Source of the semantics: OTP 25's ``gen`` and ``gen_server``, Elixir 1.14's ``GenServer``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from functools import lru_cache
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import Exit, Process, settled
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.durations import nanoseconds

CALL: Final = Atom("$gen_call")
CAST: Final = Atom("$gen_cast")
DOWN: Final = atom.DOWN
NORMAL: Final = atom.normal
GEN_SERVER: Final = Atom("Elixir.GenServer")
NODE: Final = Atom("nonode@nohost")

Server = Any
"""Who a server is: a pid, a name, a module (its own name), or ``(atom.via, registry, term)``."""

Steps = Generator[Any, Any, Any]


def told_then(report: Iterable[Any], answer: Any) -> Any:
    """Return the answer of a callback that has reported something; where others hear of it, the steps to it."""
    return answer if report == () else _after(report, answer)


def _after(report: Iterable[Any], answer: Any) -> Steps:
    yield from report
    return answer


def module_name(module: Any) -> Atom:
    """Return the name of a module: that of a class, as Elixir names modules.

    >>> class Stack: pass
    >>> module_name(Stack)
    Stack
    """
    if isinstance(module, Atom):
        return module
    given: Atom | None = getattr(module, "__elixir__", None)
    return given or Atom(f"Elixir.{module.__qualname__.rpartition('<locals>.')[2]}")


_name_of_class = lru_cache(maxsize=512)(module_name)  # a server that is known by its class is looked up at every call


def named(name: Any) -> Any:
    """Return a server's name as the kernel knows it: a class stands for the name of its module."""
    return _name_of_class(name) if isinstance(name, type) else name


class Address(tuple[Any, ...]):
    """Where a server is, resolved from what another front end calls it: that is what complaints name."""

    given: Any

    @classmethod
    def of(cls, resolved: tuple[Any, ...], given: Any) -> Address:
        """Return the address that OTP looks up, with the one that was *given*."""
        made = cls(resolved)
        made.given = given
        return made


def told(server: Any) -> Any:
    """Return what a server is called in a complaint, or in the trace."""
    return server.given if server.__class__ is Address else named(server)


def absent(server: Any) -> Any:
    """Return the reason for which there is no server of an address: ``:noproc``, ``{:nodedown, node}``."""
    if isinstance(server, tuple) and len(server) == 2 and server[1] is not NODE:
        return (atom.nodedown, server[1])
    return atom.noproc


def whereis(proc: Process, server: Server) -> Pid | None:
    """Return the pid of a server, or None if there is none (``GenServer.whereis/1``).

    A registry of names whose functions wait gives a generator of the answer. Raises ``ArgumentError`` for what is
    no server.
    """
    if isinstance(server, Pid):
        return server
    server = named(server)
    if server.__class__ is Atom:
        return proc.whereis(server)
    if isinstance(server, tuple) and len(server) == 3 and server[0] is atom.via:
        found: Pid | None = server[1].whereis_name(proc, server[2])
        return found
    if isinstance(server, tuple) and len(server) == 2:
        return proc.whereis(server[0]) if server[1] is NODE else None
    return proc.whereis(server)


def call(
    proc: Process, server: Server, request: Any, timeout: Any = 5000, gone: Callable[[Any], Exit] | None = None,
    label: Atom = CALL,
) -> Any:  # fmt: skip
    """Request the reply of *server* to *request*: ``yield`` it (``GenServer.call/3``).

    *timeout* is in milliseconds; ``atom.infinity`` waits for ever. Exits with
    ``{reason, {GenServer, :call, [server, request, timeout]}}`` where there is no reply: ``:noproc``,
    ``:timeout``, ``:calling_self``, or the reason for which the server ended; *gone* makes another exit of the reason.
    What is sent is ``{label, client, request}`` (``:gen.call/4``).
    """
    pid: Any = server if server.__class__ is Pid else whereis(proc, server)

    if gone is None:

        def gone(reason: Any) -> Exit:
            return Exit((reason, (GEN_SERVER, atom.call, proc.front.listed([told(server), request, timeout]))))

    if pid.__class__ is GeneratorType:
        return proc.perform(_call_found(proc, pid, server, request, timeout, gone, label), "call")
    if pid is None:
        raise gone(absent(server))
    if pid is proc.pid:
        raise gone(atom.calling_self)
    after = None if timeout is atom.infinity else nanoseconds(timeout)
    name = inspect(told(server)) if server is not pid and proc.recording else None
    return proc.ask(pid, label, request, after, gone, name)


def _call_found(
    proc: Process, found: Any, server: Server, request: Any, timeout: Any, gone: Callable[[Any], Exit], label: Atom
) -> Steps:
    """Call a server once the registry of its name has found it."""
    pid = yield from found
    if pid is None:
        raise gone(absent(server))
    return (yield call(proc, pid, request, timeout, gone, label))


def found_by(found: Any) -> Steps:
    """Return what a registry of names answers, once it has, if its functions wait."""
    if found.__class__ is GeneratorType:
        found = yield from found
    return found


def call_steps(
    proc: Process, server: Server, request: Any, timeout: Any = 5000, gone: Callable[[Any], Exit] | None = None
) -> Steps:
    """Do what :func:`call` requests, within the steps of another function."""
    return (yield call(proc, server, request, timeout, gone))


def demonitor_steps(proc: Process, ref: Reference) -> Steps:
    """End a monitor and remove its DOWN, as ``Process.demonitor(ref, [:flush])``.

    On the BEAM whoever does that gives up its turn where the monitor has ended by itself, and looks for the DOWN then.
    """
    if not proc.watches(ref):
        yield proc.yield_()
    proc.demonitor(ref, flush=True)


def alive_steps(proc: Process, pid: Pid) -> Steps:
    """Return whether a process is alive: one that has signals to handle answers when it has its turn.

    Who has signals of its own to handle knows it at once, and gives way.
    """
    if proc.unsettled(pid, False):
        yield proc.yield_()
        return (yield proc.inquire(pid, lambda: True)) is True
    alive = proc.alive(pid)
    if proc.unheard and pid is not proc.pid:
        yield proc.yield_()
    return alive


def reply(proc: Process, client: tuple[Pid, Reference], value: Any) -> Atom:
    """Reply to the *client* of a call, from whichever process; return ``:ok`` (``GenServer.reply/2``)."""
    pid, tag = client
    if tag.__class__ is Reference:
        proc.respond(pid, tag, value)
    elif isinstance(pid, Pid) or (isinstance(pid, Atom) and proc.whereis(pid) is not None):
        proc.send(pid, (tag, value))  # a client of no server's, with a tag of its own; a send that fails is no matter
    return atom.ok


def cast(proc: Process, server: Server, request: Any) -> Any:
    """Send *request* to a server and return ``:ok``, whether there is one or not (``GenServer.cast/2``).

    Where the registry of its name waits, it is a request, to be yielded.
    """
    pid: Any = server if server.__class__ is Pid else whereis(proc, server)
    if pid.__class__ is GeneratorType:
        return proc.perform(_cast_found(proc, pid, request), "cast")
    if pid is not None:
        if proc.recording:
            name = None if server is pid else inspect(told(server))
            proc.record("cast", pid.number, name, settled(request))
        proc.send(pid, (CAST, request))
    elif proc.recording:
        proc.record("cast", None, inspect(told(server)), settled(request))
    return atom.ok


def _cast_found(proc: Process, found: Any, request: Any) -> Steps:
    """Send a request to a server once the registry of its name has found it."""
    pid = yield from found
    return atom.ok if pid is None else cast(proc, pid, request)
