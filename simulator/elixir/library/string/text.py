"""``String``: case, white space, width, conversion, comparison."""

from __future__ import annotations

import unicodedata
from typing import Any

from simulator.elixir.library.string.numbers import parsed
from simulator.elixir.runtime.bridge import FALSE, boolean
from simulator.elixir.runtime.errors import check, error, function_clause
from simulator.elixir.runtime.values.basics import badarg, base_problem
from simulator.elixir.runtime.values.counted import count_parts, to_list
from simulator.elixir.runtime.values.graphemes import SPACE, binary_of, count, graphemes, is_binary, text_of
from simulator.elixir.runtime.values.kept import atom_of
from simulator.elixir.runtime.values.long_integers import read_integer
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.terms import Atom, inspect
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import Cell, from_list
from simulator.terms.text import is_printable

_MODES = frozenset(Atom(name) for name in ("default", "ascii", "greek", "turkic"))
_ASCII = Atom("ascii")
_INFINITY = Atom("infinity")

_LOOKED_AT = 10
"""Letters that are looked at while an item of a walk is."""


def checked(term: Any, name: str, arity: int, *rest: Any) -> str:
    """Return the text of a binary; raise ``FunctionClauseError`` of ``String.name/arity`` for anything else."""
    if not is_binary(term):
        raise function_clause("String", name, arity, [term, *rest])
    return text_of(term)


def _ascii_only(text: str, upper: bool) -> str:
    return "".join((c.upper() if upper else c.lower()) if c.isascii() else c for c in text)


def upcase_1(string: Any) -> Any:
    """Return it in capital letters."""
    return upcase_2(string, Atom("default"))


def upcase_2(string: Any, mode: Any) -> Any:
    """Return it in capital letters, of ASCII only or of all scripts."""
    text = checked(string, "upcase", 2, mode)
    if mode not in _MODES:
        raise function_clause("String", "upcase", 2, [string, mode])
    return binary_of(_ascii_only(text, True) if mode is _ASCII else text.upper())


def downcase_1(string: Any) -> Any:
    """Return it in small letters."""
    return downcase_2(string, Atom("default"))


def downcase_2(string: Any, mode: Any) -> Any:
    """Return it in small letters, of ASCII only or of all scripts."""
    text = checked(string, "downcase", 2, mode)
    if mode not in _MODES:
        raise function_clause("String", "downcase", 2, [string, mode])
    if mode is _ASCII:
        return binary_of(_ascii_only(text, False))
    return binary_of(text.lower() if text.isascii() else "".join(c.lower() for c in text))


def capitalize_1(string: Any) -> Any:
    """Return it with a first capital, and small letters after it."""
    return capitalize_2(string, Atom("default"))


def capitalize_2(string: Any, mode: Any) -> Any:
    """Return it with a first capital, and small letters after it."""
    text = checked(string, "capitalize", 2, mode)
    return binary_of(text[:1].title() + "".join(c.lower() for c in text[1:]))


def trim(string: Any) -> Any:
    """Return it without white space at both ends."""
    return binary_of(checked(string, "trim", 1).strip(SPACE))


def trim_2(string: Any, part: Any) -> Any:
    """Return it without *part*, however often, at both ends."""
    checked(string, "trim", 2, part)
    return trim_trailing_2(trim_leading_2(string, part), part)


def trim_leading(string: Any) -> Any:
    """Return it without white space at its beginning."""
    return binary_of(checked(string, "trim_leading", 1).lstrip(SPACE))


def trim_leading_2(string: Any, part: Any) -> Any:
    """Return it without *part*, however often, at its beginning."""
    return replace_leading(string, part, "")


def trim_trailing(string: Any) -> Any:
    """Return it without white space at its end."""
    return binary_of(checked(string, "trim_trailing", 1).rstrip(SPACE))


def trim_trailing_2(string: Any, part: Any) -> Any:
    """Return it without *part*, however often, at its end."""
    return replace_trailing(string, part, "")


def _edge(string: Any, match: Any, replacement: Any, name: str) -> tuple[str, str, str]:
    text = checked(string, name, 3, match, replacement)
    if not is_binary(match) or not is_binary(replacement):
        raise function_clause("String", name, 3, [string, match, replacement])
    part = text_of(match)
    if not part and name in ("replace_leading", "replace_trailing"):
        raise error("ArgumentError", message=f"cannot use an empty string as the match to replace/trim {name[8:]}")
    return text, part, text_of(replacement)


def replace_leading(string: Any, match: Any, replacement: Any) -> Any:
    """Return it with every *match* at its beginning replaced."""
    text, part, other = _edge(string, match, replacement, "replace_leading")
    times = 0
    while text.startswith(part, times * len(part)):
        times += 1
    return binary_of(other * times + text[times * len(part) :])


