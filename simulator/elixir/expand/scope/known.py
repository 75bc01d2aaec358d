"""Which functions the library's modules have, here and in real Elixir."""

from __future__ import annotations

from functools import cache

from simulator.elixir.runtime import index
from simulator.terms import Atom

Names = frozenset[tuple[str, int]]


def _key(text: str) -> tuple[str, int]:
    name, _, arity = text.rpartition("/")
    return name, int(arity)


@cache
def exported(module: Atom) -> tuple[Names, Names] | None:
    """Return the functions and the macros that the real module has; None if there is no such module."""
    recorded = index.known(module.name)
    if recorded is None:
        return None
    functions = frozenset(_key(text) for text, kind in recorded.items() if kind == "function")
    return functions, frozenset(_key(text) for text, kind in recorded.items() if kind == "macro")


@cache
def deprecated() -> dict[str, str]:
    """Return what the real Elixir says of each function that it has and would rather have not: by ``M.f/arity``."""
    lines = [line.split("\t") for line in index.deprecated().splitlines()[1:]]
    return {name: told.replace("\\n", "\n") for name, told in lines}


@cache
def supported(module: Atom) -> Names:
    """Return the functions and macros of a module that are here."""
    name = module.name
    return frozenset(_key(text) for text in {**index.functions(name), **index.blocking(name), **index.macros(name)})
