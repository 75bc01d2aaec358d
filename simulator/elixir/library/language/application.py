"""Elixir's ``Application``: the environments of applications, as far as a program sets them itself."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime import index
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list

_OK, _ERROR = Atom("ok"), Atom("error")


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


def delete_env_with(app: Any, key: Any, opts: Any) -> Atom:
    """``Application.delete_env/3``"""
    return delete_env(app, key)


def get_all_env(app: Any) -> Any:
    """``Application.get_all_env/1``"""
    return from_list(list(_environment(app).items()))


_KNOWN: Final = frozenset({
    "compiler", "elixir", "kernel", "logger", "stdlib", "crypto", "eex", "ex_unit", "iex", "mix", "runtime_tools",
    "sasl", "ssl", "tools",
})  # fmt: skip
"""The applications of Elixir and Erlang that could be started."""


def _missing(app: Any) -> Any:
    """Return why an application cannot be started that is not there."""
    return (_chars("no such file or directory"), _chars(f"{app.name}.app"))


def _has(app: Any) -> bool:
    return app.name in _KNOWN


def ensure_all_started(app: Any) -> Any:
    """``Application.ensure_all_started/1``: the answer is which were started for it."""
    if app.__class__ is not Atom:
        raise function_clause("Application", "ensure_all_started", 2, [app, Atom("temporary")])
    if not _has(app):
        return (_ERROR, (app, _missing(app)))
    if app in world().started:
        return (_OK, EMPTY)
    world().started.append(app)
    return (_OK, from_list([app]))


def ensure_all_started_as(app: Any, kind: Any) -> Any:
    """``Application.ensure_all_started/2``"""
    return ensure_all_started(app)


def start(app: Any) -> Any:
    """``Application.start/1``"""
    if not _has(app):
        return (_ERROR, _missing(app))
    if app in world().started:
        return (_ERROR, (Atom("already_started"), app))
    world().started.append(app)
    return _OK


def start_as(app: Any, kind: Any) -> Any:
    """``Application.start/2``"""
    return start(app)


def ensure_started(app: Any) -> Any:
    """``Application.ensure_started/1``"""
    return _OK if app in world().started else start(app)


def ensure_started_as(app: Any, kind: Any) -> Any:
    """``Application.ensure_started/2``"""
    return ensure_started(app)


def load(app: Any) -> Any:
    """``Application.load/1``"""
    if app in world().started:
        return (_ERROR, (Atom("already_loaded"), app))
    return ensure_loaded(app)


def ensure_loaded(app: Any) -> Any:
    """``Application.ensure_loaded/1``"""
    return _OK if _has(app) else (_ERROR, _missing(app))


def stop(app: Any) -> Any:
    """``Application.stop/1``"""
    if app not in world().started:
        return (_ERROR, (Atom("not_started"), app))
    world().started.remove(app)
    return _OK


def unload(app: Any) -> Any:
    """``Application.unload/1``"""
    return _OK if _has(app) else (_ERROR, (Atom("not_loaded"), app))


_RELEASES: Final = {"kernel": "8.5.3", "stdlib": "4.2", "compiler": "8.2.3"}


def _version(app: Any) -> Any:
    return _chars(_RELEASES.get(app.name, "1.14.0"))


def _chars(text: str) -> Any:
    return from_list([ord(char) for char in text])


def spec(app: Any) -> Any:
    """``Application.spec/1``"""
    return from_list([(Atom("description"), _chars(app.name)), (Atom("vsn"), _version(app))]) if _has(app) else NIL


def spec_of(app: Any, key: Any) -> Any:
    """``Application.spec/2``"""
    found = spec(app)
    return NIL if found is NIL else dict(to_list(found)).get(key, NIL)


def started_applications() -> Any:
    """``Application.started_applications/0``: name, description and version of each."""
    return from_list([(app, _chars(app.name), _version(app)) for app in world().started])


def started_within(timeout: Any) -> Any:
    """``Application.started_applications/1``"""
    return started_applications()


def format_error(reason: Any) -> str:
    """``Application.format_error/1``"""
    return inspect(reason)


def get_application(module: Any) -> Atom:
    """``Application.get_application/1``: a script's modules belong to none."""
    if index.known(module.name) is None:
        return NIL
    if not module.name.startswith("Elixir."):
        return Atom("kernel" if module.name in _OF_KERNEL else "stdlib")
    name = module.name.removeprefix("Elixir.").partition(".")[0]
    return Atom({"Logger": "logger", "ExUnit": "ex_unit"}.get(name, "elixir"))


_OF_KERNEL: Final = frozenset({
    "application", "code", "error_logger", "file", "gen_tcp", "gen_udp", "global", "inet", "logger", "net_kernel",
    "os", "pg", "rpc",
})  # fmt: skip


FUNCTIONS = {
    "get_env/2": get_env, "get_env/3": get_env_or, "fetch_env/2": fetch_env, "fetch_env!/2": fetch_env_strictly,
    "put_env/3": put_env, "put_env/4": put_env_with, "put_all_env/1": put_all_env, "delete_env/2": delete_env,
    "get_all_env/1": get_all_env, "ensure_all_started/1": ensure_all_started,
    "ensure_all_started/2": ensure_all_started_as, "ensure_started/1": ensure_started,
    "ensure_started/2": ensure_started_as, "spec/1": spec, "spec/2": spec_of, "delete_env/3": delete_env_with,
    "started_applications/0": started_applications, "started_applications/1": started_within,
    "loaded_applications/0": started_applications, "format_error/1": format_error,
    "start/1": start, "start/2": start_as, "stop/1": stop, "load/1": load, "ensure_loaded/1": ensure_loaded,
    "unload/1": unload, "get_application/1": get_application,
    "compile_env/2": get_env, "compile_env/3": get_env_or, "compile_env!/2": fetch_env_strictly,
}  # fmt: skip
