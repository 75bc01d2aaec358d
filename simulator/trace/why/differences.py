"""What changed from one state to the next: the parts that are others, in the notation of the term itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, zip_longest

from simulator.trace.why.terms import Term, read_state

_CLIP = 60  # characters of a part
_MOST = 6  # parts of a term that are told
_SHIFT = 5  # elements at the head of a list that was cut off, among which a new one is looked for
_UNKNOWN = "it changed beyond what the trace holds of it"


@lru_cache(maxsize=4096)
def difference(before: str, after: str) -> str:
    """Return what changed between two terms as Elixir prints them; what stayed is left out.

    >>> difference("%{a: 1, b: 2}", "%{a: 1, b: 3, c: 4}")
    '%{b: 2 -> 3, + c: 4}'
    >>> difference("[2, 1]", "[3, 2, 1]"), difference("{:red, %{n: 1}}", "{:green, %{n: 1}}")
    ('[+ 3, …]', '{:red -> :green, …}')
    >>> difference("0", "1")
    '0 -> 1'
    """
    old, new = read_state(before), read_state(after)
    if not _same(old, new):
        return _changed(old, new)
    return _UNKNOWN


Place = tuple[str, ...]
"""Where in a term: the keys and positions on the way to a part of it."""


@lru_cache(maxsize=1024)
def places(before: str, after: str) -> frozenset[Place]:
    """Return where two terms differ, as Elixir prints them; a list is one place, whatever changes in it.

    Where the trace does not hold it, anywhere.

    >>> sorted(places("%{a: 1, b: {1, 2}}", "%{a: 1, b: {1, 3}, c: 4}"))
    [(':b', '1'), (':c',)]
    """
    return frozenset(_places(read_state(before), read_state(after), ())) or frozenset({()})


def overlap(some: frozenset[Place], others: frozenset[Place]) -> bool:
    """Return whether one of these places is another of those, or within it."""
    return any(a[: len(b)] == b[: len(a)] for a in some for b in others)


def _places(a: Term, b: Term, at: Place) -> Iterator[Place]:
    if _same(a, b):
        return
    if not _comparable(a, b) or a.shape == "list":
        yield at
    elif a.shape == "map":
        old, new = dict(zip(a.keys, a.parts, strict=True)), dict(zip(b.keys, b.parts, strict=True))
        for key in {**old, **new}:
            if key in old and key in new:
                yield from _places(old[key], new[key], (*at, key))
            else:
                yield (*at, key)
    elif len(a.parts) == len(b.parts):
        for number, (x, y) in enumerate(zip(a.parts, b.parts, strict=True)):
            yield from _places(x, y, (*at, str(number)))
    else:
        yield at


def _same(a: Term, b: Term) -> bool:
    """Return whether two terms are one, as far as the trace holds them: ``a: 1`` and ``{:a, 1}`` are."""
    if a.text == b.text:
        return True
    if not _comparable(a, b):
        return False
    if not (a.cut or b.cut) and (len(a.parts) != len(b.parts) or a.keys != b.keys):
        return False
    return not any(True for _ in _differences(a, b))


def _comparable(a: Term, b: Term) -> bool:
    """Return whether two terms can be told apart by their parts."""
    return a.shape == b.shape != "plain" and (a.name == b.name or a.shape not in ("map", "call"))


def _changed(a: Term, b: Term) -> str:
    """Return what changed from *a* to *b*, which are not the same; the whole of both where that is shorter."""
    whole = f"{_clip(a.text)} -> {_clip(b.text)}"
    if not _comparable(a, b) or (a.shape in ("tuple", "call") and len(a.parts) != len(b.parts)):
        return whole
    if a.name and a.name == b.name and a.shape == "tuple":
        return f"{a.name[1:]}: {_changed(a.parts[1], b.parts[1])}"
    told = list(islice(_differences(a, b), _MOST + 1))
    if len(told) > _MOST:
        told[_MOST:] = ["…"]
    opening, closing = _AROUND[a.shape]
    text = f"{opening.format(a.name)}{', '.join(told)}{closing}"
    return text if len(text) < len(whole) + _CLIP else whole


_AROUND = {"map": ("%{}{{", "}"), "list": ("[", "]"), "tuple": ("{{", "}"), "call": ("{}(", ")")}


def _differences(a: Term, b: Term) -> Iterator[str]:
    """Yield how the parts of two terms of one shape differ; nothing where they do not."""
    if a.shape == "map":
        yield from _of_maps(a, b)
    elif a.shape == "list":
        yield from _of_lists(a, b)
    else:
        yield from _of_tuples(a, b)


def _of_maps(a: Term, b: Term) -> Iterator[str]:
    old, new = dict(zip(a.keys, a.parts, strict=True)), dict(zip(b.keys, b.parts, strict=True))
    short = all(key.startswith(":") for key in (*old, *new) if key != "__struct__")
    for key, part in new.items():
        if key not in old:
            if not a.cut:
                yield f"+ {_entry(key, short)}{_clip(part.text)}"
        elif not _same(old[key], part):
            yield f"{_entry(key, short)}{_changed(old[key], part)}"
    for key, part in old.items():
        if key not in new and not b.cut:
            yield f"- {_entry(key, short)}{_clip(part.text)}"


def _entry(key: str, short: bool) -> str:
    return f"{key[1:]}: " if short else f"{_clip(key)} => "


def _of_tuples(a: Term, b: Term) -> Iterator[str]:
    pairs = list(zip_longest(a.parts, b.parts))
    differs = [x is not None and y is not None and not _same(x, y) for x, y in pairs]
    if not any(differs):
        return
    for number, ((x, y), other) in enumerate(zip(pairs, differs, strict=True)):
        if other:
            yield _changed(x, y)
        elif number == 0 and x is not None and x.shape == "plain":
            yield _clip(x.text)
        else:
            yield "…"


def _of_lists(a: Term, b: Term) -> Iterator[str]:
    """Yield what went from a list and came into it, between what both begin and end with."""
    if a.cut or b.cut:
        yield from _of_beginnings(a.parts, b.parts)
        return
    first = _alike(a.parts, b.parts)
    last = _alike(a.parts[first:][::-1], b.parts[first:][::-1])
    old, new = a.parts[first : len(a.parts) - last], b.parts[first : len(b.parts) - last]
    if not old and not new:
        return
    if first:
        yield "…"
    if len(old) == len(new):
        for x, y in zip(old, new, strict=True):
            yield "…" if _same(x, y) else _changed(x, y)
    else:
        yield from (f"- {_clip(part.text)}" for part in old)
        yield from (f"+ {_clip(part.text)}" for part in new)
    if last:
        yield "…"


def _of_beginnings(old: list[Term], new: list[Term]) -> Iterator[str]:
    """Yield how two lists differ of which the trace holds the beginnings: at their heads, or nothing that is known."""
    for shift in range(_SHIFT + 1):
        for sign, longer, other in (("+", new, old), ("-", old, new)):
            rest = longer[shift:]
            if rest and _alike(rest, other) == min(len(rest), len(other)):
                yield from (f"{sign} {_clip(part.text)}" for part in longer[:shift])
                if shift:
                    yield "…"
                return
    for x, y in zip(old, new, strict=False):
        yield "…" if _same(x, y) else _changed(x, y)


def _alike(a: list[Term], b: list[Term]) -> int:
    """Return how many terms two lists both begin with."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if not _same(x, y):
            break
        count += 1
    return count


def _clip(text: str) -> str:
    return text if len(text) <= _CLIP else f"{text[: _CLIP - 1]}…"
