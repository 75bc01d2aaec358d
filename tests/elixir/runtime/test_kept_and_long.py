"""Long integers count by what they take, and what a program keeps has a bound: the same on every machine."""

from __future__ import annotations

import pytest

from simulator.elixir.library.erlang import ets_kinds
from simulator.elixir.runtime.values import kept
from simulator.kernel import TooMuchKept, TooMuchWork
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir

SMALL = {"work_limit": 200_000}


def ran(code: str) -> Run:
    return start(load_elixir("nofile", SMALL, code=code), trace=False)


def _loop(body: str, first: str) -> str:
    return f"defmodule L do\n  {body}\nend\nL.go({first})"


@pytest.mark.parametrize(
    "code",
    [
        _loop("def go(n), do: go(n + n)", "1"),
        _loop("def go(n), do: go(n * 3)", "1"),
        _loop("def go(n), do: on(n)\n  def on(n), do: go(n * 3)", "1"),
        _loop("def go({a, b}), do: go({b, a + b})", "{0, 1}"),
        _loop("def go(m), do: go(Map.put(m, map_size(m), 1))", "%{}"),
        "Stream.iterate(1, & &1 * 2) |> Stream.run()",
        'Enum.each(1..3_000, fn _ ->\n try do\n  raise "x"\n rescue\n  _ -> 1\n end\nend)',
        "Enum.reduce(1..100, {2, 3}, fn _, {a, b} -> {b, a * b} end)",
        "Enum.reduce(1..100, -3, fn _, a -> a * abs(a) end)",
        "Enum.reduce(1..100, 3, &Kernel.*(&1 * &2, &2))",
        "Enum.product(1..100_000)",
        ':io_lib.format("~100000000.2f", [1.5])',
        ':io_lib.format("~*s", [10 ** 30, "a"])',
        ':io.format("~.90000000000f", [1.5])',
        "rem(2 ** 3_000_000, 2 ** 1_000_000 - 1)",
        "Integer.mod(2 ** 3_000_000, 2 ** 1_000_000 - 1)",
        "Integer.gcd(2 ** 1_000_000, 3 ** 500_000)",
        "Integer.extended_gcd(2 ** 100_000, 3 ** 50_000)",
        "Integer.to_string(2 ** 1_000_000)",
        "Integer.digits(2 ** 300_000, 7)",
        'String.to_integer(String.duplicate("9", 1_000_000))',
        'Integer.parse(String.duplicate("z", 500_000), 36)',
        'Enum.reduce(1..30_000, String.duplicate("a", 70_000), fn _, b -> "#{b}x" end)',
    ],
)
def test_what_takes_longer_counts_for_more(code: str) -> None:
    result = ran(f"try do\n{code}\nrescue\n _ -> IO.puts(:went_on)\nend")
    assert isinstance(result.error, TooMuchWork) and result.output == ""


