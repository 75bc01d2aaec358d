"""Why a clause of a receive does not take a message: both are read as terms and compared until they differ.

A trace knows patterns and messages as text alone. What cannot be read is compared as text; a guard is known by its
text alone, so where only a guard is left, the guard is given as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

_LONGEST = 4_000  # characters that are read of a term
_DEEPEST = 50
_CLIP = 60
_WORD = re.compile(r"[^\s,{}\[\]()]+")
_ANY = re.compile(r"[a-z_]\w*\Z")
_GUARD = re.compile(r"\s+when\s")
_CLASSES = {
    "int": r"-?\d+\Z", "float": r"-?\d+\.\d", "str": '"', "bool": r"(true|false)\Z", "list": r"\[", "tuple": r"\{",
    "dict": r"%\{", "Pid": "#PID", "Reference": "#Reference", "Atom": r"(:|[A-Z]|true\Z|false\Z|nil\Z)",
}  # fmt: skip
"""Class patterns of Python scenarios, and what they match in Elixir's notation."""

Shape = Literal["tuple", "list", "map", "plain", "any", "guarded"]


class Verdict(NamedTuple):
    """Whether a clause takes a message."""

    takes: bool | None
    """``None`` where that cannot be told from the texts."""
    why: str
    """Why not; empty where it does."""


@dataclass(slots=True)
class _Term:
    shape: Shape
    text: str
    parts: list[_Term] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


class _Unreadable(Exception):
    """A text is no term that is known here."""


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def whole(self) -> _Term:
        term = self._term(0)
        self._space()
        if self._at != len(self._text):
            raise _Unreadable
        return term

    def _space(self) -> None:
        while self._text[self._at : self._at + 1] in (" ", "\n"):
            self._at += 1

    def _term(self, depth: int) -> _Term:
        if depth > _DEEPEST:
            raise _Unreadable
        self._space()
        start = self._at
        inner = self._bare(depth)
        inner.text = self._text[start : self._at]
        if _GUARD.match(self._text, self._at):
            self._skip_guard()
            return _Term("guarded", self._text[start : self._at], [inner])
        return inner

    def _bare(self, depth: int) -> _Term:
        text, at = self._text, self._at
        here = text[at : at + 1]
        if here == "{":
            return self._sequence("tuple", "}", depth)
        if here == "[":
            return self._sequence("list", "]", depth)
        if here == "%":
            return self._map(depth)
        if here in ('"', "'") and here:
            return self._quoted()
        if text.startswith(':"', at):
            self._at += 1
            return self._quoted()
        if here == "#" or text.startswith("<<", at):
            return self._angled()
        found = _WORD.match(text, at)
        word = found[0].removesuffix(":") if found else ""
        if not word:
            raise _Unreadable
        self._at += len(word)
        free = _ANY.match(word) and word not in ("true", "false", "nil") and word not in _CLASSES
        return _Term("any" if free else "plain", word)

    def _sequence(self, shape: Shape, close: str, depth: int) -> _Term:
        self._at += 1
        term = _Term(shape, "")
        while not self._closes(close):
            term.parts.append(self._term(depth + 1))
            self._comma(close)
        return term

    def _closes(self, close: str) -> bool:
        self._space()
        if self._at >= len(self._text):
            raise _Unreadable
        if self._text[self._at] != close:
            return False
        self._at += 1
        return True

    def _comma(self, close: str) -> None:
        self._space()
        here = self._text[self._at : self._at + 1]
        if here == ",":
            self._at += 1
        elif here != close:
            raise _Unreadable

    def _map(self, depth: int) -> _Term:
        opening = self._text.find("{", self._at)
        if opening < 0:
            raise _Unreadable
        term, name = _Term("map", ""), self._text[self._at + 1 : opening]
        if name:
            term.parts.append(_Term("plain", name))
            term.keys.append("__struct__")
        self._at = opening + 1
        while not self._closes("}"):
            term.keys.append(self._key(depth))
            term.parts.append(self._term(depth + 1))
            self._comma("}")
        return term

    def _key(self, depth: int) -> str:
        start = self._at
        self._term(depth + 1)
        key = self._text[start : self._at]
        self._space()
        if self._text.startswith("=>", self._at):
            self._at += 2
            return key
        if not self._text.startswith(":", self._at):
            raise _Unreadable
        self._at += 1
        return f":{key}"

    def _quoted(self) -> _Term:
        quote = self._text[self._at]
        self._at += 1
        while self._text[self._at : self._at + 1] not in (quote, ""):
            self._at += 2 if self._text[self._at] == "\\" else 1
        self._at += 1
        if self._at > len(self._text):
            raise _Unreadable
        return _Term("plain", "")

    def _angled(self) -> _Term:
        """``#PID<...>``, ``#Reference<...>``, ``<<1, 2>>``."""
        depth = 0
        while self._at < len(self._text):
            here = self._text[self._at]
            self._at += 1
            depth += (here == "<") - (here == ">")
            if here == ">" and depth == 0:
                return _Term("plain", "")
        raise _Unreadable

    def _skip_guard(self) -> None:
        """To the end of the guard: the comma or bracket that closes what it stands in."""
        depth = 0
        while self._at < len(self._text):
            here = self._text[self._at]
            if (here in ")]}" or here == ",") and depth == 0:
                return
            depth += (here in "([{") - (here in ")]}")
            self._at += 1


