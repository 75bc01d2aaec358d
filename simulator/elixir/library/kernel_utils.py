"""``Kernel.Utils``: what the expander's code calls besides Elixir's own functions."""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom
from simulator.terms.lists import EMPTY, is_cell, parts
from simulator.terms.lists import from_list as make


def destructure(value: Any, size: Any) -> Any:
    """Return a list of exactly *size*: cut, or filled up with ``nil``; ``nil`` counts as empty."""
    items = parts(value)[0] if is_cell(value) else []
    return make([*items[:size], *([Atom("nil")] * (size - len(items)))]) if size else EMPTY


def define(module: Any, kind: Any, head: Any, body: Any, line: Any) -> Any:
    """Define a function in the module whose body runs now."""
    from simulator.elixir.expand.fragments import define_now

    return define_now(kind, head, body, line)


def put_attribute(module: Any, name: Any, value: Any) -> Any:
    """Set an attribute of the module whose body runs now."""
    from simulator.elixir.expand.fragments import put_now

    return put_now(name, value)


def quoted_dot(receiver: Any, name: Any, args: Any, meta: Any) -> Any:
    """Return the quoted call ``receiver.name(args)``, for ``Mod.unquote(name)(args)``."""
    return (Atom("."), meta, make([receiver, name])), meta, args


FUNCTIONS = {
    "define/5": define,
    "destructure/2": destructure,
    "put_attribute/3": put_attribute,
    "quoted_dot/4": quoted_dot,
}
