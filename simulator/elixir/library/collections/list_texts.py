"""``List``: charlists and what they stand for, and the difference of two lists.

Source of the semantics: Elixir 1.14, the module ``List``.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.library.string.differences import shortest_script
from simulator.elixir.runtime.errors import check, function_clause
from simulator.elixir.runtime.values.basics import base_problem
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE
from simulator.elixir.runtime.values.kept import atom_of
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom, to_string
from simulator.terms.lists import NotAList, from_list, is_list
from simulator.terms.text import charlist_text

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def text_of(term: Any) -> str:
    """Return the text of a charlist. Raises ``ArgumentError`` for anything else."""
    try:
        items = to_list(term)
    except NotAList:
        raise badarg(1, "not a list") from None
    if not all(item.__class__ is int and 0 <= item < 0x110000 for item in items):
        raise badarg(1, "not a list of characters")
    return "".join(map(chr, items))


def to_string_1(term: Any) -> Any:
    """Return the text of a list of characters, strings and such lists."""
    if not is_list(term):
        raise function_clause("List", "to_string", 1, [term])
    return to_string(term)


def to_charlist(term: Any) -> Any:
    """Return a list of characters, strings and such lists as a charlist."""
    if not is_list(term):
        raise function_clause("List", "to_charlist", 1, [term])
    return from_list(list(map(ord, to_string(term))))


def to_atom(term: Any) -> Any:
    """Return the atom with this name."""
    return atom_of(text_of(term))


def to_existing_atom(term: Any) -> Any:
    """Return the atom with this name. Raises ``ArgumentError`` if nobody has used it."""
    name = text_of(term)
    if name not in Atom._interned:
        raise badarg(1, "not an already existing atom")
    return Atom(name)


def to_integer_1(term: Any) -> int:
    """Return the integer that is written."""
    return to_integer_2(term, 10)


def to_integer_2(term: Any, base: Any) -> int:
    """Return the integer that is written in a *base* of 2 to 36."""
    check("" if is_list(term) else "not a list", base_problem(base))
    digits = text_of(term).lower()
    if not re.fullmatch(f"[+-]?[{_DIGITS[:base]}]+", digits):
        raise badarg(1, "not a textual representation of an integer")
    return int(digits, base)


def to_float(term: Any) -> float:
    """Return the float that is written."""
    digits = text_of(term)
    if not re.fullmatch(r"[+-]?\d+\.\d+([eE][+-]?\d+)?", digits):
        raise badarg(1, "not a textual representation of a float")
    return float(digits)


def is_printable_1(term: Any) -> Any:
    """Return whether all elements are codes of ASCII characters that print."""
    return TRUE if charlist_text(to_list(term), None) is not None else FALSE


def is_printable_2(term: Any, limit: Any) -> Any:
    """Return whether the first *limit* elements are codes of ASCII characters that print."""
    wanted = to_list(term) if limit is Atom("infinity") else to_list(term)[:limit]
    return TRUE if charlist_text(wanted, None) is not None else FALSE


def difference(left: Any, right: Any) -> Any:
    """Return the keyword list of what is equal, deleted and inserted from one list to the other."""
    if not is_list(left) or not is_list(right):
        raise function_clause("List", "myers_difference", 2, [left, right])
    script = shortest_script(to_list(left), to_list(right))
    return from_list([(kind, from_list(items)) for kind, items in script])


FUNCTIONS_OF_LIST = {
    "to_string/1": to_string_1, "to_charlist/1": to_charlist, "to_atom/1": to_atom,
    "to_existing_atom/1": to_existing_atom, "to_integer/1": to_integer_1, "to_integer/2": to_integer_2,
    "to_float/1": to_float, "ascii_printable?/1": is_printable_1, "ascii_printable?/2": is_printable_2,
    "myers_difference/2": difference,
}  # fmt: skip
