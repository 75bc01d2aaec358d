"""Erlang's ``:proc_lib``: processes that know their ancestors, and whose starter waits until they have begun."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from simulator.elixir.library.language import spawning
from simulator.elixir.library.processes import process
from simulator.elixir.library.processes.servers import address
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.modules.modules import label_of
from simulator.elixir.runtime.running.bodies import Steps, module_steps, steps_of
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.kernel import ANY
from simulator.otp.server.functions import name_or_pid
from simulator.otp.server.gen import demonitor_steps
from simulator.otp.server.system import stop_found
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import from_list

_ANCESTORS, _INITIAL_CALL = Atom("$ancestors"), Atom("$initial_call")
_ACK = atom.ack


def _family() -> list[Any]:
    proc = current()
    return [name_or_pid(proc), *proc.get(_ANCESTORS, [])]


def _born(steps: Steps, family: list[Any], call: Any) -> Steps:
    """Note where a process comes from, and be it."""
    proc = current()
    proc.put(_ANCESTORS, family)
    proc.put(_INITIAL_CALL, call)
    return (yield from steps)


def _start(function: Any, **how: bool) -> Any:
    if function.__class__ is not FunctionType:
        raise badarg(1, "not a fun")
    call = (Atom("erlang"), atom.apply, 2)
    return current().spawn_opt(_born(steps_of(function, []), _family(), call), label=label_of(function), **how)


def _start_module(module: Any, name: Any, args: Any, **how: bool) -> Any:
    given = list(to_list(args))
    body = _born(module_steps(module, name.name, given), _family(), (module, name, len(given)))
    return current().spawn_opt(body, label=spawning.label_of_call(module, name, len(given)), **how)


def spawn_steps(body: Steps, call: Any, label: str, **how: bool) -> Any:
    """Start a process that runs these steps, as if it were this call."""
    return current().spawn_opt(_born(body, _family(), call), label=label, **how)


def spawn(function: Any) -> Any:
    """``:proc_lib.spawn/1``"""
    return _start(function)


def spawn_link(function: Any) -> Any:
    """``:proc_lib.spawn_link/1``"""
    return _start(function, link=True)


def spawn_module(module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.spawn/3``"""
    return _start_module(module, name, args)


