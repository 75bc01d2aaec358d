"""``String.Chars``: the text of a term, by the protocol.

Source of the semantics: Elixir 1.14, the protocol ``String.Chars``.
"""

from typing import Any

from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.kinds import kind_name
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.implementations import implementing
from simulator.terms import Atom, to_string
from simulator.terms.lists import from_list
from simulator.terms.maps import struct_name


def text(term: Any) -> Any:
    """Return the text of a term. Raises ``Protocol.UndefinedError`` for what has none."""
    module = struct_name(term)
    kind = kind_name(term) if module is None else module.name.removeprefix("Elixir.")
    for known in (kind, "Any"):
        own = loaded(Atom(f"Elixir.String.Chars.{known}"))
        if own is not None:
            return settle(own.functions["to_string/1"](term))
    return to_string(term)


def charlist(term: Any) -> Any:
    """Return the text of a term as a charlist."""
    return from_list([ord(c) for c in text(term)])


_KNOWN = {
    "Atom", "BitString", "Date", "DateTime", "Float", "Integer", "List", "NaiveDateTime", "Time", "URI", "Version",
    "Version.Requirement",
}  # fmt: skip
FUNCTIONS = {"to_string/1": text, **implementing("String.Chars", _KNOWN, [("to_string", 1)])}