def judge(pattern: str, message: str) -> Verdict:
    """Return whether a clause takes a message, both as Elixir prints them.

    >>> judge("{:pong, n}", "{:ping, 1}").why
    'element 1: it wants :pong, :ping came'
    >>> judge("{:pong, n}", "{:pong, 1}").takes
    True
    >>> judge("{:pong, n} when n > 1", "{:pong, 1}")
    Verdict(takes=None, why='its guard says no: {:pong, n} when n > 1')
    """
    try:
        wanted, came = _Reader(pattern[: _LONGEST + 1]).whole(), _Reader(message[: _LONGEST + 1]).whole()
    except _Unreadable:
        return Verdict(True, "") if pattern.strip() == message.strip() else Verdict(None, "it does not match")
    guards: list[str] = []
    found = _difference(wanted, came, "", guards)
    if found:
        return Verdict(False, found)
    return Verdict(None, f"its guard says no: {', '.join(guards)}") if guards else Verdict(True, "")


def refused(patterns: Sequence[str], message: str) -> str:
    """Return why none of the clauses takes a message; empty where one does, or where any message will do.

    >>> refused(["{:pong, n}", ":stop"], "{:ping, 1}")
    '{:pong, n}: element 1: it wants :pong, :ping came; :stop: it wants :stop, {:ping, 1} came'
    """
    reasons = []
    for pattern in patterns:
        verdict = judge(pattern, message)
        if verdict.takes:
            return ""
        reasons.append(f"{_clip(pattern)}: {verdict.why}")
    return "; ".join(reasons)


def _clip(text: str) -> str:
    return text if len(text) <= _CLIP else f"{text[: _CLIP - 1]}…"


def _difference(pattern: _Term, value: _Term, where: str, guards: list[str]) -> str:
    """Return the first difference; what guards there are, which nobody can decide here, goes into *guards*."""
    if pattern.shape == "any":
        return ""
    if pattern.shape == "guarded":
        inner = _difference(pattern.parts[0], value, where, guards)
        if not inner:
            guards.append(_clip(pattern.text))
        return inner
    place = f"{where}: " if where else ""
    if pattern.shape == "plain" and pattern.text in _CLASSES:
        fits = re.match(_CLASSES[pattern.text], value.text)
        return "" if fits else f"{place}{_clip(value.text)} is no {pattern.text}"
    if pattern.shape == "plain" or pattern.shape != value.shape:
        same = pattern.text == value.text
        return "" if same else f"{place}it wants {_clip(pattern.text)}, {_clip(value.text)} came"
    if pattern.shape == "map":
        return _map_difference(pattern, value, where, guards)
    if len(pattern.parts) != len(value.parts):
        return f"{place}it wants a {pattern.shape} of {len(pattern.parts)}, one of {len(value.parts)} came"
    for number, (wanted, came) in enumerate(zip(pattern.parts, value.parts, strict=True), 1):
        found = _difference(wanted, came, _within(where, f"element {number}"), guards)
        if found:
            return found
    return ""


def _map_difference(pattern: _Term, value: _Term, where: str, guards: list[str]) -> str:
    for key, wanted in zip(pattern.keys, pattern.parts, strict=True):
        inner = _within(where, f"key {_clip(key)}")
        if key not in value.keys:
            return f"{inner} is missing"
        found = _difference(wanted, value.parts[value.keys.index(key)], inner, guards)
        if found:
            return found
    return ""


def _within(where: str, inner: str) -> str:
    return f"{where}, {inner}" if where else inner