def spawn_link_module(module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.spawn_link/3``"""
    return _start_module(module, name, args, link=True)


def spawn_opt(function: Any, opts: Any) -> Any:
    """``:proc_lib.spawn_opt/2``"""
    how, priority = spawning.how_of(opts, 2)
    return spawning.prioritised(_start(function, **how), priority)


def spawn_opt_module(module: Any, name: Any, args: Any, opts: Any) -> Any:
    """``:proc_lib.spawn_opt/4``"""
    how, priority = spawning.how_of(opts, 4)
    return spawning.prioritised(_start_module(module, name, args, **how), priority)


def _here(node: Any) -> None:
    """End the run for another node, of which there is none."""
    if node is not atom("nonode@nohost"):
        refuse(f":proc_lib on the node {inspect(node)}")


def spawn_at(node: Any, function: Any) -> Any:
    """``:proc_lib.spawn/2``"""
    _here(node)
    return spawn(function)


def spawn_link_at(node: Any, function: Any) -> Any:
    """``:proc_lib.spawn_link/2``"""
    _here(node)
    return spawn_link(function)


def spawn_module_at(node: Any, module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.spawn/4``"""
    _here(node)
    return spawn_module(module, name, args)


def spawn_link_module_at(node: Any, module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.spawn_link/4``"""
    _here(node)
    return spawn_link_module(module, name, args)


# -- starting, and waiting until it is acknowledged ------------------------------------------------


def _with(relation: str, module: Any, name: Any, args: Any, opts: Any) -> Any:
    """Start a process with a relation to who starts it, and options that must not ask for a monitor."""
    if any(atom.monitor in (each, each[0] if each.__class__ is tuple else each) for each in to_list(opts)):
        raise erlang(atom.badarg)
    return spawn_opt_module(module, name, args, from_list([Atom(relation), *to_list(opts)]))


def start_link(module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.start_link/3``"""
    return (yield from start_link_within(module, name, args, atom.infinity))


def start_link_within(module: Any, name: Any, args: Any, timeout: Any) -> Any:
    """``:proc_lib.start_link/4``"""
    return (yield from acknowledged_link(_start_module(module, name, args, link=True), timeout))


def start_link_with(module: Any, name: Any, args: Any, timeout: Any, opts: Any) -> Any:
    """``:proc_lib.start_link/5``"""
    return (yield from acknowledged_link(_with("link", module, name, args, opts), timeout))


def _kill(pid: Any) -> Any:
    """Kill a process that did not acknowledge its start in time; return what is answered."""
    proc = current()
    proc.unlink(pid)
    proc.exit(pid, atom.kill)
    yield proc.receive((atom.EXIT, pid, ANY), after=0)
    return (atom.error, atom.timeout)


def acknowledged_link(pid: Any, timeout: Any) -> Any:
    """Return what a linked process acknowledges its start with."""
    after = None if timeout is atom.infinity else timeout
    answer = yield current().receive((_ACK, pid, ANY), (atom.EXIT, pid, ANY), after=after)
    if answer is None:
        return (yield from _kill(pid))
    return answer[2] if answer[0] is _ACK else (atom.error, answer[2])


def start(module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.start/3``"""
    return (yield from start_within(module, name, args, atom.infinity))


def start_within(module: Any, name: Any, args: Any, timeout: Any) -> Any:
    """``:proc_lib.start/4``"""
    pid, ref = _start_module(module, name, args, monitor=True)
    return (yield from acknowledged(pid, ref, timeout))


def start_with(module: Any, name: Any, args: Any, timeout: Any, opts: Any) -> Any:
    """``:proc_lib.start/5``"""
    pid, ref = _with("monitor", module, name, args, opts)
    return (yield from acknowledged(pid, ref, timeout))


def acknowledged(pid: Any, ref: Any, timeout: Any = atom.infinity) -> Any:
    """Return what a monitored process acknowledges its start with."""
    after = None if timeout is atom.infinity else timeout
    answer = yield current().receive((_ACK, pid, ANY), (atom.DOWN, ref, ANY, ANY, ANY), after=after)
    yield from demonitor_steps(current(), ref)
    if answer is None:
        return (yield from _kill(pid))
    return answer[2] if answer[0] is _ACK else (atom.error, answer[4])


def start_monitor(module: Any, name: Any, args: Any) -> Any:
    """``:proc_lib.start_monitor/3``"""
    return (yield from start_monitor_within(module, name, args, atom.infinity))


def start_monitor_within(module: Any, name: Any, args: Any, timeout: Any) -> Any:
    """``:proc_lib.start_monitor/4``"""
    pid, ref = _start_module(module, name, args, monitor=True)
    return (yield from _acknowledged_monitor(pid, ref, timeout))


def start_monitor_with(module: Any, name: Any, args: Any, timeout: Any, opts: Any) -> Any:
    """``:proc_lib.start_monitor/5``"""
    pid, ref = _with("monitor", module, name, args, opts)
    return (yield from _acknowledged_monitor(pid, ref, timeout))


def _acknowledged_monitor(pid: Any, ref: Any, timeout: Any) -> Any:
    """Return what a process acknowledges its start with, and the monitor, which goes on."""
    proc = current()
    after = None if timeout is atom.infinity else timeout
    answer = yield proc.receive((_ACK, pid, ANY), (atom.DOWN, ref, ANY, ANY, ANY), after=after)
    if answer is None:
        return ((yield from _kill(pid)), ref)
    if answer[0] is _ACK:
        return (answer[2], ref)
    proc.send(proc.pid, answer)
    return ((atom.error, answer[4]), ref)


def stop(server: Any) -> Any:
    """``:proc_lib.stop/1``"""
    return (yield from stop_within(server, atom.normal, atom.infinity))


def stop_within(server: Any, reason: Any, timeout: Any) -> Any:
    """``:proc_lib.stop/3``"""
    proc = current()
    return (yield proc.perform(stop_found(proc, address(server), reason, timeout), "stop"))


def init_ack(answer: Any) -> Any:
    """``:proc_lib.init_ack/1``"""
    family = current().get(_ANCESTORS, [])
    starter = family[0] if family else current().pid
    found = starter if starter.__class__ is Pid else current().whereis(starter)  # type: ignore[arg-type]
    return init_ack_to(found, answer)


def init_ack_to(starter: Any, answer: Any) -> Any:
    """``:proc_lib.init_ack/2``"""
    current().send(starter, (_ACK, current().pid, answer))
    return atom.ok


def initial_call(pid: Any) -> Any:
    """``:proc_lib.translate_initial_call/1``"""
    kept = process.dictionary(pid).get(_INITIAL_CALL) if current().alive(pid) else None
    return kept or (Atom("proc_lib"), Atom("init_p"), 5)


def first_call(pid: Any) -> Any:
    """``:proc_lib.initial_call/1``: with names in place of the arguments; false if it did not start it."""
    kept = process.dictionary(pid).get(_INITIAL_CALL) if current().alive(pid) else None
    if kept is None:
        return Atom("false")
    module, function, arity = kept
    return (module, function, from_list([Atom(f"Argument__{number}") for number in range(1, arity + 1)]))


def get_label(pid: Any) -> Any:
    """``:proc_lib.get_label/1``, of OTP 27: undefined where there is none."""
    return process.dictionary(pid).get(process.LABEL, atom.undefined) if current().alive(pid) else atom.undefined


FUNCTIONS = {
    "spawn/1": spawn, "spawn_link/1": spawn_link, "spawn/3": spawn_module, "spawn_link/3": spawn_link_module,
    "init_ack/1": init_ack, "init_ack/2": init_ack_to, "translate_initial_call/1": initial_call,
    "spawn_opt/2": spawn_opt, "spawn_opt/4": spawn_opt_module, "spawn/2": spawn_at, "spawn_link/2": spawn_link_at,
    "spawn/4": spawn_module_at, "spawn_link/4": spawn_link_module_at, "initial_call/1": first_call,
    "set_label/1": process.set_label, "get_label/1": get_label,
}  # fmt: skip
BLOCKING = {
    "start_link/3": start_link, "start_link/4": start_link_within, "start_link/5": start_link_with, "start/3": start,
    "start/4": start_within, "start/5": start_with, "start_monitor/3": start_monitor,
    "start_monitor/4": start_monitor_within, "start_monitor/5": start_monitor_with, "stop/1": stop,
    "stop/3": stop_within,
    "hibernate/3": process.hibernate,
}  # fmt: skip
