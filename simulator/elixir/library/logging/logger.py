"""Elixir's ``Logger``: what is logged goes to standard error, with the virtual time, and to backends that are added.

Source of the semantics: Elixir 1.14, ``Logger``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.log import (
    LEVEL_OF_PROCESS,
    LEVELS,
    METADATA,
    OK,
    allows,
    level_name,
    log,
    logged_level,
    place,
)
from simulator.elixir.runtime.bridge import FALSE, NIL, boolean
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import from_pairs, pairs

_NONE, _LEVEL = Atom("none"), Atom("level")
_CONFIG, _BACKENDS = Atom("Elixir.Logger.Config"), Atom("Elixir.Logger.BackendSupervisor")
"""Who is asked by name, so that a program that only logs does not load them."""


# -- what the macros call -------------------------------------------------------------------------


def should_log(level: Any, module: Any) -> Any:
    """``Logger.__should_log__/2``: the level, or nil if nothing is to be logged"""
    name = _to_log_at(level)
    return Atom(name) if allows(name, module) else NIL


def _to_log_at(level: Any) -> str:
    """Return the name of a level to log at; raises for what is none as ``:logger.allow/2`` does, deep within."""
    if level.__class__ is Atom and (level.name in LEVELS or level.name == "warn"):
        return logged_level(level)
    least = len(LEVELS) - 1 - place(world().log_level)
    raise function_clause(Atom("logger_config"), "less_or_equal_level", 2, [level, least])


def do_log(level: Any, message: Any, location: Any, metadata: Any) -> Any:
    """``Logger.__do_log__/4``"""
    return (yield from log(level.name, message, metadata, location))


def bare_log(level: Any, message: Any) -> Any:
    """``Logger.bare_log/2``"""
    return (yield from bare_log_with(level, message, EMPTY))


def bare_log_with(level: Any, message: Any, metadata: Any) -> Any:
    """``Logger.bare_log/3``"""
    name = _to_log_at(level)
    return (yield from log(name, message, metadata)) if allows(name) else OK


# -- levels ---------------------------------------------------------------------------------------


def _of_own(name: str, pid: Any, *more: Any) -> Any:
    """Return the process that calls; it alone may ask this."""
    proc = current()
    if pid != proc.pid:
        raise function_clause("Logger", name, 1 + len(more), [pid, *more])
    return proc


def disable(pid: Any) -> Atom:
    """``Logger.disable/1``, of the process that calls"""
    _of_own("disable", pid).put(LEVEL_OF_PROCESS, _NONE)
    return OK


def enable(pid: Any) -> Atom:
    """``Logger.enable/1``, of the process that calls"""
    _of_own("enable", pid).delete(LEVEL_OF_PROCESS)
    return OK


def enabled(pid: Any) -> Atom:
    """``Logger.enabled?/1``"""
    return boolean(_of_own("enabled?", pid).get(LEVEL_OF_PROCESS) is not _NONE)


def put_process_level(pid: Any, level: Any) -> Atom:
    """``Logger.put_process_level/2``, of the process that calls"""
    _of_own("put_process_level", pid, level).put(LEVEL_OF_PROCESS, Atom(level_name(level)))
    return OK


def delete_process_level(pid: Any) -> Atom:
    """``Logger.delete_process_level/1``, of the process that calls"""
    _of_own("delete_process_level", pid).delete(LEVEL_OF_PROCESS)
    return OK


def get_process_level(pid: Any) -> Any:
    """``Logger.get_process_level/1``, of the process that calls"""
    return _of_own("get_process_level", pid).get(LEVEL_OF_PROCESS, NIL)


def level() -> Atom:
    """``Logger.level/0``"""
    return Atom(world().log_level)


def levels() -> Any:
    """``Logger.levels/0``"""
    return from_list([Atom(each) for each in reversed(LEVELS)])


def compare_levels(left: Any, right: Any) -> Any:
    """``Logger.compare_levels/2``"""
    return call(Atom("logger"), "compare_levels", [Atom(level_name(left)), Atom(level_name(right))])


def _of_erlang(name: str, count: int) -> Any:
    """Return the function of ``:logger`` that one of Logger is."""

    def one(given: Any) -> Any:
        return call(Atom("logger"), name, [given])

    def two(given: Any, level: Any) -> Any:
        return call(Atom("logger"), name, [given, level])

    def none() -> Any:
        return call(Atom("logger"), name, [])

    return (none, one, two)[count]


# -- metadata -------------------------------------------------------------------------------------


def metadata() -> Any:
    """``Logger.metadata/0``"""
    known = current().get(METADATA)
    return EMPTY if known is None else from_list(pairs(known))


def add_metadata(given: Any) -> Atom:
    """``Logger.metadata/1``"""
    proc = current()
    known = proc.get(METADATA)
    kept = {} if known is None else dict(pairs(known))
    for key, value in to_list(given):
        if value is NIL:
            kept.pop(key, None)
        else:
            kept[key] = value
    proc.put(METADATA, from_pairs(kept.items()))
    return OK


def reset_metadata() -> Atom:
    """``Logger.reset_metadata/0``"""
    return reset_metadata_to(EMPTY)


def reset_metadata_to(given: Any) -> Atom:
    """``Logger.reset_metadata/1``"""
    current().put(METADATA, from_pairs([pair for pair in to_list(given) if pair[1] is not NIL]))
    return OK


# -- configuration and backends --------------------------------------------------------------------


def configure(options: Any) -> Any:
    """``Logger.configure/1``: a level is all that most ask for."""
    given = to_list(options)
    if world().logging is None and len(given) == 1 and given[0][0] is _LEVEL:
        world().log_level = level_name(given[0][1])
        return OK
    return call(_CONFIG, "configure", [options])


def _translating(name: str) -> Any:
    def change(translator: Any) -> Any:
        wrong = translator.__class__ is not tuple or len(translator) != 2
        if wrong or not translator[0].__class__ is translator[1].__class__ is Atom:
            raise function_clause("Logger", name, 1, [translator])
        return call(_CONFIG, name, [translator])

    return change


def add_backend(backend: Any) -> Any:
    """``Logger.add_backend/1``"""
    return (yield from call(_BACKENDS, "watch", [backend]))


def add_backend_with(backend: Any, options: Any) -> Any:
    """``Logger.add_backend/2``"""
    yield from _flush_if_asked(options)
    return (yield from add_backend(backend))


def remove_backend(backend: Any) -> Any:
    """``Logger.remove_backend/1``"""
    return (yield from call(_BACKENDS, "unwatch", [backend]))


def remove_backend_with(backend: Any, options: Any) -> Any:
    """``Logger.remove_backend/2``"""
    yield from _flush_if_asked(options)
    return (yield from remove_backend(backend))


def _flush_if_asked(options: Any) -> Any:
    if any(key is Atom("flush") and value not in (NIL, FALSE) for key, value in to_list(options)):
        yield from flush()


def configure_backend(backend: Any, options: Any) -> Any:
    """``Logger.configure_backend/2``"""
    return (yield from call(_BACKENDS, "__configure__", [backend, options]))


def flush() -> Any:
    """``Logger.flush/0``"""
    if world().logging is None:
        return OK
    return (yield from call(_BACKENDS, "__flush__", []))


FUNCTIONS = {
    "__should_log__/2": should_log, "configure/1": configure, "level/0": level, "levels/0": levels,
    "compare_levels/2": compare_levels, "enabled?/1": enabled, "metadata/0": metadata, "metadata/1": add_metadata,
    "reset_metadata/0": reset_metadata, "reset_metadata/1": reset_metadata_to, "disable/1": disable,
    "enable/1": enable, "add_translator/1": _translating("add_translator"),
    "remove_translator/1": _translating("remove_translator"),
    "put_process_level/2": put_process_level, "delete_process_level/1": delete_process_level,
    "get_process_level/1": get_process_level, "put_module_level/2": _of_erlang("set_module_level", 2),
    "delete_module_level/1": _of_erlang("unset_module_level", 1),
    "get_module_level/1": _of_erlang("get_module_level", 1),
    "delete_all_module_levels/0": _of_erlang("unset_module_level", 0),
    "put_application_level/2": _of_erlang("set_application_level", 2),
    "delete_application_level/1": _of_erlang("unset_application_level", 1),
}  # fmt: skip
BLOCKING = {
    "__do_log__/4": do_log, "bare_log/2": bare_log, "bare_log/3": bare_log_with, "flush/0": flush,
    "add_backend/1": add_backend, "add_backend/2": add_backend_with, "remove_backend/1": remove_backend,
    "remove_backend/2": remove_backend_with, "configure_backend/2": configure_backend,
}  # fmt: skip
MACROS = dict.fromkeys([f"{name}/{arity}" for name in (*LEVELS, "warn") for arity in (1, 2)] + ["log/2", "log/3"])
