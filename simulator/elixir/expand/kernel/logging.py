"""``Logger``'s macros: a message is made only where something of its level is logged.

Source of the semantics: Elixir 1.14, ``Logger``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import Handler
from simulator.elixir.library.language.log import LEVELS
from simulator.elixir.tree.build import NIL, OK, arrow, case, elixir, variable
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

_LOGGER: Final = Atom("Elixir.Logger")
_TUPLE: Final = Atom("{}")


def _location(x: Context, meta: Meta) -> Any:
    """Return the place of a call in a function: ``{module, name, arity, file, line}``; nil outside of functions."""
    if x.module is None or x.function is None:
        return NIL
    name, arity = x.function
    return Node(_TUPLE, meta, [x.module.name, Atom(name), arity, x.unit.file, meta.line])


def _logging(x: Context, node: Node, level: Any, message: Any, more: list[Any]) -> Any:
    meta = node.meta
    known = variable("level", meta, _LOGGER)
    given = more[0] if more else []
    place = _location(x, meta)
    said = elixir("Logger", "__do_log__", [known, message, place, given], meta)
    wanted = elixir("Logger", "__should_log__", [level, place], meta)
    return case(wanted, [arrow([NIL], OK, meta), arrow([known], said, meta)], meta)


def _of_level(level: str) -> Handler:
    def macro(x: Context, node: Node) -> Any:
        """``info message``, ``info message, metadata`` and their like."""
        return _logging(x, node, Atom(level), node.args[0], node.args[1:])

    return macro


def _log(x: Context, node: Node) -> Any:
    """``log level, message``, with metadata or without."""
    return _logging(x, node, node.args[0], node.args[1], node.args[2:])


for _level in LEVELS:
    LIBRARY_MACROS["Elixir.Logger", _level] = _of_level(_level)
LIBRARY_MACROS["Elixir.Logger", "warn"] = _of_level("warning")
LIBRARY_MACROS["Elixir.Logger", "log"] = _log
