"""``Inspect``: the protocol by which terms print, those of a program's own structs too.

Source of the semantics: Elixir 1.14, the protocol ``Inspect``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.string.inspect_algebra import WIDE, document, to_doc
from simulator.elixir.library.string.inspect_options import opts_of
from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.implementations import implementing
from simulator.terms import Atom
from simulator.terms.inspect import Printer, Walk
from simulator.terms.layout import Document, layout
from simulator.terms.structs import SOURCES


def inspect(term: Any, opts: Any) -> Any:
    """Return the document of a term."""
    return to_doc(term, opts)


def own_printer(module: Atom) -> Printer | None:
    """Return how a struct prints for whose module the program implements ``Inspect``."""
    own = loaded(Atom(f"Elixir.Inspect.{module.name.removeprefix('Elixir.')}"))
    if own is None or "inspect/2" not in own.functions:
        return None
    function = own.functions["inspect/2"]

    def print_(term: Any, limit: int, walk: Walk) -> Document:
        try:
            found = document(settle(function(term, opts_of(limit, walk, inspect))))
        except CAUGHT:
            from simulator.terms.printing import plain_struct

            return "#Inspect.Error<" + plain_struct(term, limit, walk) + ">"
        return found if walk.pretty or found.__class__ is str else layout(found, WIDE)

    return print_


SOURCES.append(own_printer)


FUNCTIONS = {"inspect/2": inspect, **implementing("Inspect", {"Atom", "BitString", "Float", "Function", "Integer",
             "List", "Map", "PID", "Reference", "Tuple", "Any", "Range", "MapSet", "Regex", "Date", "Time",
             "NaiveDateTime", "DateTime", "Stream", "Version"})}  # fmt: skip
