"""Why a clause of a receive does not take a message: both are read as terms and compared until they differ.

A trace knows patterns and messages as text alone. What cannot be read is compared as text; of a guard, and of a
variable that is pinned, the text alone is known, so where only these are left, they are given as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from simulator.trace.why.terms import CLASSES, Term, Unreadable, read

_CLIP = 60
_UNREAD = "it does not match"
_GUARD = "its guard says no"


class Verdict(NamedTuple):
    """Whether a clause takes a message."""

    takes: bool | None
    """``None`` where that cannot be told from the texts."""
    why: str
    """Why not; empty where it does."""


def judge(pattern: str, message: str) -> Verdict:
    """Return whether a clause takes a message, both as Elixir prints them.

    >>> judge("{:pong, n}", "{:ping, 1}").why
    'element 1: it wants :pong, :ping came'
    >>> judge("{:pong, n}", "{:pong, 1}").takes
    True
    >>> judge("{:pong, n} when n > 1", "{:pong, 1}")
    Verdict(takes=None, why='its guard says no')
    """
    try:
        wanted, came = read(pattern), read(message)
    except Unreadable:
        return Verdict(True, "") if pattern.strip() == message.strip() else Verdict(None, _UNREAD)
    doubts: list[str] = []
    found = _difference(wanted, came, "", doubts)
    if found:
        return Verdict(False, found)
    if wanted.shape == "guarded" and len(doubts) == 1:
        return Verdict(None, _GUARD)
    return Verdict(None, " or ".join(doubts)) if doubts else Verdict(True, "")


def refused(patterns: Sequence[str], message: str) -> str:
    """Return why none of the clauses takes a message; empty where one does, or where any message will do.

    >>> refused(["{:pong, n}", ":stop"], "{:ping, 1}")
    '{:pong, n}: element 1: it wants :pong, :ping came; it wants :stop, {:ping, 1} came'
    """
    reasons = []
    for pattern in patterns:
        verdict = judge(pattern, message)
        if verdict.takes:
            return ""
        told = verdict.why.startswith(f"it wants {_clip(pattern)}, ")
        reasons.append(verdict.why if told else f"{_clip(pattern)}: {verdict.why}")
    return "; ".join(reasons)


def could_take(patterns: Sequence[str], message: str) -> bool:
    """Return whether one of the clauses takes a message, or may do so, for all that can be read of it.

    >>> could_take(["{:pong, ^n}"], "{:pong, 1}"), could_take(["{:pong, ^n}"], "{:ping, 1}")
    (True, False)
    """
    verdicts = [judge(pattern, message) for pattern in patterns]
    return not patterns or any(each.takes or (each.takes is None and each.why != _UNREAD) for each in verdicts)


def _clip(text: str) -> str:
    return text if len(text) <= _CLIP else f"{text[: _CLIP - 1]}…"


def _difference(pattern: Term, value: Term, where: str, doubts: list[str]) -> str:
    """Return the first difference; what nobody can decide here, guards and pinned variables, goes into *doubts*."""
    if pattern.shape == "any":
        return ""
    if pattern.text.startswith("^"):
        doubts.append(f"{where}: {_clip(value.text)} is not {pattern.text}" if where else f"it is not {pattern.text}")
        return ""
    if pattern.shape == "guarded":
        inner = _difference(pattern.parts[0], value, where, doubts)
        if not inner:
            doubts.append(f"{_GUARD}: {_clip(pattern.text)}")
        return inner
    place = f"{where}: " if where else ""
    if pattern.shape == "plain" and pattern.text in CLASSES:
        fits = re.match(CLASSES[pattern.text], value.text)
        return "" if fits else f"{place}{_clip(value.text)} is no {pattern.text}"
    if pattern.shape == "plain" or pattern.shape != value.shape:
        same = pattern.text == value.text
        return "" if same else f"{place}it wants {_clip(pattern.text)}, {_clip(value.text)} came"
    if pattern.shape == "map":
        return _map_difference(pattern, value, where, doubts)
    if pattern.name != value.name and pattern.shape == "call":
        return f"{place}it wants {_clip(pattern.text)}, {_clip(value.text)} came"
    if len(pattern.parts) != len(value.parts):
        return f"{place}it wants a {pattern.shape} of {len(pattern.parts)}, one of {len(value.parts)} came"
    for number, (wanted, came) in enumerate(zip(pattern.parts, value.parts, strict=True), 1):
        found = _difference(wanted, came, _within(where, f"element {number}"), doubts)
        if found:
            return found
    return ""


def _map_difference(pattern: Term, value: Term, where: str, doubts: list[str]) -> str:
    for key, wanted in zip(pattern.keys, pattern.parts, strict=True):
        inner = _within(where, f"key {_clip(key)}")
        if key not in value.keys:
            return f"{inner} is missing"
        found = _difference(wanted, value.parts[value.keys.index(key)], inner, doubts)
        if found:
            return found
    return ""


def _within(where: str, inner: str) -> str:
    return f"{where}, {inner}" if where else inner
