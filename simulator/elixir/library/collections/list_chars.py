"""``List.Chars``: the text of a term as a charlist, by the protocol ``String.Chars``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.string.chars import charlist
from simulator.elixir.runtime.modules.implementations import implementing
from simulator.terms import ProtocolUndefinedError
from simulator.terms.lists import is_list


def to_charlist(term: Any) -> Any:
    """Return a list as it is, and the text of anything else as a charlist."""
    if is_list(term):
        return term
    try:
        return charlist(term)
    except ProtocolUndefinedError:
        raise ProtocolUndefinedError("List.Chars", term) from None


FUNCTIONS = {
    "to_charlist/1": to_charlist,
    **implementing("List.Chars", {"Atom", "BitString", "Float", "Integer", "List"}, [("to_charlist", 1)]),
}
