"""``Inspect.Opts``: the options of inspecting as a struct, and as what the printers take.

Source of the semantics: Elixir 1.14, ``Inspect.Opts``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.terms import Atom
from simulator.terms.inspect import Walk
from simulator.terms.lists import EMPTY
from simulator.terms.maps import STRUCT, Map, get
from simulator.terms.structs import define

OPTS: Final = define(
    "Inspect.Opts", "base", "binaries", "char_lists", "charlists", "custom_options", "inspect_fun", "limit", "pretty",
    "printable_limit", "safe", "structs", "syntax_colors", "width",
)  # fmt: skip
_TRUE, _FALSE, _INFINITY = Atom("true"), Atom("false"), Atom("infinity")


def _limit(limit: int | None) -> Any:
    return _INFINITY if limit is None or limit < 0 else limit


def opts_of(limit: int, walk: Walk, inspect_fun: Any) -> Map:
    """Return the options with which a term is printed, as a struct; *inspect_fun* is ``Inspect.inspect/2``."""
    told = {
        "base": Atom(walk.base), "binaries": Atom(walk.binaries), "char_lists": Atom("infer"),
        "charlists": Atom(walk.charlists), "custom_options": EMPTY if walk.options is None else walk.options,
        "inspect_fun": inspect_fun, "limit": _limit(limit), "pretty": _TRUE if walk.pretty else _FALSE,
        "printable_limit": _limit(walk.printable_limit), "safe": _TRUE, "structs": _TRUE if walk.structs else _FALSE,
        "syntax_colors": EMPTY, "width": 80,
    }  # fmt: skip
    return Map({STRUCT: OPTS, **{Atom(key): value for key, value in told.items()}})


def told_by(opts: Map) -> tuple[int, Walk]:
    """Return the limit (negative: none) and the walk that the struct of the options stands for."""
    walk = Walk()
    walk.path = set()
    walk.base = _name(opts, "base", walk.base)
    walk.binaries = _name(opts, "binaries", walk.binaries)
    walk.charlists = _name(opts, "charlists", walk.charlists)
    printable = get(opts, Atom("printable_limit"), 4096)
    walk.printable_limit = printable if printable.__class__ is int else None
    walk.structs = get(opts, Atom("structs"), _TRUE) is not _FALSE
    walk.options = get(opts, Atom("custom_options"), None)
    limit = get(opts, Atom("limit"), 50)
    return (limit if limit.__class__ is int else -1), walk


def _name(opts: Map, key: str, default: Any) -> Any:
    found = get(opts, Atom(key))
    return default if found is None else found.name
