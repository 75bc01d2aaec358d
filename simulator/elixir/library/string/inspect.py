"""``Inspect``: the protocol by which terms print, those of a program's own structs too.

Source of the semantics: Elixir 1.14, the protocol ``Inspect``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.string.inspect_algebra import WIDE, document, to_doc
from simulator.elixir.library.string.inspect_options import opts_of
from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.errors import CAUGHT, Raised
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.traces import entries, lines
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.implementations import implementing
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term
from simulator.terms.inspect import Printer, Walk
from simulator.terms.layout import Document, layout
from simulator.terms.maps import struct_name
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
        except CAUGHT as failure:
            return _failed(term, failure)
        return found if walk.pretty or found.__class__ is str else layout(found, WIDE)

    return print_


def _failed(term: Any, failure: BaseException) -> str:
    """Return what stands in the place of a struct whose own ``inspect`` failed."""
    raised = caught(failure)
    if not isinstance(raised, Raised):
        raise raised
    found = raised.struct
    message = "\n".join(f"      {line}" for line in Raised.message_of(found).split("\n"))
    frames = "\n".join(lines(entries(raised)))
    return (
        f"#Inspect.Error<\n  got {inspect_term(struct_name(found))} with message:\n\n"
        f'      \"\"\"\n{message}\n      \"\"\"\n\n'
        f"  while inspecting:\n\n      {inspect_term(term, structs=False)}\n\n  Stacktrace:\n\n{frames}\n\n>"
    )


SOURCES.append(own_printer)


FUNCTIONS = {"inspect/2": inspect, **implementing("Inspect", {"Atom", "BitString", "Float", "Function", "Integer",
             "List", "Map", "PID", "Reference", "Tuple", "Any", "Range", "MapSet", "Regex", "Date", "Time",
             "NaiveDateTime", "DateTime", "Stream", "Version"}, [("inspect", 2)])}  # fmt: skip
