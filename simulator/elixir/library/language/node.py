"""Elixir's ``Node``: there is one, it has no name and knows no others."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language import spawning
from simulator.elixir.runtime.bridge import FALSE
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

NODE = Atom("nonode@nohost")


def self_() -> Atom:
    """``Node.self/0``"""
    return NODE


def alive() -> Atom:
    """``Node.alive?/0``"""
    return FALSE


def list_() -> Any:
    """``Node.list/0``"""
    return EMPTY


def list_of(kind: Any) -> Any:
    """``Node.list/1``"""
    kinds = to_list(kind) if is_list(kind) else [kind]
    return from_list([NODE]) if Atom("this") in kinds or Atom("known") in kinds else EMPTY


def connect(node: Any) -> Any:
    """``Node.connect/1``: a node that is not alive connects to nobody."""
    return Atom("ignored")


def ping(node: Any) -> Any:
    """``Node.ping/1``"""
    return Atom("pong" if node is NODE else "pang")


def get_cookie() -> Atom:
    """``Node.get_cookie/0``"""
    return Atom("nocookie")


def _check(node: Any) -> None:
    """End the run where a process is to be started on another node: there is none."""
    if node is not NODE:
        refuse(f"a process on the node {inspect(node)}")


def spawn(node: Any, function: Any) -> Any:
    """``Node.spawn/2``"""
    _check(node)
    return spawning.spawn(function)


def spawn_link(node: Any, function: Any) -> Any:
    """``Node.spawn_link/2``"""
    _check(node)
    return spawning.spawn_link(function)


def spawn_module(node: Any, module: Any, name: Any, args: Any) -> Any:
    """``Node.spawn/4``"""
    _check(node)
    return spawning.spawn_module(module, name, args)


def spawn_link_module(node: Any, module: Any, name: Any, args: Any) -> Any:
    """``Node.spawn_link/4``"""
    _check(node)
    return spawning.spawn_link_module(module, name, args)


FUNCTIONS = {
    "self/0": self_, "alive?/0": alive, "list/0": list_, "list/1": list_of, "connect/1": connect, "ping/1": ping,
    "get_cookie/0": get_cookie, "spawn/2": spawn, "spawn_link/2": spawn_link, "spawn/4": spawn_module,
    "spawn_link/4": spawn_link_module,
}  # fmt: skip
