"""Sources that somebody has tampered with: programs of our own, with tokens swapped, cut off, spliced and worse."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from in_process import Broken, check, run

ROOT = Path(__file__).parents[2]
_TOKEN = re.compile(r"\s+|\w+[?!]?|:\w+|\"(?:[^\"\\\n]|\\.)*\"|[^\w\s]")
LONGEST = 40  # lines of a program that is tampered with: what is wrong with one is found in a short one, too

WORDS = (
    "do", "end", "fn", "->", "<-", "|>", "when", "rescue", "catch", "after", "else", "def", "defp", "defmodule",
    "defmacro", "quote", "unquote", "unquote_splicing", "receive", "case", "cond", "with", "for", "if", "unless", "try",
    "raise", "throw", "super", "__MODULE__", "__ENV__", "__CALLER__", "__STACKTRACE__", "&1", "&", "^", "@", "%", "%{",
    "<<", ">>", "::", "\\\\", "..", "//", "...", "not", "in", "and", "or", "nil", "import", "alias", "require", "use",
    "defstruct", "defprotocol", "defimpl", "~s(", "~r/", "~w[", "~D[2020-13-45]", '"""', "'''", '"#{', "}", "[", "]",
    "(", ")", ",", ";", "=>", "=", "==", "?", "?\\", "0x", "0b", "1_", "1e", ":", ':"', "#", "\\",
)  # fmt: skip
LITERALS = (
    "1" * 5_000, "1" * 60_000, "0x" + "F" * 20_000, "1.0e999", "1.0e-999", "1." + "3" * 5_000, '"' + "x" * 60_000 + '"',
    ":" + "a" * 255, ":" + "a" * 256, '"' + "\\x{110000}" + '"', '"' + "\\u{D800}" + '"', '"\\x"', "?\\x{FFFFFF}",
    '~s"' + "a" * 9_000 + '"', "<<1::size(99999999999)>>", "<<0::8589934592>>", "10 ** 10 ** 10",
    "~r/(((((((a*)*)*)*)*)*)*$/",
    "~r/[/", "~r/(?<a>.)(?<a>.)/", '"' + "#{" * 40 + '"', "%" + "{" * 60,
)  # fmt: skip
LETTERS = (
    "\ufeff", "\x00", "\x07", "\x1b", "\x7f", "\u200b", "\u200d", "\u202e", "\u2028", "\u00a0", "\ufffe", "\U0010ffff",
    "é", "e\u0301", "ſ", "ﬁ", "Ａ", "日本", "👩\u200d👩\u200d👧", "ß", "İ", "𝒳",
    "\r", "\r\n", "\t", "\x0b", "\x0c", "\u0085",
)  # fmt: skip
NESTS = (
    ("(", ")"), ("[", "]"), ("{", "}"), ("%{a: ", "}"), ("fn -> ", " end"), ("if true do ", " end"), ("not ", ""),
    ("-", ""), ("&(", ")"), ('"#{', '}"'), ("<<", ">>"), ("case 1 do _ -> ", " end"), ("try do ", " after :ok end"),
    ("defmodule A do ", " end"), ("quote do: ", ""), ("[1 | ", "]"), ("x = ", ""), ("f.(", ")"), ("1 + ", ""),
    ("a.", "b"), ("^", "x"), ("@a ", "1"), ("with x <- ", " do x end"), ("for x <- [1], do: ", ""),
)  # fmt: skip


@cache
def corpus() -> tuple[str, ...]:
    """Return the Elixir programs that are tampered with, in the order of their names."""
    found = sorted([*(ROOT / "scenarios").rglob("*.exs"), *(ROOT / "tests" / "conformance" / "programs").glob("*.exs")])
    return tuple(path.read_text(encoding="utf-8") for path in found)


def tampered(seed: int) -> bytes:
    """Return the source of this number."""
    chance = random.Random(seed)
    text = _excerpt(chance)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        text = chance.choice(_WAYS)(chance, text)
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        data = _noisy(chance, data)
    return data


def _excerpt(chance: random.Random) -> str:
    lines = chance.choice(corpus()).splitlines()
    start = chance.choice((0, 0, chance.randrange(len(lines) or 1)))
    return "\n".join(lines[start : start + LONGEST]) + "\n"


def _swapped(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text)
    if len(tokens) > 1:
        one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def _dropped(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text)
    at = chance.randrange(len(tokens) + 1)
    return "".join(tokens[:at] + tokens[at + chance.choice((1, 1, 2, 9)) :])


def _doubled(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text)
    at = chance.randrange(len(tokens) + 1)
    part = tokens[at : at + chance.choice((1, 5, 40))]
    return "".join(tokens[:at] + part * chance.choice((2, 2, 3, 50)) + tokens[at:])


def _inserted(choices: tuple[str, ...]) -> Callable[[random.Random, str], str]:
    def insert(chance: random.Random, text: str) -> str:
        tokens = _TOKEN.findall(text)
        at = chance.randrange(len(tokens) + 1)
        return "".join([*tokens[:at], chance.choice(choices), *tokens[at:]])

    return insert


def _replaced(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text) or [""]
    tokens[chance.randrange(len(tokens))] = chance.choice(chance.choice((WORDS, WORDS, LITERALS, LETTERS)))
    return "".join(tokens)


def _cut(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _spliced(chance: random.Random, text: str) -> str:
    other = _excerpt(chance)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]


def _nested(chance: random.Random, text: str) -> str:
    first, last = chance.choice(NESTS)
    depth = chance.choice((3, 30, 99, 300, 3_000))
    at = chance.randrange(len(text) + 1)
    closed = depth if chance.random() < 0.8 else depth - 1
    return text[:at] + first * depth + chance.choice(("1", "x", ":a", "")) + last * closed + text[at:]


def _noisy(chance: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


_WAYS: tuple[Callable[[random.Random, str], str], ...] = (
    _swapped, _swapped, _dropped, _dropped, _doubled, _inserted(WORDS), _inserted(WORDS), _inserted(LITERALS),
    _inserted(LETTERS), _replaced, _replaced, _cut, _spliced, _nested,
)  # fmt: skip


def look(seed: int, folder: Path) -> bool:
    """Run the source of this number; return whether it is one that runs. Raises :class:`Broken`."""
    path = folder / "tampered.exs"
    data = tampered(seed)
    path.write_bytes(data)
    ran = run("run", "-q", str(path), "--set", "work_limit=300000", "--limit", "20000", "--set", "mailbox_limit=20000",
              "--set", "process_limit=5000")  # fmt: skip
    check(ran, chosen=b"halt" in data or b"exit" in data or b"stop" in data)
    if len(ran.err) > 3_000_000:
        raise Broken(f"{len(ran.err):,} characters on standard error")
    return ran.status in (0, 3) or bool(ran.out)
