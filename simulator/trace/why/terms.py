"""Terms, as Elixir prints them, read back into their parts: what is compared is read by this alone.

A trace knows patterns, messages and states as text. :func:`read` takes what it knows and refuses the rest;
:func:`read_state` takes anything: what it does not know is one part, up to the comma or bracket that ends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

CLASSES = {
    "int": r"-?\d+\Z", "float": r"-?\d+\.\d", "str": '"', "bool": r"(true|false)\Z", "list": r"\[", "tuple": r"\{",
    "dict": r"%\{", "Pid": "#PID", "Reference": "#Reference", "Atom": r"(:|[A-Z]|true\Z|false\Z|nil\Z)",
}  # fmt: skip
"""Class patterns of Python scenarios, and what they match in Elixir's notation."""

_LONGEST = 4_000  # characters that are read of a term
_DEEPEST = 50
_CUT = "..."  # ends what a trace holds the beginning of
_WORD = re.compile(r"[^\s,{}\[\]()]+")
_KEYWORD = re.compile(r"(\w+[?!]?|\"(?:[^\"\\]|\\.)*\"):\s")
_CALLED = re.compile(r"[A-Z][\w.]*\(")
_ANY = re.compile(r"[a-z_]\w*\Z")
_GUARD = re.compile(r"\s+when\s")
_CLOSES = {"(": ")", "[": "]", "{": "}"}

Shape = Literal["tuple", "list", "map", "plain", "any", "guarded", "call"]


class Unreadable(Exception):
    """A text is no term that is known here."""


@dataclass(slots=True)
class Term:
    """A term, or a pattern, and what it is made of."""

    shape: Shape
    """What it is; ``any``: a pattern of everything; ``guarded``: its part, with a guard; ``call``: ``Name(...)``."""
    text: str
    """Its text."""
    parts: list[Term] = field(default_factory=list)
    """Its elements, the values of a map, the arguments of a call."""
    keys: list[str] = field(default_factory=list)
    """The keys of a map, one for each part; an atom with its colon."""
    name: str = ""
    """The struct, or what is called; of an element of a keyword list its key."""
    cut: bool = False
    """The trace does not hold all of it."""


def read(text: str) -> Term:
    """Return the parts of a term or a pattern; raises :class:`Unreadable` for what is neither.

    >>> [part.text for part in read("{:ok, [1, 2], %{a: 1}}").parts]
    [':ok', '[1, 2]', '%{a: 1}']
    """
    return _Reader(text[: _LONGEST + 1], lenient=False).whole()


@lru_cache(maxsize=64)
def read_state(text: str) -> Term:
    """Return the parts of a state, of which the trace may hold the beginning alone. Nobody may change them.

    >>> state = read_state('%{jobs: [1, 2, 3, 4...')
    >>> state.cut, state.parts[0].text, [part.text for part in state.parts[0].parts]
    (True, '[1, 2, 3, 4', ['1', '2', '3'])
    """
    cut = text.endswith(_CUT)
    try:
        return _Reader(text.removesuffix(_CUT) if cut else text, lenient=True).whole()
    except Unreadable:
        return Term("plain", text, cut=cut)


