"""Patterns: which messages a selective receive takes.

A pattern is a term, with these in the places of parts of it:

- :data:`ANY` matches everything (``_``);
- a class matches its instances: ``int``, ``str``, ``Atom``, ``Pid`` (``int`` does not match ``True``);
- a function of one argument matches where it returns something true (a guard on that part);
- ``when(pattern, guard)`` matches where *pattern* does and *guard* of the whole is true;
- a dict matches a dict that has its keys, with matching values (as a map pattern does).

Everything else matches what is equal and of the same type: ``1`` does not match ``1.0`` or ``True``.
Source of the semantics: the Erlang reference manual, "Patterns" and "Guard Sequences".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from simulator.kernel.process.isolation import IMMUTABLE
from simulator.kernel.words.errors import NotAProcess
from simulator.terms import Atom, Pid, Reference
from simulator.terms.patterns import ANY, GUARDS, When, pattern_text

# What a guard may raise on a term it was not made for; there, as on the BEAM, the guard fails.
_GUARD_FAILURES: Final = (TypeError, ValueError, LookupError, ArithmeticError)


def when(pattern: Any, guard: Callable[[Any], Any]) -> When:
    """Return the pattern that matches where *pattern* does and ``guard(term)`` is true.

    A guard that raises a ``TypeError``, ``ValueError``, ``LookupError`` or ``ArithmeticError`` fails,
    as a guard does in Elixir. Raises :class:`~simulator.kernel.NotAProcess` if *guard* is a generator function.

    >>> from simulator.terms import atom
    >>> matches(when((atom.n, int), lambda m: m[1] > 3), (atom.n, 4))
    True
    """
    _check_guard(guard)
    return When(pattern, guard)


def _check_guard(guard: Any) -> None:
    code = getattr(guard, "__code__", None)
    if code is not None and code.co_flags & 0x20:  # CO_GENERATOR: its call would always be true
        raise NotAProcess(
            f"the guard {guard.__name__} is a generator; a guard is a plain function",
            code.co_filename,
            code.co_firstlineno,
        )


def matches(pattern: Any, term: Any) -> bool:
    """Return whether *term* matches *pattern*.

    >>> from simulator.terms import atom
    >>> matches((atom.pong, ANY), (atom.pong, 1)), matches((int, str), (True, "a")), matches({"a": ANY}, {"a": 1})
    (True, False, True)
    """
    if pattern is ANY or pattern is term:
        return True
    cls = pattern.__class__
    if cls is tuple:
        if term.__class__ is not tuple or len(term) != len(pattern):
            return False
        for part, value in zip(pattern, term):
            if part is not ANY and part is not value and not matches(part, value):
                return False
        return True
    if cls is Atom:
        return False  # atoms are interned: one that matches is the very same
    if cls is type or isinstance(pattern, type):
        return isinstance(term, pattern) and (term.__class__ is not bool or pattern is bool or pattern is object)
    if cls is list:
        return term.__class__ is list and len(term) == len(pattern) and all(map(matches, pattern, term))
    if cls is dict:
        return isinstance(term, dict) and all(k in term and matches(p, term[k]) for k, p in pattern.items())
    if cls is When:
        return matches(pattern.pattern, term) and _holds(pattern.guard, term)
    if cls in GUARDS:
        _check_guard(pattern)
        return _holds(pattern, term)
    return cls is term.__class__ and bool(pattern == term)


def _holds(guard: Callable[[Any], Any], term: Any) -> bool:
    try:
        return bool(guard(term))
    except _GUARD_FAILURES:
        return False


DOWN_TAG: Final = Atom("DOWN")
Excuse = Callable[[Any], BaseException]
"""Makes the exception of a call without a reply from its reason."""


class Ask:
    """What a process that asked waits for, in place of patterns: ``{ref, reply}``, or DOWN.

    With *polite* it gives the others their turns before it goes on, where its monitor has ended meanwhile. It is None,
    and nothing but the reply counts, once the time of an ask that is not polite is over.
    """

    __slots__ = ("detail", "excuse", "pid", "polite", "ref")

    on = "call"

    def __init__(self, ref: Reference, pid: Any, excuse: Excuse, detail: str, polite: bool = False) -> None:
        self.ref = ref
        self.pid = pid
        self.excuse = excuse
        self.detail = detail
        self.polite: bool | None = polite

    def accepts(self, message: Any) -> bool:
        """Return whether *message* ends the wait."""
        if message.__class__ is not tuple:
            return False
        size = len(message)
        return (size == 2 and message[0] is self.ref) or (
            size == 5 and self.polite is not None and message[0] is DOWN_TAG and message[1] is self.ref
        )


class Awaited(tuple[Any, ...]):
    """The patterns of a receive that stands for something else: what the process really waits for."""

    on: str
    detail: str
    of: Iterable[Any] = ()
    """References of those that it waits for, where the patterns do not hold them."""


class Since(tuple[Any, ...]):
    """The patterns of a receive of what cannot be older than a *mark*: so many messages had come before."""

    mark: int


class Matcher:
    """The patterns of a receive as one function, which says whether a message fits any of them.

    None for *function* takes every message. *texts* is what the trace shows of the patterns. Every message
    that fits holds one of *needed*, if there are any: so older ones need not be looked at, where these are
    references that the process made itself. For languages that compile to Python.
    """

    __slots__ = ("function", "needed", "texts")

    def __init__(
        self, function: Callable[[Any], Any] | None, texts: Sequence[str], needed: tuple[Any, ...] = ()
    ) -> None:
        self.function = function
        self.texts = texts
        self.needed = needed


def first_match(patterns: Any, term: Any) -> bool:
    """Return whether *term* matches one of *patterns*; no pattern at all matches everything."""
    if type(patterns) is not tuple:
        if type(patterns) is Ask:
            return bool(patterns.accepts(term))
        if type(patterns) is Matcher:
            return patterns.function is None or bool(patterns.function(term))
    for pattern in patterns:
        if type(pattern) is tuple:  # as in `matches`, without its calls and questions
            if type(term) is tuple and len(term) == len(pattern):
                for part, value in zip(pattern, term):
                    if part is not value and part is not ANY and (type(part) is Atom or not matches(part, value)):
                        break
                else:
                    return True
        elif matches(pattern, term):
            return True
    return not patterns


def fitting(patterns: Any) -> Callable[[Any], Any]:
    """Return what :func:`first_match` does for these patterns as one function, for who looks at many messages.

    It is made for the shape of the patterns, once for each shape: five times as fast as walking through them.

    >>> from simulator.terms import atom
    >>> fits = fitting(((atom.pong, ANY), int))
    >>> fits((atom.pong, 1)), fits(7), fits(True), fits((atom.ping, 1))
    (True, True, False, False)
    """
    if type(patterns) is Ask:
        return patterns.accepts
    if type(patterns) is Matcher:
        return patterns.function or (lambda term: True)
    shape = tuple([tuple(map(type, each)) if type(each) is tuple else None for each in patterns])
    maker = _MAKERS.get(shape)
    if maker is None:
        if len(_MAKERS) >= _SHAPES:
            _MAKERS.clear()
        maker = _MAKERS[shape] = _maker_of(shape)
    return maker(*patterns)


_SHAPES: Final = 512
"""Shapes of patterns that are remembered; a program has a few dozen."""
_MAKERS: dict[tuple[tuple[type, ...] | None, ...], Callable[..., Callable[[Any], Any]]] = {}
_IDENTICAL: Final = frozenset({Atom, type(None), bool})


def _maker_of(shape: tuple[tuple[type, ...] | None, ...]) -> Callable[..., Callable[[Any], Any]]:
    """Return what makes the matcher of patterns of this shape: for each its parts' classes, None for no tuple."""
    lines, tests = [], []
    for nth, parts in enumerate(shape):
        if parts is None:
            tests.append(f"matches(p{nth}, term)")
            continue
        test = [f"type(term) is tuple and len(term) == {len(parts)}"]
        for index, cls in enumerate(parts):
            if cls is type(ANY):
                continue
            lines.append(f"    p{nth}_{index} = p{nth}[{index}]\n")
            same = f"term[{index}] is p{nth}_{index}"
            test.append(same if cls in _IDENTICAL else f"({same} or matches(p{nth}_{index}, term[{index}]))")
        tests.append(f"({' and '.join(test)})")
    names = ", ".join(f"p{nth}" for nth in range(len(shape)))
    source = f"def make({names}):\n{''.join(lines)}    return lambda term: {' or '.join(tests) or 'True'}\n"
    scope: dict[str, Any] = {"matches": matches}
    exec(source, scope)
    made: Callable[..., Callable[[Any], Any]] = scope["make"]
    return made


