"""Erlang's ``:gen``: what the behaviours of OTP make their calls with.

Source of the semantics: OTP 25, ``gen``: a call exits with the bare reason, for its caller to tell more.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.erlang.gen_server import stop, stop_within
from simulator.elixir.library.processes import gen_server
from simulator.elixir.library.processes.servers import address
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server import gen
from simulator.terms import atom, inspect

_TIMEOUT = 5_000


def call(server: Any, label: Any, request: Any) -> Any:
    """``:gen.call/3``"""
    return (yield from call_within(server, label, request, _TIMEOUT))


def call_within(server: Any, label: Any, request: Any, timeout: Any) -> Any:
    """``:gen.call/4``: answers ``{:ok, reply}``."""
    if label is not gen.CALL:
        refuse(f":gen.call/4 with the label {inspect(label)}")
    return (atom.ok, (yield gen.call(current(), address(server), request, timeout, Exit)))


FUNCTIONS = {"reply/2": gen_server.reply}
BLOCKING = {"call/3": call, "call/4": call_within, "stop/1": stop, "stop/3": stop_within}
