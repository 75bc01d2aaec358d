"""Elixir's ``Application``: the environments of applications, as far as a program sets them itself."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list

_OK = Atom("ok")


def _environment(app: Any) -> dict[Atom, Any]:
    return world().applications.setdefault(app, {})


def get_env(app: Any, key: Any) -> Any:
    """``Application.get_env/2``"""
    return _environment(app).get(key, NIL)


def get_env_or(app: Any, key: Any, default: Any) -> Any:
    """``Application.get_env/3``"""
    return _environment(app).get(key, default)


def fetch_env(app: Any, key: Any) -> Any:
    """``Application.fetch_env/2``"""
    found = _environment(app)
    return (_OK, found[key]) if key in found else Atom("error")


def fetch_env_strictly(app: Any, key: Any) -> Any:
    """``Application.fetch_env!/2``"""
    found = _environment(app)
    if key in found:
        return found[key]
    raise error("ArgumentError", message=(
        f"could not fetch application environment {inspect(key)} for application {inspect(app)} because the "
        "application was not loaded nor configured"
    ))  # fmt: skip


def put_env(app: Any, key: Any, value: Any) -> Atom:
    """``Application.put_env/3``"""
    _environment(app)[key] = value
    return _OK


def put_env_with(app: Any, key: Any, value: Any, opts: Any) -> Atom:
    """``Application.put_env/4``"""
    return put_env(app, key, value)


def put_all_env(config: Any) -> Atom:
    """``Application.put_all_env/1``"""
    for app, values in to_list(config):
        for key, value in to_list(values):
            put_env(app, key, value)
    return _OK


def delete_env(app: Any, key: Any) -> Atom:
    """``Application.delete_env/2``"""
    _environment(app).pop(key, None)
    return _OK


def get_all_env(app: Any) -> Any:
    """``Application.get_all_env/1``"""
    return from_list(list(_environment(app).items()))


def ensure_all_started(app: Any) -> Any:
    """``Application.ensure_all_started/1``: whatever is here needs no start."""
    return (_OK, EMPTY)


def ensure_all_started_as(app: Any, kind: Any) -> Any:
    """``Application.ensure_all_started/2``"""
    return (_OK, EMPTY)


def start(app: Any) -> Atom:
    """``Application.start/1``"""
    return _OK


def start_as(app: Any, kind: Any) -> Atom:
    """``Application.start/2``"""
    return _OK


def get_application(module: Any) -> Atom:
    """``Application.get_application/1``: a script's modules belong to none."""
    return NIL


FUNCTIONS = {
    "get_env/2": get_env, "get_env/3": get_env_or, "fetch_env/2": fetch_env, "fetch_env!/2": fetch_env_strictly,
    "put_env/3": put_env, "put_env/4": put_env_with, "put_all_env/1": put_all_env, "delete_env/2": delete_env,
    "get_all_env/1": get_all_env, "ensure_all_started/1": ensure_all_started,
    "ensure_all_started/2": ensure_all_started_as, "ensure_started/1": start, "ensure_started/2": start_as,
    "start/1": start, "start/2": start_as, "stop/1": start, "load/1": start, "ensure_loaded/1": start,
    "unload/1": start, "get_application/1": get_application,
    "compile_env/2": get_env, "compile_env/3": get_env_or, "compile_env!/2": fetch_env_strictly,
}  # fmt: skip
