"""Elixir's ``Application``: the environments of applications, their start and stop."""

from __future__ import annotations

import os
from typing import Any, Final

from simulator.elixir.library.language.applications import (
    application_of,
    failure_text,
    specification,
    start_all,
    start_one,
)
from simulator.elixir.library.language.applications import stop as stop_one
from simulator.elixir.library.language.log import APPLICATION, SETTINGS
from simulator.elixir.runtime import index
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list

_OK, _ERROR = Atom("ok"), Atom("error")


def environment(app: Any) -> dict[Atom, Any]:
    """Return what an application is configured with."""
    known = world().applications.setdefault(app, {})
    if app is APPLICATION:
        for key, value in SETTINGS.items():
            known.setdefault(key, value)
    return known


def get_env(app: Any, key: Any) -> Any:
    """``Application.get_env/2``"""
    return environment(app).get(key, NIL)


def get_env_or(app: Any, key: Any, default: Any) -> Any:
    """``Application.get_env/3``"""
    return environment(app).get(key, default)


def fetch_env(app: Any, key: Any) -> Any:
    """``Application.fetch_env/2``"""
    found = environment(app)
    return (_OK, found[key]) if key in found else Atom("error")


def fetch_env_strictly(app: Any, key: Any) -> Any:
    """``Application.fetch_env!/2``"""
    found = environment(app)
    if key in found:
        return found[key]
    raise error("ArgumentError", message=(
        f"could not fetch application environment {inspect(key)} for application {inspect(app)} because the "
        "application was not loaded nor configured"
    ))  # fmt: skip


def put_env(app: Any, key: Any, value: Any) -> Any:
    """``Application.put_env/3``: a call of the process that keeps it, as are those below."""
    environment(app)[key] = value
    yield current().consult()
    return _OK


def put_env_with(app: Any, key: Any, value: Any, opts: Any) -> Any:
    """``Application.put_env/4``"""
    return (yield from put_env(app, key, value))


def put_all_env(config: Any) -> Any:
    """``Application.put_all_env/1``"""
    for app, values in to_list(config):
        for key, value in to_list(values):
            environment(app)[key] = value
    yield current().consult()
    return _OK


def delete_env(app: Any, key: Any) -> Any:
    """``Application.delete_env/2``"""
    environment(app).pop(key, None)
    yield current().consult()
    return _OK


def delete_env_with(app: Any, key: Any, opts: Any) -> Any:
    """``Application.delete_env/3``"""
    return (yield from delete_env(app, key))


def get_all_env(app: Any) -> Any:
    """``Application.get_all_env/1``"""
    return from_list(list(environment(app).items()))


_KNOWN: Final = frozenset({
    "compiler", "elixir", "kernel", "logger", "stdlib", "crypto", "eex", "ex_unit", "iex", "mix", "runtime_tools",
    "sasl", "ssl", "telemetry", "tools",
})  # fmt: skip
"""The applications of Elixir and Erlang that could be started."""


def _missing(app: Any) -> Any:
    """Return why an application cannot be started that is not there."""
    return (_chars("no such file or directory"), _chars(f"{app.name}.app"))


def _has(app: Any) -> bool:
    return app in world().specifications or app.name in _KNOWN


def ensure_all_started(app: Any) -> Any:
    """``Application.ensure_all_started/1``: the answer is which were started for it."""
    return (yield from ensure_all_started_as(app, Atom("temporary")))


def ensure_all_started_as(app: Any, kind: Any) -> Any:
    """``Application.ensure_all_started/2``"""
    if app.__class__ is not Atom:
        raise function_clause("Application", "ensure_all_started", 2, [app, kind])
    if not _has(app):
        return (_ERROR, (app, _missing(app)))
    if app in world().started:
        return (_OK, EMPTY)
    started: list[Atom] = []
    reason = yield from start_all(app, kind, started)
    if reason is not None:
        return (_ERROR, reason)
    if app not in started:
        world().started.append(app)
        started.append(app)
    return (_OK, from_list(started))


def start(app: Any) -> Any:
    """``Application.start/1``"""
    return (yield from start_as(app, Atom("temporary")))


def start_as(app: Any, kind: Any) -> Any:
    """``Application.start/2``"""
    if not _has(app):
        return (_ERROR, _missing(app))
    if app in world().started:
        return (_ERROR, (Atom("already_started"), app))
    found = specification(app)
    if found is not None:
        for other in found.applications:
            if other not in world().started and other not in found.optional:
                return (_ERROR, (Atom("not_started"), other))
        reason = yield from start_one(found, kind)
        if reason is not None:
            return (_ERROR, reason[1])
    world().started.append(app)
    return _OK


