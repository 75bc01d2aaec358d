"""``Logger.Filter``: the filters that Elixir's Logger brings along.

Source of the semantics: Elixir 1.14, ``Logger.Filter``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.language.log import LEVEL_OF_PROCESS, place
from simulator.elixir.runtime.world import current
from simulator.terms import Atom
from simulator.terms.lists import is_list, parts
from simulator.terms.maps import get

_STOP, _IGNORE, _ELIXIR = Atom("stop"), Atom("ignore"), Atom("elixir")
_LEVEL: Final = Atom("level")


def process_level(event: Any, extra: Any) -> Any:
    """``Logger.Filter.process_level/2``: stop what the process that logs does not want to log."""
    own = current().get(LEVEL_OF_PROCESS)
    if own is None or place(get(event, _LEVEL).name) >= place(own.name):
        return _IGNORE
    return _STOP


def filter_elixir_domain(event: Any, extra: Any) -> Any:
    """``Logger.Filter.filter_elixir_domain/2``: stop what is not Elixir's own."""
    domain = get(get(event, Atom("meta")), Atom("domain"))
    return _IGNORE if is_list(domain) and parts(domain)[0][:1] == [_ELIXIR] else _STOP


def silence_logger_exit(event: Any, extra: Any) -> Any:
    """``Logger.Filter.silence_logger_exit/2``: Logger never stops here."""
    return _IGNORE


FUNCTIONS = {
    "process_level/2": process_level, "filter_elixir_domain/2": filter_elixir_domain,
    "silence_logger_exit/2": silence_logger_exit,
}  # fmt: skip
