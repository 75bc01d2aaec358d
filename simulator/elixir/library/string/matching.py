"""What an expression finds in a text, in a time that is bounded, and counted.

The ``regex`` package is fast, but where an expression may go back far (:mod:`.ambiguity`) it may take for ever. There
the search is made here (:mod:`.backtracking`), slower for a letter, but as often as there are letters and no more.
Which of the two finds something makes no difference to what is found.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final

from simulator.elixir.library.string.ambiguity import Ambiguity
from simulator.elixir.library.string.automaton import TooLarge, Unknown
from simulator.elixir.library.string.backtracking import MATCH_LIMIT, Searcher
from simulator.elixir.library.string.expression import parsed
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.counted import work

_SHORT: Final = 12
"""So few letters take no time in any expression."""
_FEW: Final = 2_000
"""Steps of the package that are not worth counting."""
_FASTER: Final = 20
"""How many steps the package takes while one is taken here."""
_BEARABLE: Final = 10**10
"""Steps of the package that are waited for where there is no other way: two minutes at worst."""
_CHARGED: Final = 1_000_000
"""As many as are counted of them at most, for they are seldom as many as they could be."""
_MOMENT: Final = 0.01
"""For so long, in seconds, the package may try first what it may also take long for."""
_FIRST_PIECE: Final = 0.5
_KEPT: Final = 500
"""How many expressions are remembered."""

_Count = Callable[[int], None]


def first(program: Any, text: str, offset: int, name: str) -> Any:
    """Return the first match from a place on, or None; *name* is how the expression is called in a message."""
    offset = max(0, min(offset, len(text)))
    return _found(
        program, text, name,
        lambda seconds: program.search(text, offset, timeout=seconds),
        lambda searcher, count: next(searcher.all(text, offset, count), None),
    )  # fmt: skip


def every(program: Any, text: str, name: str) -> list[Any]:
    """Return all matches."""
    found: list[Any] = _found(
        program, text, name,
        lambda seconds: list(program.finditer(text, timeout=seconds)),
        lambda searcher, count: list(searcher.all(text, 0, count)),
    )  # fmt: skip
    return found


def _found(
    program: Any, text: str, name: str, theirs: Callable[[float], Any], ours: Callable[[Searcher, _Count], Any]
) -> Any:
    """Return what is found: by the package, or here, whichever takes less time at worst."""
    ways = 0 if len(text) <= _SHORT else _ambiguity(program).ways(text)
    if ways <= _FEW:
        return _in_pieces(theirs)
    searcher, unknown = _searcher(program)
    if searcher is None:
        if ways > _BEARABLE:
            refuse(f"{name} on a text of {len(text):,} characters, where it may go back without an end ({unknown})")
        work.search(min(ways // _FASTER, _CHARGED), name)
        return _in_pieces(theirs)
    most = searcher.size * len(text)
    if ways > MATCH_LIMIT:
        return ours(searcher, partial(work.search, expression=name))
    work.search(min(ways // _FASTER, most), name)
    if ways <= _FASTER * most:
        return _in_pieces(theirs)
    try:  # from no place can it take so many steps that PCRE gives up: both find the same
        return theirs(_MOMENT)
    except TimeoutError:
        return ours(searcher, lambda steps: None)  # they are counted already, whoever takes them


@lru_cache(maxsize=_KEPT)
def _ambiguity(program: Any) -> Ambiguity:
    return Ambiguity(parsed(program.pattern, program.flags), program.flags)


@lru_cache(maxsize=_KEPT)
def _searcher(program: Any) -> tuple[Searcher | None, str]:
    """Return what searches for an expression without going back, or why there is none."""
    try:
        return Searcher(program, parsed(program.pattern, program.flags)), ""
    except Unknown as unknown:
        return None, f"only without {unknown}"
    except (TooLarge, RecursionError):
        return None, "it is too large"


def _in_pieces(search: Callable[[float], Any]) -> Any:
    """Return what *search* finds in as much time as it takes.

    It is begun again with twice as much when that is over: only in between does a thread hear of Ctrl-C and of nets.
    What is found does not depend on it.
    """
    seconds = _FIRST_PIECE
    while True:
        try:
            return search(seconds)
        except TimeoutError:
            seconds *= 2
