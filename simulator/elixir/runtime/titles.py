"""What the code of Elixir's functions is called, and which functions those are."""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

FILE_MODULE: Final = Atom("elixir_compiler_0")
"""The module in which the top of a file stands."""
_TITLE: Final = re.compile(r"((?:[A-Z]\w*\.)*[A-Z]\w*|:\w+)\.(.+)", re.DOTALL)


def named(title: str) -> tuple[Atom, Atom] | None:
    """Return module and function of what a code object is called; None for what is no Elixir function.

    >>> named("Stack.push/2"), named(":shop.-buy/1-fun-0-")
    ((Stack, :push), (:shop, :"-buy/1-fun-0-"))
    """
    if title.startswith("-__FILE__/"):
        return FILE_MODULE, Atom(title)
    found = _TITLE.fullmatch(title)
    if found is None:
        return None
    module, function = found.groups()
    name = function if function.endswith("-") else function.rpartition("/")[0]
    return Atom(module[1:] if module.startswith(":") else f"Elixir.{module}"), Atom(name)


def captured(function: Any, meta: Meta) -> Any:
    """Return the code ``&Module.name/arity`` of a function that a name stands for; any other as it is."""
    if function.__qualname__.endswith("-"):
        return function
    module, name, arity = mfa_of(function)
    called = Node(Node(Atom("."), Meta(meta.line), [module, name]), meta.with_(no_parens=True), [])
    return Node(Atom("&"), meta, [Node(Atom("/"), meta, [called, arity])])


def mfa_of(function: Any) -> tuple[Atom, Atom, int]:
    """Return the module, name and arity that ``:erlang.fun_info/1`` tells of a function."""
    module, name = named(function.__qualname__) or (Atom("erlang"), Atom(function.__name__))
    return module, name, function.__code__.co_argcount
