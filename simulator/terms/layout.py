"""Documents: text with places where a line may end, laid out to a width.

A small form of Wadler's algebra, with the operations that inspecting needs. A document is a ``str``,
which is never broken, or a :class:`Doc`. Adding puts documents side by side.
Source of the semantics: Elixir 1.14, ``Inspect.Algebra`` (``group/2``, ``nest/3``, ``break/1``,
``flex_break/1``, ``format/2``). As there, a text is as wide as it has bytes in UTF-8, and a reference as a
BEAM's: lines end where they end there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


class Doc:
    """A document that is more than a text."""

    __slots__ = ()

    def __add__(self, other: Document) -> Concat:
        return Concat((self, other))

    def __radd__(self, other: str) -> Concat:
        return Concat((other, self))


Document = str | Doc


class Concat(Doc):
    """Documents one after the other."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Document]) -> None:
        self.parts = tuple(parts)


class Nest(Doc):
    """A document whose line ends are indented by *by* more columns."""

    __slots__ = ("by", "inner")

    def __init__(self, by: int, inner: Document) -> None:
        self.by = by
        self.inner = inner


class Group(Doc):
    """A document that stands on one line if it fits; else its breaks end lines."""

    __slots__ = ("inner",)

    def __init__(self, inner: Document) -> None:
        self.inner = inner


class Break(Doc):
    """A text, or a line's end: with all breaks of its group or, if *flex*, where what follows is too wide."""

    __slots__ = ("flex", "text")

    def __init__(self, text: str, flex: bool = False) -> None:
        self.text = text
        self.flex = flex


class Line(Doc):
    """A line's end, always."""

    __slots__ = ()


class Forced(Doc):
    """A document whose breaks, and those of the groups around it, end lines even if it fits."""

    __slots__ = ("inner",)

    def __init__(self, inner: Document) -> None:
        self.inner = inner


_Entry = tuple[int, bool, Document]  # the indentation, whether breaks stay on the line, the document


ENDLESS = 1_000_000_000
"""A width into which all fits: what is asked for as ``:infinity``."""


def layout(doc: Document, width: int) -> str:
    """Return *doc* as lines of at most *width* columns, where its breaks allow that.

    >>> word = Group(Concat(["[", Nest(1, Concat(["one,", Break(" ", flex=True), "two"])), "]"]))
    >>> print(layout(word, 80))
    [one, two]
    >>> print(layout(word, 8))
    [one,
     two]
    """
    out: list[str] = []
    column = 0
    entries: list[_Entry] = [(0, True, doc)]
    while entries:
        indent, flat, top = entries.pop()
        if isinstance(top, str):
            out.append(top)
            column += _columns(top)
        elif isinstance(top, Concat):
            entries.extend((indent, flat, part) for part in reversed(top.parts))
        elif isinstance(top, Nest):
            entries.append((indent + top.by, flat, top.inner))
        elif isinstance(top, Group):
            fits = width >= ENDLESS or _fits(width, column, False, (indent, True, top.inner), [])
            entries.append((indent, fits, top.inner))
        elif isinstance(top, Forced):
            entries.append((indent, flat, top.inner))
        elif isinstance(top, Line):
            out.append("\n" + " " * indent)
            column = indent
        elif isinstance(top, Break):
            after = column + len(top.text)
            if flat or (top.flex and _fits(width, after, True, None, entries)):
                out.append(top.text)
                column = after
            else:
                out.append("\n" + " " * indent)
                column = indent
    return "".join(out)


def _fits(width: int, column: int, strict: bool, first: _Entry | None, rest: list[_Entry]) -> bool:
    """Say whether *first*, then *rest* (its last entry first), stay within *width* up to the next line's end.

    Being too wide counts only once a break has been passed (*strict*): before it nothing could be gained.
    """
    ahead: list[_Entry | bool] = [] if first is None else [first]
    below = len(rest)
    while column <= width or not strict:
        entry: _Entry | bool
        if ahead:
            entry = ahead.pop()
        elif below:
            below -= 1
            entry = rest[below]
        else:
            return True
        if isinstance(entry, bool):  # a group ends here: what its breaks said no longer holds
            strict = entry
            continue
        indent, flat, top = entry
        if isinstance(top, str):
            column += _columns(top)
        elif isinstance(top, Concat):
            ahead.extend((indent, flat, part) for part in reversed(top.parts))
        elif isinstance(top, Nest):
            ahead.append((indent, flat, top.inner))
        elif isinstance(top, Group):
            ahead += [strict, (indent, True, top.inner)]
        elif isinstance(top, Forced):
            if flat:
                return False
            ahead.append((indent, flat, top.inner))
        elif isinstance(top, Line):
            return True
        elif isinstance(top, Break):
            if not flat:
                return True
            column += len(top.text)
            strict = True
    return False


_REFERENCE = re.compile(r"#Reference<[\d.]+>")
_REFERENCE_COLUMNS = 42
"""How wide a reference is on a BEAM, mostly; here its number is short."""


def _columns(text: str) -> int:
    columns = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if "#Reference<" in text:
        columns += sum(_REFERENCE_COLUMNS - len(found) for found in _REFERENCE.findall(text))
    return columns
