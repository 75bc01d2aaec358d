"""How Elixir prints terms: ``inspect/2`` for Python's values.

The text is that of Elixir 1.14 on OTP 25, character for character, on one line or laid out to a width.
Deliberate differences:

* A map or set of more than 32 elements prints in the order of terms; the BEAM prints it in the order of its hashes.
* Nesting ends in ``...`` where a container holds itself, which no term of the BEAM can, and unless the whole is asked
  for at :data:`MAX_DEPTH` levels, after :data:`MAX_CONTAINERS` containers. With the default limit Elixir ends at 50.
* A function prints its name where Elixir prints numbers of its compiler, a reference its one number.
* What a Python object prints as is said in :mod:`simulator.terms.objects`.

Source of the semantics: Elixir 1.14, the implementations of the ``Inspect`` protocol and ``Inspect.Opts``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from types import FunctionType
from typing import Any, Literal

from simulator.terms.atoms import Atom
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.layout import Break, Concat, Doc, Document, Group, Nest, layout
from simulator.terms.names import KEYS, LITERALS
from simulator.terms.objects import (
    FUNCTION_TYPES,
    MODULE_TYPES,
    Handlers,
    function_text,
    module_name,
    opaque_text,
    struct_fields,
)
from simulator.terms.order import sort_exactly
from simulator.terms.text import (
    binary_text,
    charlist_text,
    codes_text,
    float_text,
    integer_in_base,
    integer_text,
    string_text,
)

MAX_DEPTH = 100
"""How deep containers may be nested; what lies deeper prints as ``...``."""

MAX_CONTAINERS = 100_000
"""How many containers one term may print; later ones print as ``...``."""

Charlists = Literal["infer", "as_charlists", "as_lists"]
Binaries = Literal["infer", "as_binaries", "as_strings"]
Base = Literal["decimal", "binary", "octal", "hex"]

_FLEX, _STRICT, _MAYBE = "flex", "strict", "maybe"  # how a container's breaks end lines: see _join


class Walk:
    """What is the same, and what is remembered, while one term is printed."""

    # Most terms are printed with the defaults, which cost nothing here; setting them each time took a tenth of 1.5 us.
    charlists: Charlists = "infer"
    printable_limit: int | None = 4096
    pretty = False
    base = "decimal"
    binaries = "infer"
    structs = True
    options: Any = None  # what a front end's own printers are told beside these
    left = MAX_CONTAINERS
    deepest = MAX_DEPTH
    path: set[int]  # the containers around the place we are at, by identity


def inspect(
    term: object,
    *,
    limit: int | None = 50,
    width: int | None = None,
    charlists: Charlists = "infer",
    printable_limit: int | None = 4096,
    base: Base = "decimal",
    binaries: Binaries = "infer",
    structs: bool = True,
    options: Any = None,
    indent: int = 0,
    whole: bool = False,
) -> str:
    """Return *term* as Elixir prints it.

    *limit* is how many elements of a container are shown, and each level of nesting takes from it, as in Elixir;
    *printable_limit* is how many characters of a string are; ``None`` is no limit. Without *width* the text is one
    line, else lines are broken as ``inspect(term, pretty: true, width: width)`` breaks them. A list of ASCII codes
    prints as a charlist unless *charlists* is ``"as_lists"``. With a *base* other than decimal integers have a prefix
    and binaries print as bytes, as they do where *binaries* is ``"as_binaries"``; without *structs* a struct prints as
    the map it is. *options* is for printers of a front end. All lines but the first are indented by *indent* more
    columns, which count. It raises nothing, whatever the term; but one that is printed *whole*, however
    deep and large it is, takes as long as it takes, and has to have an end.

    >>> inspect({"k": (1, 2.0), "l": [97, 98]})
    '%{"k" => {1, 2.0}, "l" => \\'ab\\'}'
    >>> inspect([(Atom("a"), None), (Atom("odd key"), True)])
    '[a: nil, "odd key": true]'
    >>> inspect(ValueError("boom"))
    '%ValueError{message: "boom"}'
    >>> print(inspect({Atom("name"): "x" * 40, Atom("list"): list(range(1, 30))}, width=60))
    %{
      list: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
       16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
      name: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    }
    """
    walk = Walk()
    walk.path = set()
    if charlists != "infer" or printable_limit != 4096 or width is not None:
        walk.charlists = charlists
        walk.printable_limit = printable_limit
        walk.pretty = width is not None
    if base != "decimal" or binaries != "infer" or not structs or options is not None:
        walk.base = base
        walk.binaries = binaries
        walk.structs = structs
        walk.options = options
    if whole:
        walk.left = walk.deepest = -1
    doc = PRINTERS[type(term)](term, -1 if limit is None else limit, walk)
    return doc if doc.__class__ is str else layout(Nest(indent, doc) if indent else doc, width or 0)


def one_line(term: object) -> str:
    """Return what ``inspect(term)`` does; sooner for the small terms that a trace is full of.

    >>> one_line((Atom("pong"), 1, "text", (None, True)))
    '{:pong, 1, "text", {nil, true}}'
    """
    return small(term) or inspect(term)


_FEW = 8  # elements at most, in tuples and lists three deep: far from every limit of `inspect`


def small(term: Any, depth: int = 0) -> str | None:
    """Return the text of an atom, a number, a plain string, an identifier, a function, or few of such; else None."""
    cls = type(term)
    if cls is Atom:
        return LITERALS[term.name]
    if cls is tuple:
        if len(term) > _FEW or depth > 2:
            return None
        parts = []
        for part in term:  # what stands in most tuples, without a call for each
            kind = type(part)
            if kind is Atom:
                parts.append(LITERALS[part.name])
            elif kind is Pid:
                parts.append(f"#PID<0.{part.number}.0>")
            elif kind is Reference:
                parts.append(f"#Reference<0.0.0.{part.number}>")
            elif kind is int and -_SHORT < part < _SHORT:
                parts.append(int.__repr__(part))
            else:
                text = small(part, depth + 1)
                if text is None:
                    return None
                parts.append(text)
        return f"{{{', '.join(parts)}}}"
    if cls is Pid:
        return f"#PID<0.{term.number}.0>"
    if cls is list:
        return _small_list(term, depth)
    if cls is FunctionType:
        return function_text(term)
    if cls is Reference:
        return f"#Reference<0.0.0.{term.number}>"
    if cls is int:
        return int.__repr__(term) if -_SHORT < term < _SHORT else None
    if cls is str:
        plain = len(term) < 1_000 and term.isascii() and term.isprintable() and not _marked(term)
        return f'"{term}"' if plain else None
    if term is None:
        return "nil"
    return ("true" if term else "false") if cls is bool else None


_SHORT = 10**18


def _small_list(term: list[Any], depth: int) -> str | None:
    """Return the text of a list of few elements; None where it may be a charlist or a keyword list, too."""
    if not term:
        return "[]"
    first = type(term[0])
    if len(term) > _FEW or depth > 2 or first is int or first is tuple:
        return None
    parts = [small(part, depth + 1) for part in term]
    return None if None in parts else f"[{', '.join(parts)}]"  # type: ignore[arg-type]


def _marked(text: str) -> bool:
    """Return whether something in *text* is written with a backslash."""
    return '"' in text or "\\" in text or "#{" in text


# Every printer below takes a term, the limit (negative: none) and the walk. On one line it returns a
# str; laid out to a width, a document, in which a str is what Elixir calls simple.


def _literal(term: Atom, limit: int, walk: Walk) -> str:
    return LITERALS[term.name]


def _constant(term: bool | None, limit: int, walk: Walk) -> str:
    return "nil" if term is None else "true" if term else "false"


def _integer(term: int, limit: int, walk: Walk) -> str:
    if walk.base != "decimal":
        return integer_in_base(term, walk.base)
    try:
        return int.__repr__(term)
    except ValueError:  # more digits than Python converts at once
        return integer_text(term)


def _float(term: float, limit: int, walk: Walk) -> str:
    return float_text(term)


def _identifier(term: Pid | Reference, limit: int, walk: Walk) -> str:
    return term.__str__()


def _module(term: Any, limit: int, walk: Walk) -> str:
    return LITERALS[module_name(term)]


def _function(term: Any, limit: int, walk: Walk) -> str:
    return function_text(term)


def _opaque(term: object, limit: int, walk: Walk) -> str:
    return opaque_text(term)


def _string(term: str, limit: int, walk: Walk) -> Document:
    text = None
    if walk.base == "decimal" and walk.binaries != "as_binaries":
        text = string_text(term, walk.printable_limit, walk.binaries == "as_strings")
    return _bytes(term.encode("utf-8", "surrogatepass"), limit, walk) if text is None else text


def _binary(term: bytes, limit: int, walk: Walk) -> Document:
    text = None
    if walk.base == "decimal" and walk.binaries != "as_binaries":
        text = binary_text(term, walk.printable_limit, walk.binaries == "as_strings")
    return _bytes(term, limit, walk) if text is None else text


def _bytes(term: bytes, limit: int, walk: Walk) -> Document:
    shown = [_integer(byte, limit, walk) for byte in (term if limit < 0 else term[:limit])]
    if len(shown) < len(term):
        shown.append("...")
    return segments(shown, walk)


def segments(shown: list[str], walk: Walk) -> Document:
    """Return the document of a bitstring whose segments are *shown*."""
    if not walk.pretty:
        return f"<<{', '.join(shown)}>>"
    return Group(Concat(["<<", Nest(2, _separated(shown, flex=True)), ">>"]))


def _tuple(term: tuple[object, ...], limit: int, walk: Walk) -> Document:
    return container(term, "{", term, "}", _FLEX, None, limit, walk)


def _list(term: list[object], limit: int, walk: Walk) -> Document:
    return elements(term, term, limit, walk)


def elements(term: object, items: list[Any], limit: int, walk: Walk) -> Document:
    """Print *term*, a proper list of *items*."""
    if items and type(items[0]) is int and walk.charlists != "as_lists":
        convert = charlist_text if walk.charlists == "infer" else codes_text
        text = convert(items, walk.printable_limit)
        if text is not None:
            return text
    if _is_keyword(items):
        return container(term, "[", items, "]", _STRICT, _keyword, limit, walk)
    return container(term, "[", items, "]", _MAYBE, None, limit, walk)


def improper(term: object, items: list[Any], tail: Any, limit: int, walk: Walk) -> Document:
    """Print *term*, a list of *items* that ends in *tail*."""
    return container(term, "[", items, "]", _MAYBE, None, limit, walk, (tail,))


def _map(term: dict[Any, Any], limit: int, walk: Walk) -> Document:
    return associations(term, [(key, term[key]) for key in sort_exactly(term)], limit, walk)


def associations(term: object, pairs: list[tuple[Any, Any]], limit: int, walk: Walk) -> Document:
    """Print *term*, a map of these *pairs*."""
    element = _keyword if _is_keyword(pairs) else _association
    return container(term, "%{", pairs, "}", _STRICT, element, limit, walk)


def _set(term: Set[object], limit: int, walk: Walk) -> Document:
    charlists, walk.charlists = walk.charlists, "as_lists"
    inner = _list(sort_exactly(term), limit, walk)
    walk.charlists = charlists
    return "MapSet.new(" + inner + ")"


def _struct(term: object, limit: int, walk: Walk) -> Document:
    fields, hidden = struct_fields(term)
    return named_fields(term, module_name(type(term)), fields, hidden, limit, walk)


def named_fields(
    term: object, module: str, fields: list[tuple[str, Any]], hidden: bool, limit: int, walk: Walk
) -> Document:
    """Print *term*, a struct with these *fields*, and *hidden* ones beside them."""
    name = LITERALS[module]
    if hidden:
        return container(term, f"#{name}<", [*fields, None], ">", _STRICT, _field, limit, walk)
    return container(term, f"%{name}{{", fields, "}", _STRICT, _field, limit, walk)


Printer = Callable[[Any, int, Walk], Document]


def container(
    term: object,
    left: str,
    values: Iterable[Any],
    right: str,
    breaks: str,
    element: Printer | None,
    limit: int,
    walk: Walk,
    tail: tuple[Any, ...] = (),
) -> Document:
    """Print the *values* of *term*, each with *element* (or as the term it is), between *left* and *right*.

    *tail* holds what stands behind a bar after them, if anything does.
    """
    path, identity = walk.path, id(term)
    docs: list[Any] = []
    if path:
        if identity in path or len(path) == walk.deepest or not walk.left:
            return f"{left}...{right}"
        walk.left -= 1
    path.add(identity)
    for value in values:
        if not limit:
            docs.append("...")
            tail = ()
            break
        limit -= 1
        docs.append(element(value, limit, walk) if element else PRINTERS[type(value)](value, limit, walk))
    docs += [PRINTERS[type(end)](end, limit, walk) for end in tail]
    path.discard(identity)
    if walk.pretty:
        return _join(left, docs, right, breaks, " |" if tail else ",")
    if tail:
        docs[-2:] = [f"{docs[-2]} | {docs[-1]}"]
    return f"{left}{', '.join(docs)}{right}"


def _join(left: str, docs: list[Document], right: str, breaks: str, last: str) -> Document:
    """Return the document of a container, with line ends where each is needed (flex) or everywhere (strict)."""
    if not docs:
        return left + right
    if breaks == _FLEX or (breaks == _MAYBE and not any(isinstance(doc, Doc) for doc in docs)):
        return Group(Concat([left, Nest(1, _separated(docs, True, last)), right]))
    return Group(Concat([Nest(2, Concat([left, Break(""), _separated(docs, False, last)])), Break(""), right]))


def _separated(docs: Sequence[Document], flex: bool, last: str = ",") -> Document:
    parts: list[Document] = []
    for doc in docs:
        parts += [doc, ",", Break(" ", flex)]
    if len(docs) > 1:
        parts[-5] = last
    return Concat(parts[:-2])


def _keyword(pair: tuple[Any, Any], limit: int, walk: Walk) -> Document:
    key, value = pair
    name = key.name if type(key) is Atom else _constant(key, limit, walk)
    return f"{KEYS[name]} " + PRINTERS[type(value)](value, limit, walk)


def _field(pair: tuple[str, Any] | None, limit: int, walk: Walk) -> Document:
    if pair is None:
        return "..."
    name, value = pair
    return f"{KEYS[name]} " + PRINTERS[type(value)](value, limit, walk)


def _association(pair: tuple[Any, Any], limit: int, walk: Walk) -> Document:
    key, value = pair
    return PRINTERS[type(key)](key, limit, walk) + " => " + PRINTERS[type(value)](value, limit, walk)


def _is_keyword(term: list[Any]) -> bool:
    """Say whether all of *term* are pairs whose key is an atom; the alias of a module is none in this."""
    for pair in term:
        if type(pair) is not tuple or len(pair) != 2:
            return False
        key = pair[0]
        if type(key) is Atom:
            if key.name.startswith("Elixir."):
                return False
        elif key is not None and key is not True and key is not False:
            return False
    return True


PRINTERS: Handlers[Printer] = Handlers(
    {
        Atom: _literal,
        bool: _constant,
        type(None): _constant,
        int: _integer,
        float: _float,
        str: _string,
        bytes: _binary,
        bytearray: _binary,
        Pid: _identifier,
        Reference: _identifier,
        tuple: _tuple,
        list: _list,
        dict: _map,
        set: _set,
        frozenset: _set,
        **dict.fromkeys(FUNCTION_TYPES, _function),
        **dict.fromkeys(MODULE_TYPES, _module),
    },
    struct=_struct,
    opaque=_opaque,
)
"""How instances of a class print, by class."""