def replace_trailing(string: Any, match: Any, replacement: Any) -> Any:
    """Return it with every *match* at its end replaced."""
    text, part, other = _edge(string, match, replacement, "replace_trailing")
    end, times = len(text), 0
    while text.endswith(part, 0, end) and end >= len(part):
        end -= len(part)
        times += 1
    return binary_of(text[:end] + other * times)


def replace_prefix(string: Any, match: Any, replacement: Any) -> Any:
    """Return it with *match* replaced if it begins with it."""
    text, part, other = _edge(string, match, replacement, "replace_prefix")
    return binary_of(other + text[len(part) :] if text.startswith(part) else text)


def replace_suffix(string: Any, match: Any, replacement: Any) -> Any:
    """Return it with *match* replaced if it ends with it."""
    text, part, other = _edge(string, match, replacement, "replace_suffix")
    return binary_of(text[: len(text) - len(part)] + other if text.endswith(part) else text)


def _filling(string: Any, size: Any, padding: Any, name: str) -> tuple[str, str]:
    text = checked(string, name, 3, size, padding)
    whole = is_binary(padding) and padding not in ("", b"")
    if size.__class__ is not int or size < 0 or not (whole or isinstance(padding, Cell)):
        raise function_clause("String", name, 3, [string, size, padding])
    given = graphemes(text_of(padding)) if whole else to_list(padding)
    wrong = next((part for part in given if not is_binary(part)), None)
    if wrong is not None:
        raise error("ArgumentError", message=f"expected a string padding element, got: {inspect(wrong)}")
    parts = [text_of(part) for part in given]
    missing = size - count(text)
    if missing <= 0:
        return text, ""
    check_bytes(missing)
    return text, "".join(parts[n % len(parts)] for n in range(missing))


def pad_leading_2(string: Any, size: Any) -> Any:
    """Return it with blanks before it, *size* long at least."""
    return pad_leading_3(string, size, " ")


def pad_leading_3(string: Any, size: Any, padding: Any) -> Any:
    """Return it with *padding* before it, *size* long at least."""
    text, fill = _filling(string, size, padding, "pad_leading")
    return binary_of(fill + text)


def pad_trailing_2(string: Any, size: Any) -> Any:
    """Return it with blanks after it, *size* long at least."""
    return pad_trailing_3(string, size, " ")


def pad_trailing_3(string: Any, size: Any, padding: Any) -> Any:
    """Return it with *padding* after it, *size* long at least."""
    text, fill = _filling(string, size, padding, "pad_trailing")
    return binary_of(text + fill)


def duplicate(string: Any, times: Any) -> Any:
    """Return it *times* over."""
    wrong = "not an integer" if times.__class__ is not int else "out of range" if times < 0 else ""
    check("" if is_binary(string) else "not a binary", wrong)
    text = checked(string, "duplicate", 2, times)
    check_bytes(len(text) * times)
    return binary_of(text * times)


def reverse(string: Any) -> Any:
    """Return it with its graphemes in reverse."""
    return binary_of("".join(reversed(graphemes(checked(string, "reverse", 1)))))


def to_integer_1(string: Any) -> Any:
    """Return the integer that it is the text of."""
    return _to_integer(string, 10)


def to_integer_2(string: Any, base: Any) -> Any:
    """Return the integer that it is the text of, in *base*."""
    if not is_binary(string) or base.__class__ is not int:
        raise function_clause("String", "to_integer", 2, [string, base])
    return _to_integer(string, base)


def _to_integer(string: Any, base: int) -> Any:
    check("" if is_binary(string) else "not a binary", base_problem(base))
    digits, sign = (string[1:] if string[:1] in ("+", "-") else string), -1 if string[:1] == "-" else 1
    if string.__class__ is str and digits.isascii() and digits.isalnum():
        try:
            return sign * read_integer(digits, base)
        except ValueError:
            pass
    raise badarg(1, "not a textual representation of an integer")


def to_float(string: Any) -> Any:
    """Return the float that it is the text of."""
    if not is_binary(string):
        raise badarg(1, "not a binary")
    found = parsed(text_of(string), point=True)
    if found is None or found[1]:
        raise badarg(1, "not a textual representation of a float")
    return found[0]


def to_atom(string: Any) -> Any:
    """Return the atom of this name."""
    if not is_binary(string):
        raise badarg(1, "not a binary")
    if string.__class__ is bytes:
        raise badarg(1, "invalid UTF8 encoding")
    return atom_of(string)


def to_existing_atom(string: Any) -> Any:
    """Return the atom of this name, if there has been one in the program."""
    if not is_binary(string):
        raise badarg(1, "not a binary")
    if string.__class__ is bytes or not Atom.exists(string):
        raise badarg(1, "not an already existing atom")
    return Atom(string)


