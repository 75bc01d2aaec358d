"""Erlang's ``:logger``: events, handlers, filters and levels.

Source of the semantics: OTP 25, ``logger`` and ``logger_server``.
"""

from __future__ import annotations

from collections.abc import Callable
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.applications import specification
from simulator.elixir.library.language.log import LEVELS, METADATA, OK, allows, place
from simulator.elixir.library.logging.pipeline import (
    EMPTY_MAP,
    FILTER_DEFAULT,
    FILTERS,
    LEVEL,
    LOG,
    MODULE,
    REPORT,
    STOP,
    STRING,
    as_map,
    default_config,
    logging,
)
from simulator.elixir.library.logging.reports import otp_format
from simulator.elixir.runtime.bridge import boolean, is_function
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.modules.modules import call, exists, find
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, atom
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, from_pairs, get, merge, pairs, put

_PRIMARY, _SET, _UPDATE = Atom("primary"), Atom("set"), Atom("update")
_ID, _FORMATTER, _DATA, _PROCESS_METADATA = Atom("id"), Atom("formatter"), Atom("metadata"), METADATA
_NOT_FOUND, _EXISTS = Atom("not_found"), Atom("already_exist")
_MFA: Final = Atom("mfa")
_SETTABLE: Final = (*LEVELS, "none", "all")


def _error(*reason: Any) -> tuple[Any, Any]:
    return (atom.error, tuple(reason) if len(reason) > 1 else reason[0])


# -- saying something -----------------------------------------------------------------------------


def _is_format(term: Any) -> bool:
    return term.__class__ in (str, Atom) or is_list(term)


def _is_report(term: Any) -> bool:
    return term.__class__ is Map or (is_list(term) and term is not EMPTY and parts(term)[0][0].__class__ is tuple)


def _message(first: Any, rest: tuple[Any, ...]) -> tuple[Any, Map]:
    """Return what is said and its metadata, of a call's arguments."""
    if len(rest) == 2:
        return (first, rest[0]), as_map(rest[1])
    if len(rest) == 1:
        if rest[0].__class__ is Map and not is_function(first, 1):
            return first, rest[0]
        return (first, rest[0]), EMPTY_MAP
    return first, EMPTY_MAP


def say(level: str, location: Any, message: Any, metadata: Map) -> Any:
    """Log what a call of ``:logger`` says, of a level that is one to be logged; steps."""
    if message.__class__ is tuple and is_function(message[0], 1):
        message, metadata = yield from _lazily(message, metadata)
        if message is Atom("ignore"):
            return OK
    if message.__class__ is tuple and len(message) == 2 and _is_format(message[0]):
        control = message[0]
        if control.__class__ is Atom:
            control = from_list([ord(char) for char in control.name])
        told: tuple[Any, Any] = (control, message[1])
    elif _is_report(message):
        told = (REPORT, message)
    elif message.__class__ in (str, bytes) or is_list(message):
        told = (STRING, message)
    else:
        raise badarg(2, "not a message")
    way = logging()
    return (yield from way.event(level, told, way.with_own(location, metadata)))


def _lazily(message: tuple[Any, Any], metadata: Map) -> Any:
    """Return what a function says, and the metadata with those that it gives."""
    function, given = message
    try:
        answer = function(given)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    except CAUGHT as failure:
        found = current().front.reason(caught(failure))
        return ("LAZY_FUN CRASH: ~tp; Reason: ~tp", from_list([message, (atom.error, found)])), metadata
    if answer.__class__ is tuple and len(answer) == 2 and answer[1].__class__ is Map:
        answer, metadata = answer[0], merge(metadata, answer[1])
    return answer, metadata


def _said(level: str, first: Any, *rest: Any) -> Any:
    """Log what is said, if its level is one that is logged."""
    message, metadata = _message(first, rest)
    mfa = get(metadata, _MFA)
    if allows(level, mfa[0] if mfa.__class__ is tuple and mfa else None):
        yield from say(level, None, message, metadata)
    return OK


def _saying(level: str) -> dict[str, Callable[..., Any]]:
    return {
        f"{level}/1": lambda message: _said(level, message),
        f"{level}/2": lambda message, more: _said(level, message, more),
        f"{level}/3": lambda message, given, metadata: _said(level, message, given, metadata),
    }


