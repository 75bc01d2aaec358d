"""Labels that are given from outside: what a run is told beforehand that its processes are to be called."""

from __future__ import annotations

from collections.abc import Mapping


class Labels:
    """Labels by what a process is known by: its function, with or without its arity, or a registered name.

    ``{n}`` in a label is the running number of those that it was given to, from 1.

    >>> labels = Labels({"cook/1": "the cook", "guest": "guest {n}"})
    >>> [labels.of(known) for known in (("cook/1", "cook"), ("guest/2", "guest"), ("guest/0", "guest"), ("main/0",))]
    ['the cook', 'guest 1', 'guest 2', None]
    """

    __slots__ = ("_given", "_texts")

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._given: dict[str, int] = {}

    def of(self, known: tuple[str, ...]) -> str | None:
        """Return the label of a process that is known by one of these, and count it; None where there is none."""
        for each in known:
            text = self._texts.get(each)
            if text is not None:
                number = self._given[each] = self._given.get(each, 0) + 1
                return text.replace("{n}", str(number))
        return None
