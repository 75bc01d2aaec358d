"""Erlang's ``:logger_filters``: filters for the handlers of ``:logger``.

Source of the semantics: OTP 25, ``logger_filters``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.language.log import LEVELS, place
from simulator.elixir.runtime.errors import erlang
from simulator.terms import Atom, atom
from simulator.terms.lists import is_list, to_list
from simulator.terms.maps import Map, get

_IGNORE, _STOP, _LOG = Atom("ignore"), Atom("stop"), Atom("log")
_META, _DOMAIN, _LABEL = Atom("meta"), Atom("domain"), Atom("label")
_COMPARISONS: Final = ("super", "sub", "equal", "not_equal", "undefined")
_OPERATORS: Final = {
    "neq": (-1, 1), "eq": (0,), "lt": (-1,), "gt": (1,), "lteq": (-1, 0), "gteq": (0, 1),
}  # fmt: skip


def _on_match(action: Atom, event: Any) -> Any:
    return event if action is _LOG else _STOP


def _is_action(term: Any) -> bool:
    return term is _LOG or term is _STOP


def domain(event: Any, extra: Any) -> Any:
    """``:logger_filters.domain/2``"""
    if extra.__class__ is not tuple or len(extra) != 3 or not _is_action(extra[0]) or not is_list(extra[2]):
        raise erlang(atom.badarg)
    action, comparison, wanted = extra
    if comparison.__class__ is not Atom or comparison.name not in _COMPARISONS:
        raise erlang(atom.badarg)
    given = get(get(event, _META), _DOMAIN)
    if given is None:
        matches = comparison.name in ("undefined", "not_equal")
    elif is_list(given):
        matches = _compare(comparison.name, to_list(given), to_list(wanted))
    else:
        matches = comparison.name == "not_equal"
    return _on_match(action, event) if matches else _IGNORE


def _compare(comparison: str, given: list[Any], wanted: list[Any]) -> bool:
    if comparison == "super":
        return wanted[: len(given)] == given
    if comparison == "sub":
        return given[: len(wanted)] == wanted
    return (given == wanted) is (comparison == "equal") and comparison != "undefined"


def level(event: Any, extra: Any) -> Any:
    """``:logger_filters.level/2``"""
    if extra.__class__ is not tuple or len(extra) != 3 or not _is_action(extra[0]):
        raise erlang(atom.badarg)
    action, operator, wanted = extra
    if operator.name not in _OPERATORS or wanted.name not in LEVELS:
        raise erlang(atom.badarg)
    difference = place(get(event, Atom("level")).name) - place(wanted.name)
    sign = (difference > 0) - (difference < 0)
    return _on_match(action, event) if sign in _OPERATORS[operator.name] else _IGNORE


def progress(event: Any, action: Any) -> Any:
    """``:logger_filters.progress/2``"""
    if not _is_action(action):
        raise erlang(atom.badarg)
    kind, report = get(event, Atom("msg"))
    label = get(report, _LABEL) if kind is Atom("report") and report.__class__ is Map else None
    is_progress = label.__class__ is tuple and len(label) == 2 and label[1] is Atom("progress")
    return _on_match(action, event) if is_progress else _IGNORE


def remote_gl(event: Any, action: Any) -> Any:
    """``:logger_filters.remote_gl/2``: what is logged is never another node's."""
    if not _is_action(action):
        raise erlang(atom.badarg)
    return _IGNORE


FUNCTIONS = {"domain/2": domain, "level/2": level, "progress/2": progress, "remote_gl/2": remote_gl}
