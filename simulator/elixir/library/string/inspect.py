"""``Inspect``: the protocol by which terms print.

Source of the semantics: Elixir 1.14, the protocol ``Inspect``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.modules.implementations import implementing


def inspect(term: Any, opts: Any) -> Any:
    """Return the document of a term."""
    from simulator.elixir.library.string.inspect_algebra import to_doc

    return to_doc(term, opts)


FUNCTIONS = {"inspect/2": inspect, **implementing("Inspect", {"Atom", "BitString", "Float", "Function", "Integer",
             "List", "Map", "PID", "Reference", "Tuple", "Any", "Range", "MapSet", "Regex", "Date", "Time",
             "NaiveDateTime", "DateTime", "Stream", "Version"})}  # fmt: skip
