"""Latency: how long a signal is on its way, for the whole run or for one pair of processes.

Written as text: ``"5ms"`` (constant), ``"1ms..5ms"`` (every nanosecond between as likely),
``"exponential(5ms)"`` (mean), ``"normal(5ms, 1ms)"`` (mean and standard deviation, never negative).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log, sqrt
from random import Random
from typing import Union

from simulator.terms.durations import DurationError, nanoseconds

Draw = Callable[[Random], int]
LatencySetting = Union[int, float, str, Mapping[tuple[str, str], int | float | str]]
"""A latency for all pairs, or one for each pair of labels; ``"*"`` stands for any label."""


def distribution(text: int | float | str) -> Draw:
    """Return the function that draws latencies in nanoseconds; raises ``DurationError`` for what cannot be read.

    >>> distribution("5ms")(Random(1))
    5000000
    >>> 1_000_000 <= distribution("1ms..5ms")(Random(1)) <= 5_000_000
    True
    """
    if not isinstance(text, str):
        return _constant(nanoseconds(text))
    shape = text.strip()
    if ".." in shape:
        low, high = (nanoseconds(part) for part in shape.split("..", 1))
        if high < low:
            raise DurationError(f"a range of latencies from low to high, not {text!r}")
        return lambda random: random.randint(low, high)
    if shape.endswith(")") and "(" in shape:
        name, _, inside = shape[:-1].partition("(")
        numbers = [nanoseconds(part) for part in inside.split(",")]
        if name == "exponential" and len(numbers) == 1:
            return lambda random: round(-numbers[0] * log(1.0 - random.random()))
        if name == "normal" and len(numbers) == 2:
            return lambda random: max(0, round(numbers[0] + numbers[1] * _standard_normal(random)))
        if name == "uniform" and len(numbers) == 2 and numbers[0] <= numbers[1]:
            return lambda random: random.randint(numbers[0], numbers[1])
        raise DurationError(f"not a latency: {text!r} (exponential(mean), normal(mean, deviation), uniform(low, high))")
    return _constant(nanoseconds(shape))


def _constant(ns: int) -> Draw:
    return lambda random: ns


def _standard_normal(random: Random) -> float:
    """Draw by the polar method: only log and sqrt, which every platform rounds alike."""
    while True:
        x, y = 2.0 * random.random() - 1.0, 2.0 * random.random() - 1.0
        square = x * x + y * y
        if 0.0 < square < 1.0:
            return x * sqrt(-2.0 * log(square) / square)


class Latency:
    """The latencies of a run, drawn from a generator of their own; never reorders a pair's signals."""

    def __init__(self, setting: LatencySetting, seed: int) -> None:
        pairs = dict(setting) if isinstance(setting, Mapping) else {("*", "*"): setting}
        for pair in pairs:
            if not (isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(label, str) for label in pair)):
                raise DurationError(f"latency is given for a pair of labels ('from', 'to'), not for {pair!r}")
        self._draws = {pair: distribution(text) for pair, text in pairs.items()}
        self._random = Random(seed)
        self._last: dict[tuple[int, int], int] = {}

    def arrival(self, now: int, sender: tuple[int, str], receiver: tuple[int, str]) -> int:
        """Return when a signal sent *now* arrives; each end is a process number and its label."""
        draw = self._of(sender[1], receiver[1])
        at = now + draw(self._random) if draw is not None else now
        pair = (sender[0], receiver[0])
        last = self._last.get(pair, 0)
        if at > last:
            self._last[pair] = at
            return at
        return max(last, now)

    def _of(self, sender: str, receiver: str) -> Draw | None:
        for pair in ((sender, receiver), (sender, "*"), ("*", receiver), ("*", "*")):
            draw = self._draws.get(pair)
            if draw is not None:
                return draw
        return None

    def forget(self, number: int) -> None:
        """Drop what is known of a process that has ended and can send no more."""
        for pair in [pair for pair in self._last if pair[0] == number]:
            del self._last[pair]