def log_at(level: Any, first: Any, *rest: Any) -> Any:
    """``:logger.log/2``, ``/3``, ``/4``"""
    return (yield from _said(level.name, first, *rest))


def macro_log(location: Any, level: Any, first: Any, *rest: Any) -> Any:
    """``:logger.macro_log/3``, ``/4``, ``/5``: what is allowed already."""
    message, metadata = _message(first, rest)
    return (yield from say(level.name, location, message, metadata))


def allow(level: Any, module: Any) -> Any:
    """``:logger.allow/2``"""
    return boolean(allows(level.name, module))


def compare_levels(left: Any, right: Any) -> Any:
    """``:logger.compare_levels/2``"""
    for nth, each in enumerate((left, right), 1):
        if each.__class__ is not Atom or each.name not in _SETTABLE:
            raise badarg(nth, "not a level")
    difference = _rank(left.name) - _rank(right.name)
    return Atom("lt" if difference < 0 else "gt" if difference else "eq")


def _rank(level: str) -> int:
    return -1 if level == "all" else place(level)


# -- handlers -------------------------------------------------------------------------------------


def _wrong(owner: Any, config: Any) -> Any:
    """Return what is wrong with a configuration; None where nothing is."""
    if config.__class__ is not Map:
        return (Atom("invalid_config"), config)
    if owner is not _PRIMARY and owner.__class__ is not Atom:
        return (Atom("invalid_id"), owner)
    for key, value in pairs(config):
        wrong = _wrong_value(owner, key, value)
        if wrong is not None:
            return wrong
    return None


def _wrong_value(owner: Any, key: Any, value: Any) -> Any:
    if key is LEVEL:
        good = value.__class__ is Atom and value.name in _SETTABLE
        return None if good else (Atom("invalid_level"), value)
    if key is FILTERS:
        if not is_list(value):
            return (Atom("invalid_filters"), value)
        return next(((Atom("invalid_filter"), each) for each in to_list(value) if not _is_filter(each)), None)
    if key is FILTER_DEFAULT:
        return None if value in (LOG, STOP) else (Atom("invalid_filter_default"), value)
    if key is _FORMATTER and owner is not _PRIMARY:
        good = value.__class__ is tuple and len(value) == 2
        return None if good else (Atom("invalid_formatter"), value)
    if owner is _PRIMARY and not (key is _DATA and value.__class__ is Map):
        return (Atom("invalid_primary_config"), (key, value))
    return None


def _is_filter(term: Any) -> bool:
    if term.__class__ is not tuple or len(term) != 2 or term[0].__class__ is not Atom:
        return False
    return term[1].__class__ is tuple and len(term[1]) == 2 and is_function(term[1][0], 2)


def add_handler(name: Any, module: Any, config: Any) -> Any:
    """``:logger.add_handler/3``"""
    if name.__class__ is not Atom:
        return _error(Atom("invalid_id"), name)
    if module.__class__ is not Atom:
        return _error(Atom("invalid_module"), module)
    wrong = _wrong(name, config)
    if wrong is not None:
        return _error(wrong)
    way = logging()
    if name in way.configs:
        return _error(_EXISTS, name)
    given = merge(default_config(name, module), config)
    answer = yield from way.callback(module, "adding_handler", [given], (atom.ok, given))
    if answer[0] is not atom.ok:
        return _error(Atom("handler_not_added"), answer[1])
    if not exists(module) or find(module, "log", 2) is None:
        return _error(Atom("invalid_handler"), (Atom("function_not_exported"), (module, Atom("log"), 2)))
    way.configs[name] = answer[1]
    way.ids.insert(0, name)
    return OK


def remove_handler(name: Any) -> Any:
    """``:logger.remove_handler/1``"""
    removed = yield from logging().remove(name)
    return OK if removed else _error(_NOT_FOUND, name)


def get_handler_ids() -> Any:
    """``:logger.get_handler_ids/0``"""
    return from_list(list(logging().ids))