def oldest_mark(patterns: Any, owner: Any) -> int | None:
    """Return how many messages had reached *owner* when it made what every pattern needs: a reference, or a process.

    No earlier message can match, so a receive of a reply need not look at the backlog. None where
    a pattern does not need any such thing.
    """
    if patterns.__class__ is Ask:
        return int(patterns.ref._mark)
    if patterns.__class__ is Matcher:
        if not patterns.needed or not all(_is_fresh(part, owner) for part in patterns.needed):
            return None
        return min([int(part._mark) for part in patterns.needed])
    if patterns.__class__ is Since:
        return int(patterns.mark)
    if len(patterns) == 1 and type(patterns[0]) is tuple and patterns[0]:
        first = patterns[0][0]
        if type(first) is Reference and first._owner is owner:  # `{ref, ...}` alone, as most replies look
            return first._mark
    oldest: int | None = None
    for pattern in patterns:
        if pattern.__class__ is When:
            pattern = pattern.pattern
        parts = pattern if pattern.__class__ is tuple else ()
        newest = _newest_mark(parts, owner)
        if newest is None:
            return None
        oldest = newest if oldest is None else min(oldest, newest)
    return oldest


def _newest_mark(parts: tuple[Any, ...], owner: Any) -> int | None:
    """Return the mark of what *owner* made last of all that a pattern's parts hold, in tuples within it, too."""
    newest: int | None = None
    for part in parts:
        if part.__class__ is tuple:
            mark = _newest_mark(part, owner)
        else:
            mark = part._mark if _is_fresh(part, owner) else None
        if mark is not None and (newest is None or mark > newest):
            newest = mark
    return newest


def _is_fresh(part: Any, owner: Any) -> bool:
    """Return whether a part of a pattern is something that *owner* itself made: a reference, or a process's pid."""
    if type(part) is Reference:
        return part._owner is owner
    return type(part) is Pid and part._spawner == owner.number


_FIXED: Final = frozenset({*IMMUTABLE, ANY.__class__, type, *GUARDS})


def fixed(patterns: Any) -> Any:
    """Return patterns for the trace, to be rendered when it is read; what may change by then is rendered at once."""
    for pattern in patterns:
        cls = type(pattern)
        if cls is tuple:
            if not _FIXED.issuperset(map(type, pattern)):
                return [pattern_text(each) for each in patterns]
        elif cls not in _FIXED or cls is str:  # a text in their place is one that was rendered
            return [pattern_text(each) for each in patterns]
    return patterns
