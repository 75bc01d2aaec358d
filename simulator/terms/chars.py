"""Terms as plain text: ``to_string/1``.

Source of the semantics: Elixir 1.14, the ``String.Chars`` protocol and ``List.to_string/1``.
"""

from __future__ import annotations

from typing import Any

from simulator.terms.atoms import Atom
from simulator.terms.errors import SimulatorError
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.inspect import inspect
from simulator.terms.objects import FUNCTION_TYPES, MODULE_TYPES, module_name
from simulator.terms.text import integer_text, short_float
from simulator.terms.weight import Weighed


class ProtocolUndefinedError(SimulatorError, TypeError):
    """A term was given to a protocol that is not implemented for it; Elixir's ``Protocol.UndefinedError``."""

    __inspect_name__ = "Protocol.UndefinedError"

    def __init__(self, protocol: str, value: Any) -> None:
        super().__init__(protocol, value)
        self.protocol = protocol
        self.value = value

    def __str__(self) -> str:
        return f"protocol {self.protocol} not implemented for {inspect(self.value)} of type {type_name(self.value)}"

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("description", ""), ("protocol", Atom(f"Elixir.{self.protocol}")), ("value", self.value)]


class CharlistError(SimulatorError, ValueError):
    """A list holds what is no text; Elixir's ``ArgumentError`` of ``List.to_string/1``."""

    __inspect_name__ = "ArgumentError"

    def __init__(self, charlist: Any) -> None:
        super().__init__(charlist)
        self.charlist = charlist

    def __str__(self) -> str:
        return (
            "cannot convert the given list to a string.\n\n"
            "To be converted to a string, a list must either be empty or only\n"
            "contain the following elements:\n\n"
            "  * strings\n"
            "  * integers representing Unicode code points\n"
            "  * a list containing one of these three elements\n\n"
            "Please check the given list or call inspect/1 to get the list representation, got:\n\n"
            f"{inspect(self.charlist)}\n"
        )


class UnicodeConversionError(SimulatorError, ValueError):
    """A list holds a number that is no character's code, or bytes that are not UTF-8."""


def to_string(term: object) -> str:
    """Return *term* as text, as ``to_string/1`` and ``"#{term}"`` do in Elixir.

    Raises :class:`ProtocolUndefinedError` for what has no text of its own (a tuple, a map, a pid ...), for a list
    :class:`CharlistError` or :class:`UnicodeConversionError` if it is not made of characters. Bytes that are not
    UTF-8 are replaced by ``U+FFFD`` where Elixir hands them on. An object whose class has a ``__str__`` has text.

    >>> to_string(Atom("ok")), to_string(None), to_string(1e16), to_string([72, "e", [108, [108]], b"o"])
    ('ok', '', '1.0e16', 'Hello')
    >>> to_string((1, 2))
    Traceback (most recent call last):
        ...
    simulator.terms.chars.ProtocolUndefinedError: protocol String.Chars not implemented for {1, 2} of type Tuple
    """
    if isinstance(term, str):
        return str.__str__(term)
    if isinstance(term, Atom):
        return "" if term.name == "nil" else term.name
    if term is None or isinstance(term, bool):
        return "" if term is None else "true" if term else "false"
    if isinstance(term, int):
        return integer_text(term)
    if isinstance(term, float):
        return short_float(term)
    if isinstance(term, bytes | bytearray):
        return term.decode("utf-8", "replace")
    if isinstance(term, list):
        return charlist(term, term)
    if isinstance(term, MODULE_TYPES):
        return module_name(term)
    teller = getattr(type(term), "__to_text__", None)
    if teller is not None:
        return teller(term)  # type: ignore[no-any-return]
    if type(term).__str__ is object.__str__ or isinstance(term, BaseException | Pid | Reference):
        raise ProtocolUndefinedError("String.Chars", term)
    return str(term)


def charlist(term: Any, items: list[Any]) -> str:
    """Return the text of *term*, whose *items* are characters, strings and such lists."""
    out: list[str] = []
    ahead: list[Any] = items[::-1]
    while ahead:
        part = ahead.pop()
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, int) and not isinstance(part, bool):
            if not (0 <= part < 0xD800 or 0xE000 <= part < 0x110000):
                raise UnicodeConversionError(f"invalid code point {part}")
            out.append(chr(part))
        elif isinstance(part, bytes | bytearray):
            out.append(_utf8(bytes(part)))
        elif isinstance(part, list):
            ahead += part[::-1]
        elif getattr(part, "__type_name__", None) == "List":
            Weighed.count(1)  # lists that are shared again and again are small, and have no end
            ahead += list(part)[::-1]
        else:
            raise CharlistError(term)
    return "".join(out)


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = "incomplete" if error.reason == "unexpected end of data" else "invalid"
        raise UnicodeConversionError(f"{fault} encoding starting at {inspect(data[error.start :])}") from None


def type_name(term: object) -> str:
    """Return what Elixir calls the type of *term* when it says that a protocol is not implemented for it.

    >>> type_name((1, 2)), type_name({}), type_name(ValueError("x"))
    ('Tuple', 'Map', 'ValueError (a struct)')
    """
    for kind, name in _TYPE_NAMES:
        if isinstance(term, kind):
            return name
    if hasattr(type(term), "__taught_by__"):
        return str(term.__type_name__)  # type: ignore[attr-defined]
    return f"{inspect(type(term))} (a struct)"


_TYPE_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    ((Atom, bool, type(None), *MODULE_TYPES), "Atom"),
    (int, "Integer"),
    (float, "Float"),
    ((str, bytes, bytearray), "BitString"),
    (tuple, "Tuple"),
    (list, "List"),
    (dict, "Map"),
    ((set, frozenset), "MapSet (a struct)"),
    (Pid, "PID"),
    (Reference, "Reference"),
    (FUNCTION_TYPES, "Function"),
)