def _told(config: Map) -> Any:
    """Return a handler's configuration as its module lets it be seen."""
    module = get(config, MODULE)
    if find(module, "filter_config", 1) is None:
        return config
    answer = call(module, "filter_config", [config])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def get_handler_config(name: Any) -> Any:
    """``:logger.get_handler_config/1``"""
    config = logging().configs.get(name)
    if config is None:
        return _error(_NOT_FOUND, name)
    return (atom.ok, (yield from _told(config)))


def get_handler_configs() -> Any:
    """``:logger.get_handler_config/0``"""
    found = []
    for name in logging().ids:
        found.append((yield from _told(logging().configs[name])))
    return from_list(found)


def _change(how: Atom, name: Any, new: Callable[[Map], Map]) -> Any:
    """Change a handler's configuration, if its module agrees."""
    way = logging()
    old = way.configs.get(name)
    if old is None:
        return _error(_NOT_FOUND, name)
    config = new(old)
    changed = [key for key in (_ID, MODULE) if get(config, key) is not get(old, key)]
    if changed:
        before, after = (from_pairs([(key, get(each, key)) for key in changed]) for each in (old, config))
        return _error(Atom("illegal_config_change"), before, after)
    module = get(config, MODULE)
    answer = yield from way.callback(module, "changing_config", [how, old, config], None)
    if answer is None:
        answer = yield from way.callback(module, "changing_config", [old, config], (atom.ok, config))
    if answer[0] is not atom.ok:
        return answer
    way.configs[name] = answer[1]
    return OK


def _changing(how: Atom) -> tuple[Callable[..., Any], Callable[..., Any]]:
    def whole(name: Any, config: Any) -> Any:
        wrong = _wrong(name, config)
        if wrong is not None:
            return _error(wrong)

        def new(old: Map) -> Map:
            return merge(default_config(name, get(old, MODULE)) if how is _SET else old, config)

        return (yield from _change(how, name, new))

    def one(name: Any, key: Any, value: Any) -> Any:
        wrong = _wrong(name, from_pairs([(key, value)]))
        if wrong is not None:
            return _error(wrong)
        return (yield from _change(how, name, lambda old: put(old, key, value)))

    return whole, one


_SET_HANDLER, _UPDATE_HANDLER = _changing(_SET), _changing(_UPDATE)


def update_formatter_config(name: Any, config: Any) -> Any:
    """``:logger.update_formatter_config/2``"""
    if config.__class__ is not Map:
        return _error(Atom("invalid_formatter_config"), config)
    known = logging().configs.get(name)
    if known is None:
        return _error(_NOT_FOUND, name)
    module, old = get(known, _FORMATTER)
    logging().configs[name] = put(known, _FORMATTER, (module, merge(old, config)))
    return OK


def update_formatter_value(name: Any, key: Any, value: Any) -> Any:
    """``:logger.update_formatter_config/3``"""
    return update_formatter_config(name, from_pairs([(key, value)]))


# -- filters --------------------------------------------------------------------------------------


def _add_filter(owner: Any, name: Any, given: Any) -> Any:
    if not _is_filter((name, given)):
        return _error(Atom("invalid_filter"), (name, given))
    known = logging().filters_of(owner)
    if known is None:
        return _error(_NOT_FOUND, owner)
    if any(each[0] is name for each in known):
        return _error(_EXISTS, name)
    logging().set_filters(owner, [(name, given), *known])
    return OK


def _remove_filter(owner: Any, name: Any) -> Any:
    if logging().filters_of(owner) is None:
        return _error(_NOT_FOUND, owner)
    return OK if logging().remove_filter(owner, name) else _error(_NOT_FOUND, name)


# -- levels and the primary configuration ---------------------------------------------------------


def _set_level(level: Any) -> None:
    world().log_level = level.name


def primary_config() -> Map:
    """Return the primary configuration."""
    way = logging()
    return from_pairs([
        (LEVEL, Atom(world().log_level)), (FILTERS, from_list(list(way.filters))),
        (FILTER_DEFAULT, way.filter_default), (_DATA, way.metadata),
    ])  # fmt: skip


def set_primary(config: Map) -> None:
    """Let the primary configuration be this."""
    way = logging()
    _set_level(get(config, LEVEL))
    way.filters = to_list(get(config, FILTERS))
    way.filter_default = get(config, FILTER_DEFAULT)
    way.metadata = get(config, _DATA)


