"""Why a clause of a receive does not take a message: both are read as terms and compared until they differ.

A trace knows patterns and messages as text alone. What cannot be read is compared as text; a guard is known by its
text alone, so where only a guard is left, the guard is given as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from simulator.trace.why.terms import CLASSES, Term, Unreadable, read

_CLIP = 60


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
    Verdict(takes=None, why='its guard says no: {:pong, n} when n > 1')
    """
    try:
        wanted, came = read(pattern), read(message)
    except Unreadable:
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


def _difference(pattern: Term, value: Term, where: str, guards: list[str]) -> str:
    """Return the first difference; what guards there are, which nobody can decide here, goes into *guards*."""
    if pattern.shape == "any":
        return ""
    if pattern.shape == "guarded":
        inner = _difference(pattern.parts[0], value, where, guards)
        if not inner:
            guards.append(_clip(pattern.text))
        return inner
    place = f"{where}: " if where else ""
    if pattern.shape == "plain" and pattern.text in CLASSES:
        fits = re.match(CLASSES[pattern.text], value.text)
        return "" if fits else f"{place}{_clip(value.text)} is no {pattern.text}"
    if pattern.shape == "plain" or pattern.shape != value.shape:
        same = pattern.text == value.text
        return "" if same else f"{place}it wants {_clip(pattern.text)}, {_clip(value.text)} came"
    if pattern.shape == "map":
        return _map_difference(pattern, value, where, guards)
    if pattern.name != value.name and pattern.shape == "call":
        return f"{place}it wants {_clip(pattern.text)}, {_clip(value.text)} came"
    if len(pattern.parts) != len(value.parts):
        return f"{place}it wants a {pattern.shape} of {len(pattern.parts)}, one of {len(value.parts)} came"
    for number, (wanted, came) in enumerate(zip(pattern.parts, value.parts, strict=True), 1):
        found = _difference(wanted, came, _within(where, f"element {number}"), guards)
        if found:
            return found
    return ""


def _map_difference(pattern: Term, value: Term, where: str, guards: list[str]) -> str:
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
