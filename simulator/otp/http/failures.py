"""Failures of a simulated service: which requests fail, and how."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from simulator.terms import Atom, inspect


class Failures:
    """Failures by reason: a rate (``0.05``), the number of a request (``3``: the third), or several (``[3, 4]``).

    >>> from simulator.terms import atom
    >>> failures = Failures({atom.closed: 2, atom.timeout: 0.0})
    >>> [failures.of(number, Random(1)) for number in (1, 2, 3)]
    [None, :closed, None]
    """

    __slots__ = ("_numbered", "_rates")

    def __init__(self, given: Mapping[Atom, Any] | None) -> None:
        self._rates: list[tuple[Atom, float]] = []
        self._numbered: dict[int, Atom] = {}
        if not isinstance(given, Mapping) and given is not None:
            raise ValueError(f"failures are given by reason, as in {{atom.timeout: 0.1}}: {inspect(given)}")
        for reason, when in (given or {}).items():
            if not isinstance(reason, Atom):
                raise ValueError(f"the reason of a failure is an atom such as :timeout: {inspect(reason)}")
            if isinstance(when, float):
                if not 0 <= when <= 1:
                    raise ValueError(f"the rate of a failure is between 0.0 and 1.0: {when}")
                self._rates.append((reason, when))
                continue
            for number in when if isinstance(when, (list, tuple, range)) else (when,):
                if number.__class__ is not int or number < 1:
                    raise ValueError(f"a request that fails is given by its number, from 1 on: {inspect(number)}")
                self._numbered[number] = reason
        if sum(rate for _, rate in self._rates) > 1:
            raise ValueError("the rates of all failures together are at most 1.0")

    def of(self, number: int, random: Random) -> Atom | None:
        """Return the reason for which the request of this number fails, or None."""
        if number in self._numbered:
            return self._numbered[number]
        if self._rates:
            drawn = random.random()
            for reason, rate in self._rates:
                drawn -= rate
                if drawn < 0:
                    return reason
        return None