_DEFAULT_PRIMARY: Final = from_pairs([
    (LEVEL, Atom("notice")), (FILTERS, EMPTY), (FILTER_DEFAULT, LOG), (_DATA, EMPTY_MAP),
])  # fmt: skip


def set_primary_config(config: Any) -> Any:
    """``:logger.set_primary_config/1``"""
    wrong = _wrong(_PRIMARY, config)
    if wrong is not None:
        return _error(wrong)
    set_primary(merge(_DEFAULT_PRIMARY, config))
    return OK


def set_primary_value(key: Any, value: Any) -> Any:
    """``:logger.set_primary_config/2``"""
    wrong = _wrong(_PRIMARY, from_pairs([(key, value)]))
    if wrong is not None:
        return _error(wrong)
    if key is LEVEL:  # nothing else changes: nobody has to be asked who was not before
        _set_level(value)
    else:
        set_primary(put(primary_config(), key, value))
    return OK


def update_primary_config(config: Any) -> Any:
    """``:logger.update_primary_config/1``"""
    wrong = _wrong(_PRIMARY, config)
    if wrong is not None:
        return _error(wrong)
    set_primary(merge(primary_config(), config))
    return OK


def _modules(given: Any) -> list[Any] | None:
    found = to_list(given) if is_list(given) else [given]
    return found if all(each.__class__ is Atom for each in found) else None


def set_module_level(modules: Any, level: Any) -> Any:
    """``:logger.set_module_level/2``"""
    known = _modules(modules)
    if known is None:
        return _error(Atom("not_a_list_of_modules"), modules if is_list(modules) else from_list([modules]))
    wrong = _wrong_value(_PRIMARY, LEVEL, level)
    if wrong is not None:
        return _error(wrong)
    logging().modules.update(dict.fromkeys(known, level.name))
    return OK


def unset_module_level(modules: Any) -> Any:
    """``:logger.unset_module_level/1``"""
    for module in _modules(modules) or []:
        logging().modules.pop(module, None)
    return OK


def unset_module_levels() -> Any:
    """``:logger.unset_module_level/0``"""
    logging().modules.clear()
    return OK


def get_module_level(modules: Any) -> Any:
    """``:logger.get_module_level/1``"""
    known, wanted = logging().modules, _modules(modules) or []
    return from_list([(each, Atom(level)) for each, level in _sorted(known) if each in wanted])


def get_module_levels() -> Any:
    """``:logger.get_module_level/0``"""
    return from_list([(each, Atom(level)) for each, level in _sorted(logging().modules)])


def _sorted(levels: dict[Atom, str]) -> list[tuple[Atom, str]]:
    return sorted(levels.items(), key=lambda pair: pair[0].name)


def set_application_level(app: Any, level: Any) -> Any:
    """``:logger.set_application_level/2``"""
    found = specification(app)
    if found is None:
        return _error(Atom("not_loaded"), app)
    return set_module_level(from_list(found.modules), level)


def unset_application_level(app: Any) -> Any:
    """``:logger.unset_application_level/1``"""
    found = specification(app)
    if found is None:
        return _error(Atom("not_loaded"), app)
    return unset_module_level(from_list(found.modules))


def get_config() -> Any:
    """``:logger.get_config/0``"""
    handlers = yield from get_handler_configs()
    return from_pairs([
        (_PRIMARY, primary_config()), (Atom("handlers"), handlers), (Atom("module_levels"), get_module_levels()),
    ])  # fmt: skip


# -- metadata of a process ------------------------------------------------------------------------


def set_process_metadata(metadata: Any) -> Any:
    """``:logger.set_process_metadata/1``"""
    if metadata.__class__ is not Map:
        raise badarg(1, "not a map")
    current().put(_PROCESS_METADATA, metadata)
    return OK


def update_process_metadata(metadata: Any) -> Any:
    """``:logger.update_process_metadata/1``"""
    if metadata.__class__ is not Map:
        raise badarg(1, "not a map")
    known = current().get(_PROCESS_METADATA)
    current().put(_PROCESS_METADATA, metadata if known is None else merge(known, metadata))
    return OK