def ensure_started(app: Any) -> Any:
    """``Application.ensure_started/1``"""
    return _OK if app in world().started else (yield from start(app))


def ensure_started_as(app: Any, kind: Any) -> Any:
    """``Application.ensure_started/2``"""
    return (yield from ensure_started(app))


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
    found = specification(app)
    if found is not None:
        yield from stop_one(found)
    if app in world().started:
        world().started.remove(app)
    return _OK


def unload(app: Any) -> Any:
    """``Application.unload/1``"""
    return _OK if _has(app) else (_ERROR, (Atom("not_loaded"), app))


_RELEASES: Final = {"kernel": "8.5.3", "stdlib": "4.2", "compiler": "8.2.3"}


def _version(app: Any) -> Any:
    found = specification(app)
    return _chars(_RELEASES.get(app.name, "1.14.0") if found is None else found.version)


def _chars(text: str) -> Any:
    return from_list([ord(char) for char in text])


def _description(app: Any) -> Any:
    found = specification(app)
    return _chars(app.name if found is None else found.description)


def spec(app: Any) -> Any:
    """``Application.spec/1``"""
    if not _has(app):
        return NIL
    told = [(Atom("description"), _description(app)), (Atom("vsn"), _version(app))]
    found = specification(app)
    if found is not None:
        told += [
            (Atom("id"), EMPTY), (Atom("modules"), from_list(found.modules)), (Atom("maxP"), Atom("infinity")),
            (Atom("maxT"), Atom("infinity")), (Atom("registered"), found.registered),
            (Atom("included_applications"), EMPTY), (Atom("optional_applications"), from_list(found.optional)),
            (Atom("applications"), from_list(found.applications)), (Atom("mod"), EMPTY if found.mod is None else
                                                                   found.mod),
            (Atom("start_phases"), from_list(found.phases) if found.phases else Atom("undefined")),
        ]  # fmt: skip
    return from_list(told)


def spec_of(app: Any, key: Any) -> Any:
    """``Application.spec/2``"""
    found = spec(app)
    return NIL if found is NIL else dict(to_list(found)).get(key, NIL)


def app_dir(app: Any) -> str:
    """``Application.app_dir/1``: the folder of an application's source, where its ``priv`` is."""
    found = specification(app)
    if found is None:
        raise error("ArgumentError", message=f"unknown application: {inspect(app)}")
    return found.folder


def app_dir_in(app: Any, path: Any) -> str:
    """``Application.app_dir/2``"""
    parts = [path] if path.__class__ is str else to_list(path)
    return os.path.normpath(os.path.join(app_dir(app), *parts))


def started_applications() -> Any:
    """``Application.started_applications/0``: name, description and version of each."""
    return from_list([(app, _description(app), _version(app)) for app in world().started])


def loaded_applications() -> Any:
    """``Application.loaded_applications/0``"""
    known = [*world().started, *(app for app in world().specifications if app not in world().started)]
    return from_list([(app, _description(app), _version(app)) for app in known])


def started_within(timeout: Any) -> Any:
    """``Application.started_applications/1``"""
    return started_applications()


def format_error(reason: Any) -> str:
    """``Application.format_error/1``"""
    return failure_text(reason)


def get_application(module: Any) -> Atom:
    """``Application.get_application/1``: a script's modules belong to none."""
    own = application_of(module)
    if own is not None:
        return own
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
    "get_all_env/1": get_all_env, "app_dir/1": app_dir, "app_dir/2": app_dir_in,
    "spec/1": spec, "spec/2": spec_of,
    "started_applications/0": started_applications, "started_applications/1": started_within,
    "loaded_applications/0": loaded_applications, "format_error/1": format_error,
    "load/1": load, "ensure_loaded/1": ensure_loaded,
    "unload/1": unload, "get_application/1": get_application,
    "compile_env/2": get_env, "compile_env/3": get_env_or, "compile_env!/2": fetch_env_strictly,
}  # fmt: skip
BLOCKING = {
    "ensure_all_started/1": ensure_all_started, "ensure_all_started/2": ensure_all_started_as,
    "ensure_started/1": ensure_started, "ensure_started/2": ensure_started_as, "start/1": start, "start/2": start_as,
    "stop/1": stop, "put_env/3": put_env, "put_env/4": put_env_with, "put_all_env/1": put_all_env,
    "delete_env/2": delete_env, "delete_env/3": delete_env_with,
}  # fmt: skip
