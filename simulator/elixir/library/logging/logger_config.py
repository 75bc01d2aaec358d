"""``Logger.Config``: what Logger is configured with; in its manager it is the handler that is always there.

Source of the semantics: Elixir 1.14, ``Logger.Config``. Nothing is ever discarded here, so it has nothing to count.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.language.log import OK, level_name
from simulator.elixir.library.logging.logger_handler import TRANSLATORS, data_of, default_data
from simulator.elixir.library.logging.pipeline import CONFIG, LOGGER, logging
from simulator.elixir.library.logging.settings import set_setting
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import from_list, to_list
from simulator.terms.maps import get, put

_OF_EVENTS: Final = ("truncate", "translator_inspect_opts", "compile_time_purge_matching")
"""Settings for which each event goes its whole way."""
_KNOWN: Final = (
    *_OF_EVENTS, "compile_time_application", "compile_time_purge_level", "sync_threshold", "utc_log",
    "discard_threshold",
)  # fmt: skip


def configure(options: Any) -> Atom:
    """``Logger.Config.configure/1``"""
    given = to_list(options)
    for key, value in given:
        if key.name == "level":
            world().log_level = level_name(value)
        elif key.name in _KNOWN:
            set_setting(key.name, value)
    if world().logging is not None or any(key.name in _OF_EVENTS for key, _ in given):
        way = logging()
        if LOGGER in way.configs:
            way.configs[LOGGER] = put(way.configs[LOGGER], CONFIG, default_data())
    return OK


def _change_translators(change: Callable[[list[Any]], list[Any]]) -> Atom:
    way = logging()
    data = data_of(way.configs[LOGGER])
    changed = from_list(change(to_list(get(data, TRANSLATORS))))
    set_setting("translators", changed)
    way.configs[LOGGER] = put(way.configs[LOGGER], CONFIG, put(data, TRANSLATORS, changed))
    return OK


def add_translator(translator: Any) -> Atom:
    """``Logger.Config.add_translator/1``"""
    return _change_translators(lambda known: [translator, *(each for each in known if each != translator)])


def remove_translator(translator: Any) -> Atom:
    """``Logger.Config.remove_translator/1``"""
    return _change_translators(lambda known: [each for each in known if each != translator])


def init(given: Any) -> Any:
    """Begin."""
    return (OK, given)


def ignored(event: Any, state: Any) -> Any:
    """Take no notice."""
    return (OK, state)


FUNCTIONS = {
    "init/1": init, "handle_event/2": ignored, "handle_info/2": ignored, "configure/1": configure,
    "add_translator/1": add_translator, "remove_translator/1": remove_translator,
}  # fmt: skip
