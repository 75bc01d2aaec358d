"""Erlang's ``:application``: the environments of applications, and which of them run."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.language import application
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import to_list


def get_env(app: Any, key: Any) -> Any:
    """``:application.get_env/2``"""
    found = application.environment(app)
    return (atom.ok, found[key]) if key in found else atom.undefined


def get_env_or(app: Any, key: Any, default: Any) -> Any:
    """``:application.get_env/3``"""
    return application.environment(app).get(key, default)


def get_application(module: Any) -> Any:
    """``:application.get_application/1``"""
    found = application.get_application(module)
    return atom.undefined if found is Atom("nil") else (atom.ok, found)


_KEYS: Final = frozenset({
    "applications", "description", "id", "included_applications", "maxP", "maxT", "mod", "modules",
    "optional_applications", "registered", "start_phases", "vsn",
})  # fmt: skip


def get_key(app: Any, key: Any) -> Any:
    """``:application.get_key/2``"""
    told = application.spec(app)
    found = {} if told is Atom("nil") else dict(to_list(told))
    if found and key not in found and key.name in _KEYS:
        refuse(f":application.get_key/2 of {inspect(key)} of an application that is not the project's")
    return (atom.ok, found[key]) if key in found else atom.undefined


FUNCTIONS = {
    "get_key/2": get_key,
    "get_env/2": get_env, "get_env/3": get_env_or, "get_all_env/1": application.get_all_env,
    "load/1": application.load, "unload/1": application.unload, "get_application/1": get_application,
    "which_applications/0": application.started_applications,
    "loaded_applications/0": application.loaded_applications,
}  # fmt: skip
BLOCKING = {
    "set_env/3": application.put_env, "set_env/4": application.put_env_with, "unset_env/2": application.delete_env,
    "unset_env/3": application.delete_env_with,
    **{key: each for key, each in application.BLOCKING.items() if not key.startswith(("put_", "delete_"))},
}  # fmt: skip
