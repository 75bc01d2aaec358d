"""``Mix``: the environment and the target, what it prints and raises."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.mix.state import MixState, state
from simulator.elixir.runtime.bridge import FALSE
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import from_list

_OK = Atom("ok")


def start() -> Atom:
    """``Mix.start/0``"""
    if world().mix is None:
        world().mix = MixState()
    return _OK


def env() -> Atom:
    """``Mix.env/0``"""
    return Atom(state().env)


def put_env(name: Any) -> Atom:
    """``Mix.env/1``"""
    state().env = name.name
    return _OK


def target() -> Atom:
    """``Mix.target/0``"""
    return Atom(state().target)


def put_target(name: Any) -> Atom:
    """``Mix.target/1``"""
    state().target = name.name
    return _OK


def put_shell(module: Any) -> Atom:
    """``Mix.shell/1``"""
    state().shell = module
    return _OK


def shell() -> Atom:
    """``Mix.shell/0``"""
    return state().shell


def debugging() -> Atom:
    """``Mix.debug?/0``"""
    return FALSE


def fail(message: Any) -> Any:
    """``Mix.raise/1``"""
    raise error("Mix.Error", message=message)


def fail_with(message: Any, opts: Any) -> Any:
    """``Mix.raise/2``"""
    fail(message)


def compilers() -> Any:
    """``Mix.compilers/0``"""
    return from_list(list(map(Atom, ("yecc", "leex", "erlang", "elixir", "app"))))


FUNCTIONS = {
    "start/0": start,
    "env/0": env, "env/1": put_env, "target/0": target, "target/1": put_target, "shell/0": shell, "shell/1": put_shell,
    "debug?/0": debugging, "compilers/0": compilers, "raise/1": fail, "raise/2": fail_with,
}  # fmt: skip
