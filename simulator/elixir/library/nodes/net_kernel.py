"""Erlang's ``:net_kernel``: of a node that has no name and meets no others.

Source of the semantics: OTP 25, ``net_kernel``.
"""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom, atom


def monitor_nodes(flag: Any, *opts: Any) -> Atom:
    """``:net_kernel.monitor_nodes/1``, ``/2``: no node comes or goes."""
    return atom.ok


def connect_node(node: Any) -> Atom:
    """``:net_kernel.connect_node/1``"""
    return Atom("ignored")


def stop() -> Any:
    """``:net_kernel.stop/0``"""
    return Atom("error"), Atom("not_found")


def get_net_ticktime() -> Atom:
    """``:net_kernel.get_net_ticktime/0``"""
    return Atom("ignored")




FUNCTIONS = {
    "monitor_nodes/1": monitor_nodes, "monitor_nodes/2": monitor_nodes, "connect_node/1": connect_node,
    "hidden_connect_node/1": connect_node, "stop/0": stop, "get_net_ticktime/0": get_net_ticktime,
}  # fmt: skip
