"""How often an expression may go back to the same place.

A matcher that goes back tries every way in which an expression can have come to a place before it fails. How many there
are at worst is told by its letters: which of them follow each other, and which can be the same letter of a text.

* Two ways from a letter around to itself by the same text: each turn doubles the ways (``(a+)+$``, ``(a|aa)+$``).
* Two repeats after each other that take the same letters: as many ways as the text is long, once more (``a*a*b``). So
  is the search itself, which begins at each place.
* Two ways that part and meet again, without a repeat: they double the ways once (``a?a?a?aaa``).

Where an expression may end at once, nothing fails any more. Source: the theory of ambiguous automata (Weber and Seidl).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from simulator.elixir.library.string.automaton import AT, CHAR, END, LOOK, SPLIT, Automaton, TooLarge
from simulator.elixir.library.string.expression import Node

_SAMPLES: Final = "".join(map(chr, range(256))) + "ĞЖ中\u2028\u0663😀"
"""Letters that stand for all others: some are of each kind that an expression can tell apart."""
_MANY: Final = 400
"""How many letters an expression may have to be looked at closely."""
_PAIRS: Final = 200_000
"""How many pairs of letters are looked at."""
_KEPT: Final = 1_000
"""How much is remembered of earlier expressions."""
_CERTAIN: Final = 60
"""As many doublings as no search gets through."""


class Ambiguity:
    """How many ways an expression has, by the length of a text and of the runs of the letters that it repeats."""

    def __init__(self, tree: Node, flags: int) -> None:
        self.flags = flags
        self.everything = False
        """Whether it is too large to be looked at closely."""
        self.loops: list[_Loop] = []
        self.degree = 0
        self._explodes = False
        self.doubles = 0
        """How often ways part and meet again without a repeat."""
        try:
            self._find(_Letters(tree, flags))
        except (TooLarge, RecursionError):
            self.everything = True

    def _find(self, letters: _Letters) -> None:
        repeats = letters.repeats()
        self.doubles = letters.meetings()
        runs: dict[int, _Loop] = {}
        for first in repeats:
            inside = [at for at in repeats if repeats[at] == repeats[first]]
            if repeats[first] == first:
                texts = None if first == 0 else sorted({letters.texts[at] for at in inside})
                runs[first] = _Loop(texts, letters.doubles(inside), [])
        for each in runs:
            runs[each].before = [runs[other] for other in letters.sharing(each, repeats)]
        self.loops = list(runs.values())
        self._explodes = any(loop.doubles for loop in self.loops)
        depths: dict[int, int] = {}
        self.degree = max([loop.depth(depths) for loop in self.loops], default=0)

    def ways(self, text: str) -> int:
        """Return how many steps a search takes at worst in this text."""
        length = len(text)
        if self.everything:
            return 1 << min(length, _CERTAIN)
        most: int = max(length, length**self.degree) << min(self.doubles, length, _CERTAIN)
        if most <= _FEW and not self._explodes:
            return most
        known: dict[int, int] = {}
        ways: list[int] = [loop.ways(text, self.flags, known) for loop in self.loops]
        return max(length, *ways) << min(self.doubles, length, _CERTAIN)


_FEW: Final = 20_000
"""So few steps need not be told more exactly."""


class _Loop:
    """Letters that are repeated: their sources, or None for the places where a search begins."""

    def __init__(self, texts: list[str] | None, doubles: bool, before: list[_Loop]) -> None:
        self.texts, self.doubles, self.before = texts, doubles, before

    def depth(self, known: dict[int, int]) -> int:
        """Return how many repeats before this one share its letters, and itself."""
        found = known.get(id(self))
        if found is None:
            found = known[id(self)] = 1 + max([loop.depth(known) for loop in self.before], default=0)
        return found

    def ways(self, text: str, flags: int, known: dict[int, int]) -> int:
        """Return how many ways there are to this repeat and through it."""
        found = known.get(id(self))
        if found is None:
            run = len(text) if self.texts is None else _longest(tuple(self.texts), flags, text)
            before = max([loop.ways(text, flags, known) for loop in self.before], default=1)
            found = known[id(self)] = max(run, 1) * before << (min(run, _CERTAIN) if self.doubles else 0)
        return found


def _longest(texts: tuple[str, ...], flags: int, text: str) -> int:
    """Return how many letters, of those that these sources match, come one after the other."""
    longest: int = max(map(len, _runs(texts, flags)(text)), default=0)
    return longest


@lru_cache(maxsize=_KEPT)
def _runs(texts: tuple[str, ...], flags: int) -> Any:
    import regex

    return regex.compile(f"(?:{'|'.join(texts)})+", flags).findall


class _Letters:
    """The letters of an expression, by number, and which of them follow which; 0 is where a search begins."""

    def __init__(self, tree: Node, flags: int) -> None:
        self.automaton = automaton = Automaton(tree, loose=True)
        self._ways: dict[int, tuple[dict[int, int], bool]] = {}
        for at in automaton.ordered():
            self._ways[at] = self._from(at)
        chars = [at for at, part in enumerate(automaton.parts) if part[0] == CHAR and not self._ways[part[2]][1]]
        if len(chars) > _MANY:
            raise TooLarge
        self._pairs_left = _PAIRS
        number = {at: place for place, at in enumerate(chars, 1)}
        self.texts = ["", *[automaton.parts[at][1] for at in chars]]
        samples = _SAMPLES + "".join(sorted({letter for text in self.texts for letter in text}))
        self.masks = [-1, *[_mask(text, flags, samples) for text in self.texts[1:]]]
        firsts = self._numbered(self._ways[automaton.starts[1]][0], number)
        self.after = [firsts] + [self._numbered(self._ways[automaton.parts[at][2]][0], number) for at in chars]
        if not _anchored(tree):
            self.after[0][0] = 1
        self.reached = self._reached()

    @staticmethod
    def _numbered(ways: dict[int, int], number: dict[int, int]) -> dict[int, int]:
        return {number[at]: times for at, times in ways.items() if at in number}

    def _from(self, at: int) -> tuple[dict[int, int], bool]:
        """Return which letters come first from a part, each in how many ways, and whether the end is there at once."""
        part = self.automaton.parts[at]
        if part[0] == CHAR:
            return {at: 1}, False
        ways: dict[int, int] = {}
        ends = part == (END,)
        for each in self.automaton.here(at):
            more, end = self._ways[each]
            for letter, times in more.items():
                ways[letter] = min(2, ways.get(letter, 0) + times)
            ends = ends or (end and part[0] == SPLIT)
        return ways, ends and part[0] not in (AT, LOOK)

    def _reached(self) -> list[int]:
        """Return for each letter those that come after it at some time, as bits."""
        reached = [sum([1 << at for at in after]) for after in self.after]
        for middle in range(len(reached)):
            bit, more = 1 << middle, reached[middle]
            for at, known in enumerate(reached):
                if known & bit:
                    reached[at] = known | more
        return reached

    def repeats(self) -> dict[int, int]:
        """Return of the letters that come again the first of those that come again with it."""
        again = [at for at, known in enumerate(self.reached) if known >> at & 1]
        return {at: next(o for o in again if self.reached[at] >> o & 1 and self.reached[o] >> at & 1) for at in again}

    def doubles(self, inside: list[int]) -> bool:
        """Return whether there are two ways around in a repeat by the same text."""
        return any(True for _ in self._meetings(frozenset(inside)))

    def meetings(self) -> int:
        """Return at how many letters two ways meet that are by the same text, where no repeat is why."""
        met = self._meetings(frozenset(range(len(self.texts))))
        return len({to for to, before in met if not any(self.reached[to] >> at & 1 for at in before)})

    def _meetings(self, inside: frozenset[int]) -> Iterable[tuple[int, tuple[int, int]]]:
        """Return the letters among *inside* at which two ways through *inside* meet that were one before.

        With each come the letters before it.
        """
        seen: set[tuple[int, int]] = set()
        todo = [(at, at) for at in sorted(inside)]
        while todo:
            one, other = todo.pop()
            for left, right in self._pairs(one, other, inside):
                if left == right:
                    if one != other or self.after[one][left] > 1:
                        yield left, (one, other)
                elif (left, right) not in seen:
                    seen.add((left, right))
                    todo.append((left, right))

    def _pairs(self, one: int, other: int, inside: frozenset[int]) -> Iterable[tuple[int, int]]:
        self._pairs_left -= len(self.after[one]) * len(self.after[other])
        if self._pairs_left < 0:
            raise TooLarge
        for left in self.after[one]:
            if left in inside:
                for right in self.after[other]:
                    if right in inside and self.masks[left] & self.masks[right]:
                        yield (left, right) if left < right else (right, left)

    def sharing(self, at: int, repeats: dict[int, int]) -> list[int]:
        """Return the repeats before the one of this letter that can take the same letters, and those on the way too."""
        found = []
        here = [each for each in repeats if repeats[each] == repeats[at]]
        mask = self._mask(here)
        for other in repeats:
            if repeats[other] != other or other == repeats[at] or not self.reached[other] >> at & 1:
                continue
            there = [each for each in repeats if repeats[each] == other]
            common = mask & self._mask(there)
            if common and self._way(there, set(here), common):
                found.append(other)
        return found

    def _mask(self, letters: list[int]) -> int:
        mask = 0
        for each in letters:
            mask |= self.masks[each]
        return mask

    def _way(self, starts: list[int], ends: set[int], common: int) -> bool:
        """Return whether there is a way that takes only *common* letters."""
        seen, todo = set(starts), list(starts)
        while todo:
            after = self.after[todo.pop()]
            self._pairs_left -= len(after)
            if self._pairs_left < 0:
                raise TooLarge
            for to in after:
                if self.masks[to] & common:
                    if to in ends:
                        return True
                    if to not in seen:
                        seen.add(to)
                        todo.append(to)
        return False


def _anchored(tree: Node) -> bool:
    """Return whether an expression can only begin where the text does."""
    while tree.kind in ("all", "group") and tree.parts:
        tree = tree.parts[0]
    return tree.kind == "at" and tree.text in ("^", "\\A")


@lru_cache(maxsize=_KEPT)
def _mask(text: str, flags: int, samples: str) -> int:
    """Return which of the samples a source matches, as bits."""
    import regex

    match = regex.compile(text, flags).match
    return sum([1 << at for at, letter in enumerate(samples) if match(letter)])
