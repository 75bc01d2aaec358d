"""Erlang's ``:gen``: what the behaviours of OTP make their calls with.

Source of the semantics: OTP 25, ``gen``: a call exits with the bare reason, for its caller to tell more.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.erlang.gen_server import named, stop, stop_within
from simulator.elixir.library.erlang.proc_lib import acknowledged, acknowledged_link, init_ack_to, spawn_steps
from simulator.elixir.library.processes import gen_server
from simulator.elixir.library.processes.servers import address, timeout_of_start
from simulator.elixir.runtime.running.bodies import module_steps
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server import gen
from simulator.otp.server.gen import found_by
from simulator.otp.server.start import register
from simulator.terms import atom, inspect

_TIMEOUT = 5_000


def call(server: Any, label: Any, request: Any) -> Any:
    """``:gen.call/3``"""
    return (yield from call_within(server, label, request, _TIMEOUT))


def call_within(server: Any, label: Any, request: Any, timeout: Any) -> Any:
    """``:gen.call/4``: answers ``{:ok, reply}``."""
    return (atom.ok, (yield gen.call(current(), address(server), request, timeout, Exit, label)))


def start(*given: Any) -> Any:
    """``:gen.start/5``, ``/6``: starts a process of a behaviour of one's own, whose ``init_it/6`` it runs."""
    kind, link, *name, module, args, opts = given
    proc = current()
    linked = link is atom.link
    starter = proc.pid

    def run() -> Any:
        mine = current()
        if name:
            taken = yield from found_by(register(mine, named(name[0])))
            if taken is not True:
                init_ack_to(starter, (atom.error, (atom.already_started, taken)))
                return atom.normal
        told = name[0] if name else mine.pid
        parent = starter if linked else atom.self
        return (yield from module_steps(kind, "init_it", [starter, parent, told, module, args, opts]))

    label = f"{inspect(module)}.init/1"
    if linked:
        pid = spawn_steps(run(), (module, atom.init, 1), label, link=True)
        return (yield from acknowledged_link(pid, timeout_of_start(opts)))
    return (yield from acknowledged(*spawn_steps(run(), (module, atom.init, 1), label, monitor=True)))


FUNCTIONS = {"reply/2": gen_server.reply}
BLOCKING = {
    "start/5": start, "start/6": start, "call/3": call, "call/4": call_within, "stop/1": stop, "stop/3": stop_within,
}  # fmt: skip