def get_process_metadata() -> Any:
    """``:logger.get_process_metadata/0``"""
    return current().get(_PROCESS_METADATA, atom.undefined)


def unset_process_metadata() -> Any:
    """``:logger.unset_process_metadata/0``"""
    current().delete(_PROCESS_METADATA)
    return OK


def timestamp() -> Any:
    """``:logger.timestamp/0``"""
    return call(atom.os, "system_time", [Atom("microsecond")])


def _otp_report(report: Any) -> Any:
    """``:logger.format_otp_report/1``"""
    return otp_format(report)


def format_report(report: Any) -> Any:
    """``:logger.format_report/1``: a format with what it is filled with."""
    if report.__class__ is Map:
        return format_report(from_list(pairs(report)))
    if not is_list(report) or report is EMPTY:
        return ("~tp", from_list([report]))
    if is_text(report):
        return ("~ts", from_list([report]))
    controls, given = [], []
    for each in to_list(report):
        if each.__class__ is tuple and len(each) == 2:
            controls.append("    ~tp: ~ts" if is_text(each[1]) else "    ~tp: ~tp")
            given += list(each)
        else:
            controls.append("    ~tp")
            given.append(each)
    control = from_list([ord(char) for char in "~n".join(controls)])
    return (control, from_list(given))


def is_text(term: Any) -> bool:
    """Return whether a term is a list of characters, in lists or not."""
    if not is_list(term) or term is EMPTY:
        return False
    items, end = parts(term)
    return end is EMPTY and all(is_text(each) or (each.__class__ is int and _is_printable(each)) for each in items)


def _is_printable(char: int) -> bool:
    return char in (8, 9, 10, 11, 12, 13, 27) or (char >= 32 and char != 127 and chr(char).isprintable())


FUNCTIONS: dict[str, Any] = {
    "allow/2": allow, "compare_levels/2": compare_levels, "get_handler_ids/0": get_handler_ids,
    "add_primary_filter/2": lambda name, given: _add_filter(None, name, given),
    "add_handler_filter/3": _add_filter, "remove_handler_filter/2": _remove_filter,
    "remove_primary_filter/1": lambda name: _remove_filter(None, name),
    "get_primary_config/0": primary_config, "set_primary_config/1": set_primary_config,
    "set_primary_config/2": set_primary_value, "update_primary_config/1": update_primary_config,
    "set_module_level/2": set_module_level, "unset_module_level/1": unset_module_level,
    "unset_module_level/0": unset_module_levels, "get_module_level/1": get_module_level,
    "get_module_level/0": get_module_levels, "set_application_level/2": set_application_level,
    "unset_application_level/1": unset_application_level, "set_process_metadata/1": set_process_metadata,
    "update_process_metadata/1": update_process_metadata, "get_process_metadata/0": get_process_metadata,
    "unset_process_metadata/0": unset_process_metadata, "timestamp/0": timestamp, "format_report/1": format_report,
    "format_otp_report/1": _otp_report,
    "update_formatter_config/2": update_formatter_config, "update_formatter_config/3": update_formatter_value,
}  # fmt: skip
BLOCKING: dict[str, Any] = {
    "add_handler/3": add_handler, "remove_handler/1": remove_handler, "get_handler_config/1": get_handler_config,
    "get_handler_config/0": get_handler_configs, "set_handler_config/2": _SET_HANDLER[0],
    "set_handler_config/3": _SET_HANDLER[1], "update_handler_config/2": _UPDATE_HANDLER[0],
    "update_handler_config/3": _UPDATE_HANDLER[1], "get_config/0": get_config,
    "log/2": lambda level, message: log_at(level, message),
    "log/3": lambda level, message, more: log_at(level, message, more),
    "log/4": lambda level, message, given, metadata: log_at(level, message, given, metadata),
    "macro_log/3": lambda location, level, message: macro_log(location, level, message),
    "macro_log/4": lambda location, level, message, more: macro_log(location, level, message, more),
    "macro_log/5": lambda place, level, message, given, metadata: macro_log(place, level, message, given, metadata),
}  # fmt: skip
for _level in LEVELS:
    BLOCKING |= _saying(_level)

