"""The terms that the recordings of the real Elixir cover."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from elixir_source import Empty, Point, User

from simulator.terms import Atom, atom

Case = tuple[Any, dict[str, Any]]  # a term and the options of inspect

_PLAIN_NAMES = r"""
ok a? a! A Foo _ _a a1 1a a-b a.b a@b @a a@ a@? a?b nil true false do fn and not when end ElixirFoo $gen_call it's a\b
a#{b # é É ñandú 日本 ユーザー привет αβγ aβ aя яa e&#x301; a·b ² user@host n@127.0.0.1 x?y a!! 😀 한국 日本a עברית aé?
Elixir Elixir.Foo Elixir.foo Elixir.Foo.Bar Elixir.Foo. Elixir.Foo? Elixir.Elixir Elixir.Elixir.Foo Elixir.Foo.bar
Elixir. Elixir.Foo_1 Elixir.F Elixir.É Elixir.1
= == === =~ => -> <- :: | || ||| |> & && &&& ^ ^^ ^^^ ~ ~~~ ~> <~ <~> <|> <> <<>> % %{} {} .. ... ..// . // / + ++ +++
- -- --- * ** *** \\ \ , ; ( [ [] >>> <<< ~>> <<~ @ ! != !== <= >= > < ?
"""
NAMES = _PLAIN_NAMES.split()
NAMES += ["", "a b", "not in", 'say "hi"', "a\nb", "e\u0301", "\ufb01", "\x00", "a\x7f", "\x1b", "\u0085", "\u200b"]
NAMES += ["\uffff", "\ufeff", "\U00010000", "\u00b5", "\u16a0", "x\u0301"]

STRINGS = ["", "hello", 'say "hi"', "it's", "a\\b", "a#{b}", "a#b", "#", "\a\b\t\n\v\f\r\x1b\x7f", "\x00", "a\x00b"]
STRINGS += ["\x01", "\x1c", "é", "日本語", "😀", "\u0085", "\u00a0", "\u200b\u202e", "\u2028", "\ufeff", "\ufffd"]
STRINGS += ["\ufffe", "\ue000", "\U0010ffff", "e\u0301", "x" * 79, "é" * 50, "x" * 4096, "x" * 4097, "é" * 4097]
STRINGS += ["x" * 4096 + "\x00", "x" * 4095 + "\x00"]

BINARIES = [b"", b"abc", b"\xff", b"\x00", b"\x01\x02", b"abc\xff", b"\xc3\xa9", b"\xc3", b"\xed\xa0\x80", b"\xc0\x80"]
BINARIES += [bytes(range(60)), bytes(range(200, 220)), b"a" * 4096 + b"\xff", b"a" * 4095 + b"\xff"]
BINARIES += [b"\xf4\x90\x80\x80"]

NUMBERS: list[float] = [0, 1, -1, 10**30, -(2**64), 0.0, -0.0, 1.0, -1.5, 0.1, 0.01, 0.001, 0.0001, 0.00012, 0.000123]
NUMBERS += [1e-5, 1.25e-5, 1e-10, 123.456, 1e15, 1e16, 9999999999999998.0, 12345678901234567.0, 1e17, 1.5e17, 1e21]
NUMBERS += [1.5e300, 1e300, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 3.14, 100.0, 2.5e15, 2.5e16, -1e16]
NUMBERS += [1e22, 1e23, 123456789012345678.0, 1234567.125, 99999999999999990.0]

LISTS: list[Any] = [[], [1], [97], [97, 98], [97, 200], [7, 8, 9, 10, 11, 12, 13, 27], [127], [0], [31], [160]]
LISTS += [[39, 34, 92], [35, 123], [97, 1.0], [97, atom.a], [[97]], [97] * 4096 + [0], [97] * 4095 + [0], [97] * 4097]
LISTS += [[97, True], [-1], [1114112], [(atom.a, 1)], [(atom.a, 1), (atom.b, [98])], [(atom.a, 1), atom.b]]
LISTS += [[atom.b, (atom.a, 1)], [("a", 1)], [(atom.a, 1, 2)], [(None, 1), (True, 2), (False, 3)]]
LISTS += [[(Atom("Elixir.Foo"), 1)], [(Atom("Elixir"), 1)], [(Atom("odd key"), 1), (atom.a, 2)], [[], {}, ()]]
LISTS += [[(Atom(name), 1) for name in NAMES if not name.startswith("Elixir.")], [[1, 2, 3], [4, 5], [6]]]
LISTS += [list(range(49)), list(range(50)), list(range(51)), list(range(100)), ["a", "b", [99]]]

ORDERED: list[Any] = [1, 1.0, 2, 1.5, -3, 2**53, float(2**53), 2**53 + 1, 10**30, 1e30, atom.a, atom.b, Atom("")]
ORDERED += [atom.A, Atom("é"), None, True, False, Atom("Elixir.Foo"), Atom("\U00010000"), Atom("\uffff"), ()]
ORDERED += [(1,), (1.0,)]
ORDERED += [(2,), (1, 1), (1.0, 1), (atom.a, "b"), "", "a", "b", "ab", "é", b"\xff", b"\x00", "\U00010000", "\uffff"]
ORDERED += [Point(1, 2), frozenset([1, 2])]

UNHASHABLE: list[Any] = [[], [1], [1.0], [2], [1, 2], [[]], ["a"], {}, {1: 1}, {1.0: 1}, {1: 2}, {2: 1}, {atom.a: 1}]
UNHASHABLE += [{atom.b: 0}, {1: 1, 2.0: 2}, {1: 2, 2.0: 1}, {2: 0, 3.0: 0}, {2: atom.a, 1.0: atom.b}, {1: 1, 2: 2}]
UNHASHABLE += [{2: atom.b, 1.0: atom.a}, {"a": [1]}, {"a": [1.0]}, {"a": {1: 1}}, {"a": {1.0: 1}}]

TO_STRING: list[Any] = [atom.a, Atom("Elixir.Foo.Bar"), Atom("odd one"), True, False, None, 1, -5, 1.0, 1e20, "", "é"]
TO_STRING += [b"abc", [], [97, 233], ["a", ["b", [99, "d"]], 101], [1114111], [[[[65]]], 66], [-1], [55296], [1114112]]
TO_STRING += [[b"\xff"], ["a", b"\xc3"], [b"a\xffb"], [atom.a], [1.0], [None], [(1,)], [97, {}], (1, 2), {1: 2}, {}]
TO_STRING += [{1, 2}, Point(1, 2), RuntimeError("x"), ["a", atom.b, "c"], [[97], b"b"]]


def one_line_cases() -> Iterator[Case]:
    """Terms on one line."""
    for name in NAMES:
        yield Atom(name), {}
        yield {Atom(name): 1}, {}
    for term in [*STRINGS, *BINARIES, *NUMBERS, *LISTS, *_floats(), True, False, None]:
        yield term, {}
    for start in range(len(ORDERED)):
        yield dict.fromkeys((ORDERED[start:] + ORDERED[:start])[:30], atom.x), {}
    yield from _limited_cases()
    for charlists in ("as_lists", "as_charlists"):
        for codes in ([97, 98], [233, 100], [], [0, 7, 127, 128, 160, 0x2028, 0xFFFE, 0x1F600, 39], {atom.a: [97]}):
            yield codes, {"charlists": charlists}


def _limited_cases() -> Iterator[Case]:
    """Terms with the limits that show how they are counted."""
    nested: Any = 1
    for _ in range(60):
        nested = [nested]
    terms: list[Any] = [[1, 2, 3, 4], (1, 2, 3), {1: 2, 3: 4}, {(1, 2): (3, 4)}, [], (), {}, {1, 2, 3}, nested, Empty()]
    terms += [{atom.a: [1, 2, 3], atom.b: [4, 5, 6], atom.c: 7}, [(atom.a, 1), (atom.b, 2), (atom.c, 3)]]
    terms += [b"\xff\x02\x03", [b"\xff\x02\x03", 1], {frozenset([1, 2])}, Point([1, 2, 3], {1: (2, 3)})]
    terms += [RuntimeError("abc")]
    terms += [User("ann", "secret", (1, 2, 3)), [[[1, 2], 3], 4, [5]], ["abc", [97, 98]], [(atom.a, [1, 2, 3]), 5, 6]]
    terms += [frozenset(), frozenset(["a", atom.a, 1])]
    texts: list[Any] = ["abc", "abcd", "éééé", "\0abc", "abc\0", b"abc\xff", [97, 98, 99, 100], [97, 98, 99, 1000]]
    for limit in (0, 1, 2, 3, 5, None):
        yield from ((term, {"limit": limit}) for term in terms)
        yield from ((text, {"printable_limit": limit}) for text in [*texts, "ab#{c", "abc#{", "#{#{#{"])


def _floats() -> Iterator[float]:
    rng = random.Random(1)
    for _ in range(120):
        yield float(f"{rng.choice('-+')}{rng.randrange(10 ** rng.randrange(1, 18))}e{rng.randrange(-30, 30)}")


def laid_out_cases() -> Iterator[Case]:
    """Terms laid out to a width."""
    for term in _shapes():
        for width in (80, 40, 20, 1, 0):
            yield term, {"width": width}
    rng = random.Random(2)
    for _ in range(300):
        yield _random_term(rng, 4), {"width": rng.choice((80, 80, 60, 30, 10))}


def _shapes() -> list[Any]:
    numbers = list(range(10, 60))
    words = [f"word number {index}" for index in range(9)]
    pairs = [(Atom(f"key_{index}"), word) for index, word in enumerate(words)]
    value = {atom.value: numbers[:20], atom.more: words[:2]}
    call = (Atom("$gen_call"), (Atom("from"), 1), (atom.put, "a key that is long", value))
    shapes: list[Any] = [1, atom.a, "x" * 90, "é" * 45, numbers, tuple(numbers), words, tuple(words), pairs]
    shapes += [dict(pairs), dict.fromkeys(words, 1), set(numbers[:20]), {atom.s: frozenset(words)}]
    shapes += [Point(words, numbers)]
    shapes += [Point(1, 2), User("n" * 30, 1, "m" * 40), Empty(), RuntimeError("y" * 80), RuntimeError("short")]
    shapes += [call, [call, call]]
    shapes += [(atom.noreply, {atom.queue: [call], atom.n: 1}), b"\xff" * 40, [b"\xff" * 30], [[], {}, (), *words]]
    shapes += [[[1], *words], [["a" * 20], ["b" * 20], ["c" * 20]], ["é" * 12] * 3, ({atom.a: words},), ((words,),)]
    shapes += [([numbers],), (("x" * 17,),), (["x" * 15],), (["x" * 16],), [("x" * 15,)], [["x" * 36]], [97] * 90]
    shapes += [{atom.a: {atom.b: {atom.c: {atom.d: words}}}}, {(atom.a, 1): [1, 2], "k": ("v" * 30, "w" * 30)}]
    shapes += [{"é" * 30: "é" * 30}, {atom.a: ("x" * 30, "y" * 34)}]
    shapes += [{atom.a: ["x" * 30, "y" * size]} for size in (31, 32, 33)]
    return shapes


def _random_term(rng: random.Random, depth: int) -> Any:
    kind = rng.randrange(10) if depth else rng.randrange(5)
    size = rng.choice((0, 1, 2, 3, 3, 4, 8)) if depth else 0
    match kind:
        case 0:
            return rng.randrange(10 ** rng.randrange(1, 9))
        case 1:
            return Atom(rng.choice(["ok", "error", "a longer atom", "timeout", "Elixir.GenServer"]))
        case 2:
            return rng.choice(["é", "abc "]) * rng.randrange(9)
        case 3:
            return rng.choice([1.5, b"\xff\x01", None, True, [104, 105]])
        case 4 | 5:
            return [_random_term(rng, depth - 1) for _ in range(size)]
        case 6:
            return tuple([_random_term(rng, depth - 1) for _ in range(size)])
        case 7:
            return {Atom(f"k{index}"): _random_term(rng, depth - 1) for index in range(size)}
        case 8:
            return {(index, f"key {index}"): _random_term(rng, depth - 1) for index in range(size)}
    return Point(_random_term(rng, depth - 1), _random_term(rng, depth - 1))
