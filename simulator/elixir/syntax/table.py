"""Which converter turns which kind of tree node into quoted form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.syntax.source import Source

_Converter = Callable[[Source, Any], Any]
_CONVERTERS: dict[str, _Converter] = {}


def converter(*kinds: str) -> Callable[[_Converter], _Converter]:
    """Register a function as the converter of tree nodes of these *kinds*."""

    def register(function: _Converter) -> _Converter:
        for kind in kinds:
            _CONVERTERS[kind] = function
        return function

    return register


def convert(source: Source, node: Any) -> Any:
    """Return the quoted form of *node*."""
    return _CONVERTERS[node.type](source, node)


def parts_of(node: Any) -> list[Any]:
    """Return the named children of *node* without comments."""
    return [child for child in node.named_children if child.type != "comment"]


def all_of(node: Any) -> list[Any]:
    """Return the children of *node* without comments."""
    return [child for child in node.children if child.type != "comment"]
