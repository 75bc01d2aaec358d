"""``inspect/2``: Elixir's options for :func:`simulator.terms.inspect`.

Source of the semantics: Elixir 1.14, ``Kernel.inspect/2`` and ``Inspect.Opts``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, TRUE, options
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term
from simulator.terms.layout import ENDLESS
from simulator.terms.lists import EMPTY
from simulator.terms.weight import weigh

_INFINITY: Final = Atom("infinity")
_PRINTED: Final = 5
"""What it takes to print a place of a term, compared with looking at it."""


def shown(term: Any, opts: Any) -> str:
    """Return a term as ``inspect(term, opts)`` gives it."""
    if opts is EMPTY:
        return inspect_term(term)
    given = options(opts)
    for key, ordinary in (("syntax_colors", EMPTY), ("inspect_fun", None)):
        if given.get(key, ordinary) is not ordinary:
            refuse(f"the option {key} of inspect")
    told: dict[str, Any] = {}
    for key in ("limit", "printable_limit"):
        if key in given:
            told[key] = None if given[key] is _INFINITY else given[key]
    if given.get("pretty", FALSE) is TRUE:
        told["width"] = ENDLESS if given.get("width") is _INFINITY else given.get("width", 80)
    for key in ("charlists", "base", "binaries"):
        if key in given:
            told[key] = given[key].name
    if given.get("structs", TRUE) is FALSE:
        told["structs"] = False
    if told.get("limit", 0) is None:
        weigh(term, _PRINTED)
        told["whole"] = True
    return inspect_term(term, **told)


def inspect(term: Any) -> str:
    """``inspect/1``"""
    return inspect_term(term)


def inspect_with(term: Any, opts: Any) -> str:
    """``inspect/2``"""
    return shown(term, opts)