def test_ordinary_long_integers_are_no_such_work() -> None:
    code = _loop("def go(0), do: 1\n  def go(n), do: n * go(n - 1)", "1_000") + " |> rem(1_009) |> IO.puts()\n"
    code += "for _ <- 1..100, do: rem(3 ** 2_000, 7 ** 500)\nIO.puts(byte_size(Integer.to_string(3 ** 900)))"
    result = ran(code)
    assert result.error is None and result.output == "782\n430\n"


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ('Integer.to_string(Integer.parse(String.duplicate("z", 5_000), 36) |> elem(0), 36) |> byte_size()', "5000"),
        ("Integer.to_string(-(3 ** 9_000), 3) |> byte_size()", "9002"),
        ("Integer.digits(7 ** 3_000 + 1, 7) |> Integer.undigits(7) == 7 ** 3_000 + 1", "true"),
        ('byte_size(:erlang.integer_to_binary(:erlang.binary_to_integer(String.duplicate("12", 3_000))))', "6000"),
        ("{Bitwise.bsr(-5, 1_000), Bitwise.bsl(5, -1), Bitwise.bsl(0, 3)}", "{-1, 2, 0}"),
    ],
)
def test_long_integers_are_written_and_read_in_any_base(code: str, value: str) -> None:
    result = start(load_elixir("nofile", {}, code=f"IO.inspect({code})"), trace=False)
    assert (result.error, result.output) == (None, f"{value}\n")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('Enum.each(1..400, &String.to_atom("a#{&1}"))', "the program has made 300 atoms"),
        ('Enum.each(1..400, &List.to_atom(~c"a#{&1}"))', "the program has made 300 atoms"),
        ('Enum.each(1..400, &:erlang.binary_to_atom("a#{&1}"))', "the program has made 300 atoms"),
        ('Enum.each(1..400, &Module.concat(A, "B#{&1}"))', "the program has made 300 atoms"),
        ("t = :ets.new(:t, [])\nEnum.each(1..400, &:ets.insert(t, {&1}))", "the table :t keeps"),
        ("t = :ets.new(:t, [:bag])\nEnum.each(1..400, &:ets.insert(t, {1, &1}))", "the table :t keeps"),
        ("t = :ets.new(:t, [:ordered_set])\nEnum.each(1..400, &:ets.insert(t, {&1}))", "the table :t keeps"),
        ("Enum.each(1..400, fn _ -> :ets.new(:t, []) end)", ":ets keeps"),
        ("Enum.each(1..400, &Process.put(&1, &1))", r"the dictionary of #PID<0.100.0> keeps"),
        ("Enum.each(1..400, &:erlang.put(&1, &1))", r"the dictionary of #PID<0.100.0> keeps"),
        ("Enum.each(1..400, &:persistent_term.put(&1, &1))", ":persistent_term keeps"),
    ],
)
def test_what_keeps_ever_more_is_stopped(code: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "ATOM_LIMIT", 300)
    monkeypatch.setattr(kept, "KEPT_LIMIT", 300)
    monkeypatch.setattr(ets_kinds, "KEPT_LIMIT", 300)
    result = ran(f"try do\n{code}\nrescue\n _ -> IO.puts(:went_on)\nend")
    assert isinstance(result.error, TooMuchKept) and told in str(result.error) and result.output == ""


def test_an_atom_that_is_made_again_is_no_other() -> None:
    result = ran('for _ <- 1..3, n <- 1..50, do: String.to_atom("again#{n}")\nIO.puts(:done)')
    assert result.error is None and result.output == "done\n"


def test_a_name_of_more_than_255_characters_is_no_atom() -> None:
    makers = ["&String.to_atom/1", "&:erlang.binary_to_atom/1", "&List.to_atom(to_charlist(&1))"]
    for make in makers:
        code = f'try do\n ({make}).(String.duplicate("a", 256))\nrescue\n e -> IO.inspect(e)\nend'
        assert ran(code).output == '%SystemLimitError{message: "a system limit has been reached"}\n'


@pytest.mark.parametrize("trace", [True, False])
def test_the_limit_of_turns_holds_within_an_instant_too(trace: bool) -> None:
    code = "pid = spawn(fn -> receive do :never -> 1 end end)\n" + _loop(
        "def go(n) do\n    Process.send_after(self(), n, 0)\n    receive do m -> go(m + 1) end\n  end", "0"
    )
    result = start(load_elixir("nofile", {"limit": 2_000}, code=code), trace=trace)
    assert result.ended == "limit" and result.kernel.turns < 2_100


@pytest.mark.parametrize(
    "walk",
    [
        "List.flatten(x)", "IO.puts(x)", "IO.iodata_length(x)", ":erlang.term_to_binary(x)", "IO.iodata_to_binary(x)",
        ":erlang.term_to_binary({x})", ":lists.flatten(x)",
    ],
)  # fmt: skip
def test_what_is_shared_again_and_again_is_walked_as_often_as_it_is_there(walk: str) -> None:
    error = ran(f'x = Enum.reduce(1..60, "a", fn _, l -> [l, l] end)\n{walk}').error
    assert isinstance(error, TooMuchWork), error


def test_a_message_that_holds_the_same_part_again_and_again_arrives() -> None:
    made = "x = Enum.reduce(1..60, {:a}, fn _, l -> {l, l} end)\n"
    result = ran(made + "send(self(), x)\nreceive do\n {y, _} when is_tuple(y) -> IO.puts(:got)\nend")
    assert (result.error, result.output) == (None, "got\n")
