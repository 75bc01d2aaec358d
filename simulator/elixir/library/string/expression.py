"""The source of a regular expression as a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]", re.DOTALL)
_REPEAT: Final = re.compile(r"(?:([*+?])|\{(\d+)(,?)(\d*)\})([?+]?)")
_ESCAPE: Final = re.compile(r"\\(?:[pPNx]\{[^}]*\}|x[0-9a-fA-F]{1,2}|p\w|P\w|0[0-7]{0,2}|c.|.)", re.DOTALL)
_REFERENCE: Final = re.compile(r"\\(?:[1-9]\d*|[gk](?:\{[^}]*\}|<[^>]*>|'[^']*'|-?\d+)|[KQERXG])|\(\?P=\w+\)")
_CALL: Final = re.compile(r"\(\?(?:R|[-+]?\d+|&\w+|P>\w+)\)|\(\*[^)]*\)")
_COMMENT: Final = re.compile(r"\(\?#[^)]*\)")
_FLAGS: Final = re.compile(r"\(\?([a-zA-Z]*(?:-[a-zA-Z]+)?)([:)])")
_NAME: Final = re.compile(r"\?P?(?:<(\w+)>|'(\w+)')")
_BLANK: Final = re.compile(r"(?:\s|#[^\n]*)+")
_RANGES: Final = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_EXTENDED: Final = 0x40


@dataclass(slots=True)
class Node:
    """A part of an expression.

    What has no parts: ``char`` takes a letter, ``at`` only looks at a place, ``other`` is what is not known any closer;
    *text* is its source, with the options that hold there. What has parts: ``all`` of them one after the other, ``or``,
    ``repeat``, ``group`` (captured, by *number*), ``look`` (ahead) and ``atom`` (what is not gone back into).
    """

    kind: str
    parts: list[Node]
    text: str = ""
    least: int = 1
    most: int | None = 1
    lazy: bool = False
    negative: bool = False
    number: int = 0


def parsed(source: str, flags: int = 0) -> Node:
    """Return an expression that can be compiled as a tree.

    >>> tree = parsed(r"(?:a|b?)+")
    >>> tree.kind, tree.most, len(tree.parts[0].parts)
    ('repeat', None, 2)
    """
    return _Reader(source, bool(flags & _EXTENDED)).alternatives()


class _Reader:
    def __init__(self, source: str, extended: bool) -> None:
        self.source, self.place, self.extended = source, 0, extended
        self.flags = ""
        self.groups = 0

    def _taken(self, form: re.Pattern[str]) -> re.Match[str] | None:
        found = form.match(self.source, self.place)
        if found is not None:
            self.place = found.end()
        return found

    def alternatives(self) -> Node:
        """Return what stands up to the end of the group."""
        before = self.flags, self.extended
        ways = [self._sequence()]
        while self.source[self.place : self.place + 1] == "|":
            self.place += 1
            ways.append(self._sequence())
        self.place += 1
        self.flags, self.extended = before
        return ways[0] if len(ways) == 1 else Node("or", ways)

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self.place < len(self.source) and self.source[self.place] not in "|)":
            if self.extended and self._taken(_BLANK):
                continue
            one = self._one()
            if one is not None:
                parts.append(self._repeated(one))
        return parts[0] if len(parts) == 1 else Node("all", parts)

    def _repeated(self, one: Node) -> Node:
        while True:
            if self.extended:
                self._taken(_BLANK)
            found = self._taken(_REPEAT)
            if found is None:
                return one
            sign, least, comma, most, how = found.groups()
            low, high = _RANGES[sign] if sign else (int(least), int(most) if most else None if comma else int(least))
            one = Node("repeat", [one], least=low, most=high, lazy=how == "?")
            if how == "+":
                one = Node("atom", [one])

    def _leaf(self, kind: str, text: str) -> Node:
        return Node(kind, [], f"(?{self.flags}:{text})" if self.flags else text)

    def _one(self) -> Node | None:
        letter = self.source[self.place]
        if letter == "(":
            return self._group()
        if letter == "[":
            found = self._taken(_CLASS)
            if found is not None:
                return self._leaf("char", found[0])
        if letter == "\\":
            found = self._taken(_REFERENCE)
            if found is not None:
                return self._leaf("other", found[0])
            found = self._taken(_ESCAPE)
            if found is not None:
                return self._leaf("at" if found[0][1] in "bBAZmM" else "char", found[0])
        self.place += 1
        return self._leaf("at" if letter in "^$" else "char", letter)

    def _group(self) -> Node | None:
        if self._taken(_COMMENT):
            return None
        found = self._taken(_REFERENCE) or self._taken(_CALL)
        if found is not None:
            return self._leaf("other", found[0])
        found = self._taken(_FLAGS)
        if found is not None:
            return self._flagged(found[1], found[2] == ")")
        start = self.place
        self.place += 1
        for opening, kind, negative in _OPENINGS:
            if self.source.startswith(opening, self.place):
                self.place += len(opening)
                groups = self.groups
                inner = self.alternatives()
                if kind == "at":
                    return self._leaf("at" if groups == self.groups else "other", self.source[start : self.place])
                return Node(kind, [inner], negative=negative)
        if self.source.startswith("?", self.place) and not self._taken(_NAME):
            return self._unknown(start)
        self.groups += 1
        number = self.groups
        return Node("group", [self.alternatives()], number=number)

    def _unknown(self, start: int) -> Node:
        """Return a group of a kind that is not known: a condition, a reset of numbers."""
        conditional = self.source.startswith("?(", self.place)
        self.place = self.source.find(")", self.place) + 1 if conditional else self.place + 2
        self.alternatives()
        return self._leaf("other", self.source[start : self.place])

    def _flagged(self, letters: str, onwards: bool) -> Node | None:
        """Return a group with options, or set them for what follows."""
        before = self.flags, self.extended
        on, _, off = letters.partition("-")
        self.extended = (self.extended or "x" in on) and "x" not in off
        kept, dropped = (_sorted(self.flags.partition("-")[at] + more) for at, more in ((0, on), (2, off)))
        kept, dropped = _without(kept, off), _without(dropped, on)
        self.flags = kept + ("-" + dropped if dropped else "")
        if onwards:
            return None
        inner = self.alternatives()
        self.flags, self.extended = before
        return inner


def _sorted(letters: str) -> str:
    return "".join(sorted(set(letters) & set("ims")))


def _without(letters: str, others: str) -> str:
    return "".join([letter for letter in letters if letter not in others])


_OPENINGS: Final = (
    ("?=", "look", False), ("?!", "look", True), ("?<=", "at", False), ("?<!", "at", True), ("?>", "atom", False),
)  # fmt: skip