def to_charlist(string: Any) -> Any:
    """Return the list of its code points."""
    checked(string, "to_charlist", 1)
    if string.__class__ is bytes:
        raise error("UnicodeConversionError", message=f"invalid encoding starting at {_first_bad(string)}")
    count_parts(len(string))
    return from_list([ord(c) for c in string])


def _first_bad(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return inspect(binary(data[wrong.start :]))
    return '""'


def valid(string: Any) -> Any:
    """Return whether it is text in UTF-8."""
    return boolean(string.__class__ is str)


def printable_1(string: Any) -> Any:
    """Return whether it would be printed as text."""
    checked(string, "printable?", 2, _INFINITY)
    return boolean(string.__class__ is str and all(is_printable(ord(c)) for c in string))


def printable_2(string: Any, limit: Any) -> Any:
    """Return whether its first *limit* characters would be printed as text."""
    checked(string, "printable?", 2, limit)
    if string.__class__ is bytes:
        return FALSE
    shown = string if limit is _INFINITY else string[:limit]
    return boolean(all(is_printable(ord(c)) for c in shown))


def normalize(string: Any, form: Any) -> Any:
    """Return it in a normal form of Unicode: ``:nfd``, ``:nfc``, ``:nfkd`` or ``:nfkc``."""
    text = checked(string, "normalize", 2, form)
    if form.__class__ is not Atom or form.name not in ("nfd", "nfc", "nfkd", "nfkc"):
        raise error("ArgumentError", message="invalid normalization form")
    return binary_of(unicodedata.normalize(form.name.upper(), text))  # type: ignore[arg-type]


def equivalent(left: Any, right: Any) -> Any:
    """Return whether two texts look alike: whether they are the same in a normal form."""
    both = [unicodedata.normalize("NFD", text_of(each)) for each in (left, right)]
    return boolean(both[0] == both[1])


def jaro_distance(left: Any, right: Any) -> Any:
    """Return how alike two texts are, from 0.0 to 1.0."""
    one, two = graphemes(checked(left, "jaro_distance", 2, right)), graphemes(checked(right, "jaro_distance", 2, left))
    if one == two:
        return 1.0
    if not one or not two:
        return 0.0
    reach = max(len(one), len(two)) // 2 - 1
    free = [True] * len(two)
    matched: list[str] = []
    count_parts(len(one) * min(len(two), reach) // _LOOKED_AT)
    for place, letter in enumerate(one):
        for other in range(max(0, place - reach), min(len(two), place + reach + 1)):
            if free[other] and two[other] == letter:
                free[other] = False
                matched.append(letter)
                break
    if not matched:
        return 0.0
    others = [letter for letter, unused in zip(two, free, strict=True) if not unused]
    moved = sum(a != b for a, b in zip(matched, others, strict=True)) / 2
    same = len(matched)
    return (same / len(one) + same / len(two) + (same - moved) / same) / 3


def size(string: Any) -> Any:
    """Return how many graphemes it has."""
    return count(checked(string, "length", 1))


def concatenated(parts: list[Any]) -> Any:
    """Return binaries one after the other."""
    if all(part.__class__ is str for part in parts):
        return "".join(parts)
    return binary(b"".join(bytes_of(part) for part in parts))


FUNCTIONS_OF_STRING = {
    "upcase/1": upcase_1, "upcase/2": upcase_2, "downcase/1": downcase_1, "downcase/2": downcase_2,
    "capitalize/1": capitalize_1, "capitalize/2": capitalize_2, "trim/1": trim, "trim/2": trim_2,
    "trim_leading/1": trim_leading, "trim_leading/2": trim_leading_2, "trim_trailing/1": trim_trailing,
    "trim_trailing/2": trim_trailing_2, "strip/1": trim, "lstrip/1": trim_leading, "rstrip/1": trim_trailing,
    "replace_leading/3": replace_leading, "replace_trailing/3": replace_trailing, "replace_prefix/3": replace_prefix,
    "replace_suffix/3": replace_suffix, "pad_leading/2": pad_leading_2, "pad_leading/3": pad_leading_3,
    "pad_trailing/2": pad_trailing_2, "pad_trailing/3": pad_trailing_3, "rjust/2": pad_leading_2,
    "ljust/2": pad_trailing_2, "duplicate/2": duplicate, "reverse/1": reverse, "to_integer/1": to_integer_1,
    "to_integer/2": to_integer_2, "to_float/1": to_float, "to_atom/1": to_atom,
    "to_existing_atom/1": to_existing_atom, "to_charlist/1": to_charlist, "valid?/1": valid,
    "printable?/1": printable_1, "printable?/2": printable_2, "normalize/2": normalize, "equivalent?/2": equivalent,
    "jaro_distance/2": jaro_distance, "length/1": size,
}  # fmt: skip
