"""Search of an expression that may go back far, in a time that grows with the length of the text alone.

What an expression finds at a place depends on nothing that was found before, so it is worked out once for each place
and each of its parts, from the end of the text to its start: where it ends, or that it fails. The first way that does
not fail is the one that a matcher which goes back would take, so that what is found is the same, groups and all.

The steps that PCRE would take are reckoned on the way, as the sum of those of the parts that follow. Where they are
more than it allows from one place, its search is given up, and finds nothing.

What is not known of an expression (references to groups, calls, conditions) cannot be searched for here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final

from simulator.elixir.library.string.automaton import AT, ATOM, CHAR, END, FAIL, LOOK, SAVE, SPLIT, Automaton
from simulator.elixir.library.string.expression import Node

MATCH_LIMIT: Final = 10_000_000
"""How many steps PCRE takes from one place before it gives up, in OTP."""
_ENOUGH: Final = MATCH_LIMIT + 1
_KEPT: Final = 10_000
"""How much is remembered of earlier searches."""


class Found:
    """A match, with what is asked of one of the ``regex`` package."""

    def __init__(self, program: Any, text: str, spans: list[tuple[int, int]]) -> None:
        self.re, self.string, self._spans = program, text, spans

    def _number(self, key: int | str) -> int:
        number: int = key if key.__class__ is int else self.re.groupindex[key]
        if not 0 <= number < len(self._spans):
            raise IndexError("no such group")
        return number

    def span(self, key: int | str = 0) -> tuple[int, int]:
        """Return where a group begins and ends, -1 for one that took no part."""
        return self._spans[self._number(key)]

    def start(self) -> int:
        """Return where the match begins."""
        return self._spans[0][0]

    def end(self) -> int:
        """Return where the match ends."""
        return self._spans[0][1]

    def group(self, key: int | str = 0) -> str | None:
        """Return the text of a group, None for one that took no part."""
        start, end = self.span(key)
        return None if start < 0 else self.string[start:end]

    __getitem__ = group


class Searcher:
    """An expression that can be searched for in this way.

    Raises :class:`~simulator.elixir.library.string.automaton.Unknown` and
    :class:`~simulator.elixir.library.string.automaton.TooLarge`.

    >>> import regex
    >>> from simulator.elixir.library.string.expression import parsed
    >>> program = regex.compile(r"(a|aa)+$")
    >>> searcher = Searcher(program, parsed(program.pattern))
    >>> [found.span(1) for found in searcher.all("aaa", 0, lambda steps: None)]
    [(2, 3)]
    >>> list(searcher.all("a" * 40 + "b", 0, lambda steps: None))  # PCRE gives up
    []
    """

    def __init__(self, program: Any, tree: Node) -> None:
        self.program, self._flags = program, program.flags
        automaton = Automaton(tree)
        self.parts = automaton.parts
        self.size = len(automaton.parts)
        self.starts = automaton.starts
        self.ends = [at for at, part in enumerate(self.parts) if part[0] == END]
        self.order = [self._known(at) for at in automaton.ordered() if self.parts[at][0] not in (CHAR, END, FAIL)]
        self._letters = [(at, part[1], part[2]) for at, part in enumerate(self.parts) if part[0] == CHAR]

    def _known(self, at: int) -> tuple[Any, ...]:
        """Return a part with its number, and what tells whether it holds at a place."""
        part = self.parts[at]
        return (at, *part, _place(part[1], self._flags)) if part[0] == AT else (at, *part)

    def all(self, text: str, offset: int, count: Callable[[int], None]) -> Iterator[Found]:
        """Return the matches from a place on, one after the other; *count* is told of the steps that this takes."""
        count((len(text) - offset + 1) * self.size)
        columns = _Columns(self, text, offset, count)
        place, after_nothing = offset, False
        while place <= len(text):
            cost, end = columns.begun(place, after_nothing)
            if cost > MATCH_LIMIT:
                return
            if end >= 0:
                yield Found(self.program, text, columns.spans(self.starts[not after_nothing], place, end))
                after_nothing = end == place
                place = end
            else:
                place, after_nothing = place + 1, False

    def matching(self, letter: str) -> list[tuple[int, int]]:
        """Return the parts that take a letter, and what each goes on with."""
        return [(at, after) for at, text, after in self._letters if _takes(text, self._flags, letter)]


_BLOCK: Final = 1_000
"""For so many places in a row all is kept that was found, while a match is followed there."""

_Column = tuple[list[int], list[int]]
"""The steps of each part at a place, and where what begins there ends, or -1."""


class _Columns:
    """What the parts of an expression find at the places of a text."""

    def __init__(self, searcher: Searcher, text: str, offset: int, count: Callable[[int], None]) -> None:
        self.searcher, self.text, self.count = searcher, text, count
        self._matching: dict[str, list[tuple[int, int]]] = {}
        self._begun: list[tuple[int, int, int, int]] = []
        self._kept: list[dict[int, tuple[int, int]]] = []
        self._block: list[_Column] = []
        self._blocks: dict[int, _Column] = {}
        """By the place where a block ends, what is found just behind it."""
        self._last = -1
        column: _Column = ([], [])
        kept = [part[3] for part in searcher.parts if part[0] == ATOM]
        for place in range(len(text), offset - 1, -1):
            if place % _BLOCK == _BLOCK - 1:
                self._blocks[place] = column
            cost, end = column = self._column(place, column)
            first, second = searcher.starts
            self._begun.append((cost[first], end[first], cost[second], end[second]))
            if kept:
                self._kept.append({at: (cost[at], end[at]) for at in kept})

    def begun(self, place: int, some: bool) -> tuple[int, int]:
        """Return the steps of a search at a place, and where it ends, or -1: of *some* letters, or maybe none."""
        begun = self._begun[len(self.text) - place]
        return begun[:2] if some else begun[2:]

    def ends(self, place: int) -> list[int]:
        """Return where the parts that begin at a place end."""
        last = min(len(self.text), place - place % _BLOCK + _BLOCK - 1)
        if last != self._last:
            first = place - place % _BLOCK
            self.count((last - first + 1) * self.searcher.size)
            column = self._blocks.get(last, ([], []))
            self._last, self._block = last, []
            for at in range(last, first - 1, -1):
                if len(self.text) - at >= len(self._begun):
                    break
                column = self._column(at, column)
                self._block.append(column)
        return self._block[last - place][1]

    def _column(self, place: int, later: _Column) -> _Column:
        """Return what is found at a place, by what is found at the next one."""
        searcher, text = self.searcher, self.text
        cost, end = [0] * searcher.size, [-1] * searcher.size
        for at in searcher.ends:
            end[at] = place
        if place < len(text):
            letter = text[place]
            takers = self._matching.get(letter)
            if takers is None:
                takers = self._matching[letter] = searcher.matching(letter)
            later_cost, later_end = later
            for at, after in takers:
                cost[at] = later_cost[after]
                end[at] = later_end[after]
        self._reckon_here(searcher.order, place, cost, end)
        return cost, end

    def _reckon_here(self, order: list[Any], place: int, cost: list[int], end: list[int]) -> None:
        """Work out the parts that take no letter, at a place, after those that they go on with."""
        text = self.text
        for part in order:
            at, kind = part[0], part[1]
            if kind == SPLIT:
                taken = 0
                for way in part[2]:
                    taken += cost[way] + 1
                    if end[way] >= 0:
                        end[at] = end[way]
                        break
                cost[at] = taken if taken < _ENOUGH else _ENOUGH
            elif kind == SAVE:
                cost[at], end[at] = cost[part[3]], end[part[3]]
            elif kind == AT:
                if part[4](text, place):
                    cost[at], end[at] = cost[part[3]], end[part[3]]
            elif kind == LOOK:
                cost[at] = cost[part[2]] + 1
                if (end[part[2]] < 0) == part[4]:
                    cost[at] += cost[part[3]]
                    end[at] = end[part[3]]
            elif kind == ATOM:
                cost[at] = cost[part[2]] + 1
                found = end[part[2]]
                if found == place:
                    cost[at] += cost[part[3]]
                    end[at] = end[part[3]]
                elif found > place:
                    more, then = self._kept[len(text) - found][part[4]]
                    cost[at] += more
                    end[at] = then

    def spans(self, part: int, place: int, end: int) -> list[tuple[int, int]]:
        """Return where the match that begins at a part and its groups begin and end."""
        spans = [(-1, -1)] * (self.searcher.program.groups + 1)
        if len(spans) > 1:
            self._walk(part, place, spans)
        spans[0] = (place, end)
        return spans

    def _walk(self, at: int, place: int, spans: list[tuple[int, int]]) -> int:
        """Go the way that does not fail; return where it ends."""
        opened: dict[int, int] = {}
        parts = self.searcher.parts
        began = place
        while True:
            part = parts[at]
            kind = part[0]
            if kind == CHAR:
                at, place = part[2], place + 1
            elif kind == SPLIT:
                ends = self.ends(place)
                at = next(way for way in part[1] if ends[way] >= 0)
            elif kind == SAVE:
                if part[1] > 0:
                    opened[part[1]] = place
                else:
                    spans[-part[1]] = (opened[-part[1]], place)
                at = part[2]
            elif kind == AT:
                at = part[2]
            elif kind == LOOK:
                if not part[3]:
                    self._walk(part[1], place, spans)
                at = part[2]
            elif kind == ATOM:
                end = self._walk(part[1], place, spans)
                at, place = part[2 if end == place else 3], end
            else:
                self.count(place - began)
                return place


@lru_cache(maxsize=_KEPT)
def _letter(source: str, flags: int) -> Any:
    import regex

    return regex.compile(source, flags).match


@lru_cache(maxsize=_KEPT)
def _takes(source: str, flags: int, letter: str) -> bool:
    """Return whether a part of an expression takes a letter."""
    return _letter(source, flags)(letter) is not None


@lru_cache(maxsize=_KEPT)
def _place(source: str, flags: int) -> Callable[[str, int], Any]:
    """Return what tells whether a part of an expression that takes no letter holds at a place."""
    import regex

    found: Callable[[str, int], Any] = regex.compile(source, flags).match
    return found
