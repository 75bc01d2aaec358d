"""An expression that may go back without an end is searched for in bounded time, and finds what PCRE finds."""

from __future__ import annotations

import random
from typing import Any

import pytest
import regex

from simulator.elixir.library.string import backtracking, matching
from simulator.elixir.library.string.ambiguity import Ambiguity
from simulator.elixir.library.string.backtracking import Searcher
from simulator.elixir.library.string.expression import parsed
from simulator.elixir.runtime.unsupported import Unsupported
from simulator.elixir.runtime.values.counted import Work, work
from simulator.kernel import TooMuchWork
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir

FLAGS = regex.VERSION0 | regex.A
FAR = [
    r"(a+)+$", r"(a|aa)+$", r"(a|a)*$", r"(?:a|a)+$", r"(a*)*b", r"(a+?)+?$", r"(a+){1,100}$", r"(.*)*x",
    r"^(([a-z])+.)+[A-Z]([a-z])+$", r"(a+a+)+y", r"a*a*a*a*a*a*b", r"(a?){40}a{40}c", r"(?=(a|aa)+$)b|(a|aa)+$",
    r"(?>(a|aa)+)+c", r"(?:a|[ab])+(?:a|[ab])+c", "a?" * 40 + "a" * 40 + "c", r"(\w|a)*?-", "(?:a|a)" * 40 + "c",
    r"(?!(a|a)+b)(a|aa)*c", r"((a{0,9}){0,9})c",
]  # fmt: skip
NEAR = [
    r"\w+\s+\w+", r"^(\w+\.)*\w+$", r"\s*,\s*", r"foo|bar|baz", r"(\d{4})-(\d\d)-(\d\d)",
    r"^[\w.+-]+@[\w-]+\.[\w.-]+$", r"\d{1,3}(?:\.\d{1,3}){3}", r"(a|aa)+", r"(?:a+)+", r"\b(?:if|else|end)\b",
    r"(?:a|b)+$",
]  # fmt: skip


def compiled(source: str) -> Any:
    return regex.compile(source, FLAGS)


def ways(source: str, text: str) -> int:
    program = compiled(source)
    return Ambiguity(parsed(program.pattern, program.flags), program.flags).ways(text)


@pytest.mark.parametrize("source", FAR)
def test_what_may_go_back_far_is_known_and_searched_for_here(source: str) -> None:
    text = "a" * 5_000 + "!"
    assert ways(source, text) > 10**9
    counted: list[int] = []
    found = list(Searcher(compiled(source), parsed(source)).all(text, 0, counted.append))
    assert found == []
    assert sum(counted) < 5_000 * 1_000


@pytest.mark.parametrize("source", NEAR)
def test_what_goes_back_no_further_than_usual_is_left_to_the_package(source: str) -> None:
    text = "some words, and more.of_them "
    assert ways(source, text * 100) <= 10 * 100 * len(text)


def some_expression(chance: random.Random, depth: int) -> str:
    kind = chance.random()
    inner = depth - 1
    if not depth or kind < 0.3:
        return chance.choice(["a", "b", "a", "[ab]", ".", r"\w", "a?", "b*", r"\b", "$", "^", "(?<=a)", "(?<!b)"])
    if kind < 0.5:
        return some_expression(chance, inner) + some_expression(chance, inner)
    if kind < 0.7:
        return f"({some_expression(chance, inner)}|{some_expression(chance, inner)})"
    if kind < 0.9:
        repeat = chance.choice(["*", "+", "?", "{1,2}", "{2}", "*?", "+?", "??", "*+", "++"])
        return f"{chance.choice(['(', '(?:'])}{some_expression(chance, inner)}){repeat}"
    return f"{chance.choice(['(?=', '(?!', '(?>'])}{some_expression(chance, inner)})"


@pytest.mark.parametrize("seed", range(4))
def test_both_find_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtracking, "_BLOCK", 3)
    chance = random.Random(seed)
    tried = found = 0
    while tried < 1_500:
        source = some_expression(chance, 4)
        try:
            program = compiled(source)
        except regex.error:
            continue
        tried += 1
        searcher = Searcher(program, parsed(source))
        text = "".join(chance.choice("aab") for _ in range(chance.randint(0, 7)))
        groups = range(program.groups + 1)
        theirs = [[match.span(group) for group in groups] for match in program.finditer(text)]
        ours = [[match.span(group) for group in groups] for match in searcher.all(text, 0, lambda steps: None)]
        assert ours == theirs, (source, text)
        found += len(ours)
    assert found > 1_500


def ran(code: str) -> Run:
    return start(load_elixir("nofile", {}, code=code), trace=False)


def test_what_takes_too_many_steps_finds_nothing() -> None:
    code = """
    far = String.duplicate("a", 60) <> "b aa"
    IO.inspect({Regex.run(~r/(a|aa)+$/, far), Regex.run(~r/(a|aa)+$/, "aab aa")})
    """
    assert ran(code).output == '{nil, ["aa", "a"]}\n'


def test_what_is_not_known_closely_is_refused_where_it_may_not_end() -> None:
    for source in (r"(a*)*\\1b", r"(?:a|a|(?R))+b", r"(a|a)*(?(1)b|c)"):
        result = ran(f'Regex.run(Regex.compile!("{source}"), String.duplicate("a", 40))')
        assert isinstance(result.error, Unsupported)
        assert "on a text of 40 characters, where it may go back without an end" in str(result.error)


def test_a_reference_to_a_group_is_searched_for_as_ever() -> None:
    code = r"""IO.inspect(Regex.scan(~r/(['|])(.*?)\1/, "say 'a' and |b|" <> String.duplicate(".", 900)))"""
    assert ran(code).output == """[["'a'", "'", "a"], ["|b|", "|", "b"]]\n"""


def test_the_steps_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    monkeypatch.setattr(Work, "search", lambda self, steps, expression: counted.append(steps))
    text = "a" * 1_000
    assert matching.first(compiled(r"(a|aa)+$"), text + "b", 0, "it") is None
    assert 5_000 < sum(counted) < 100_000
    assert work is not None


def test_what_goes_on_for_ever_is_stopped_with_the_expression() -> None:
    code = """
    text = String.duplicate("a", 20_000) <> "b"
    Enum.each(Stream.cycle([1]), fn _ -> Regex.match?(~r/(a|aa)+$/, text) end)
    """
    error = start(load_elixir("nofile", {"work_limit": 1_000_000}, code=code), trace=False).error
    assert isinstance(error, TooMuchWork)
    assert str(error).startswith("nofile:3: no end: ~r/(a|aa)+$/ goes back and forth: more than 1,000,000 calls")