class _Reader:
    def __init__(self, text: str, lenient: bool) -> None:
        self._text = text
        self._lenient = lenient
        self._at = 0

    def whole(self) -> Term:
        term = self._term(0)
        self._space()
        if self._at != len(self._text):
            raise Unreadable
        return term

    def _space(self) -> None:
        while self._text[self._at : self._at + 1] in (" ", "\n"):
            self._at += 1

    def _term(self, depth: int) -> Term:
        if depth > _DEEPEST:
            raise Unreadable
        self._space()
        start = self._at
        inner = self._bare(depth)
        inner.text = self._text[start : self._at]
        if not self._lenient and _GUARD.match(self._text, self._at):
            self._skip(guard=True)
            return Term("guarded", self._text[start : self._at], [inner])
        return inner

    def _bare(self, depth: int) -> Term:
        text, at = self._text, self._at
        here = text[at : at + 1]
        if here == "{":
            return self._sequence("tuple", depth)
        if here == "[":
            return self._sequence("list", depth)
        if here == "%":
            return self._map(depth)
        if here in ('"', "'") and here:
            return self._quoted()
        if text.startswith(':"', at):
            self._at += 1
            return self._quoted()
        if here == "#" or text.startswith("<<", at):
            return self._angled()
        called = _CALLED.match(text, at)
        if called:
            self._at = called.end() - 1
            term = self._sequence("call", depth)
            term.name = called[0][:-1]
            return term
        found = _WORD.match(text, at)
        word = found[0].removesuffix(":") if found else ""
        if not word:
            raise Unreadable
        self._at += len(word)
        free = not self._lenient and _ANY.match(word) and word not in ("true", "false", "nil") and word not in CLASSES
        return Term("any" if free else "plain", word)

    # -- what has elements

    def _sequence(self, shape: Shape, depth: int) -> Term:
        close = _CLOSES[self._text[self._at]]
        self._at += 1
        term = Term(shape, "")
        while not self._closes(close, term):
            self._space()
            keyword = _KEYWORD.match(self._text, self._at)
            if keyword:
                self._at = keyword.end()
                part = self._pair(f":{keyword[1]}", self._element(close, depth))
            else:
                part = self._element(close, depth)
            self._add(part, term)
        return term

    def _pair(self, key: str, value: Term) -> Term:
        """An element of a keyword list, which is a tuple of two."""
        return Term("tuple", f"{key[1:]}: {value.text}", [Term("plain", key), value], name=key)

    def _element(self, close: str, depth: int) -> Term:
        """An element, up to the comma behind it; where that is not where it should be, all up to there is one."""
        start = self._at
        try:
            part = self._term(depth + 1)
            self._comma(close)
            return part
        except Unreadable:
            if not self._lenient:
                raise
        self._at = start
        self._skip(guard=False)
        part = Term("plain", self._text[start : self._at].strip())
        self._comma(close)
        return part

    def _add(self, part: Term, into: Term, key: str | None = None) -> None:
        """Take a part in; the last one that the trace holds may be the beginning of another."""
        ends = self._lenient and self._at >= len(self._text) and part.shape == "plain"
        if ends or part.text == _CUT:
            into.cut = True
            return
        into.cut = into.cut or part.cut
        into.parts.append(part)
        if key is not None:
            into.keys.append(key)

    def _closes(self, close: str, term: Term) -> bool:
        self._space()
        if self._at >= len(self._text):
            if not self._lenient:
                raise Unreadable
            term.cut = True
            return True
        if self._text[self._at] != close:
            return False
        self._at += 1
        return True

    def _comma(self, close: str) -> None:
        self._space()
        here = self._text[self._at : self._at + 1]
        if here == ",":
            self._at += 1
        elif here != close and (here or not self._lenient):
            raise Unreadable

    def _map(self, depth: int) -> Term:
        opening = self._text.find("{", self._at)
        if opening < 0:
            raise Unreadable
        term = Term("map", "", name=self._text[self._at + 1 : opening])
        if term.name:
            term.parts.append(Term("plain", term.name))
            term.keys.append("__struct__")
        self._at = opening + 1
        while not self._closes("}", term):
            key = self._key(depth)
            if not key:
                term.cut = True
                continue
            self._space()
            self._add(self._element("}", depth), term, key)
        return term

    def _key(self, depth: int) -> str:
        """The key of a map; empty where the text ends in it."""
        start = self._at
        keyword = _KEYWORD.match(self._text, start)
        if keyword:
            self._at = keyword.end()
            return f":{keyword[1]}"
        if self._text.startswith(_CUT, start):
            self._at += len(_CUT)
            return ""
        self._term(depth + 1)
        key = self._text[start : self._at]
        self._space()
        if self._text.startswith("=>", self._at):
            self._at += 2
            return key
        if self._lenient and self._at + 1 >= len(self._text):
            self._at = len(self._text)
            return ""
        raise Unreadable

    # -- what has none

    def _quoted(self) -> Term:
        quote = self._text[self._at]
        self._at += 1
        while self._text[self._at : self._at + 1] not in (quote, ""):
            self._at += 2 if self._text[self._at] == "\\" else 1
        self._at += 1
        if self._at > len(self._text):
            if not self._lenient:
                raise Unreadable
            self._at = len(self._text)
        return Term("plain", "")

    def _angled(self) -> Term:
        """``#PID<...>``, ``#Reference<...>``, ``<<1, 2>>``."""
        depth = 0
        while self._at < len(self._text):
            here = self._text[self._at]
            self._at += 1
            depth += (here == "<") - (here == ">")
            if here == ">" and depth == 0:
                return Term("plain", "")
        if not self._lenient:
            raise Unreadable
        return Term("plain", "")

    def _skip(self, guard: bool) -> None:
        """To the end of a guard, or of what is not known: the comma or bracket that closes what it stands in."""
        depth = 0
        while self._at < len(self._text):
            here = self._text[self._at]
            if (here in ")]}" or here == ",") and depth == 0:
                return
            if here == '"' and not guard:
                self._quoted()
                continue
            depth += (here in "([{") - (here in ")]}")
            self._at += 1
