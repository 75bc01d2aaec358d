"""What has no end is stopped by counted work, the same on every machine; what is too large is not begun."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest

from simulator.cli.main import main as command
from simulator.elixir.runtime.values import deep, sizes
from simulator.kernel import Kernel, MailboxFlood, ScenarioError, StalledClock, TooManyProcesses, TooMuchWork
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cast(dict[str, object], Kernel.__init__.__kwdefaults__), "instant_limit", 20_000)


SMALL = {"work_limit": 200_000, "mailbox_limit": 5_000, "process_limit": 5_000, "limit": 50_000}
WORK = "more than 200,000 calls, turns of loops and items of walks at one instant (the setting work_limit allows more)"


def ran(code: str, trace: bool = True) -> Run:
    return start(load_elixir("nofile", SMALL, code=code), trace=trace)


def module(body: str, call: str = "L.go(0)") -> str:
    return f"defmodule L do\n{body}\nend\n{call}"


WALKS = [
    "Stream.iterate(1, & &1 + 1) |> Stream.run()",
    "Stream.repeatedly(fn -> 1 end) |> Enum.each(fn x -> x end)",
    "Stream.cycle([1, 2]) |> Enum.reduce(0, &+/2)",
    "Stream.unfold(1, fn x -> {x, x} end) |> Enum.count()",
    "Stream.resource(fn -> 0 end, fn n -> {[n], n + 1} end, fn _ -> :ok end) |> Stream.map(& &1) |> Stream.run()",
    "Enum.reduce(1..1_000_000_000, 0, fn x, a -> x + a end)",
    "Enum.each(1..1_000_000_000, fn _ -> IO.puts(1) end)",
    "for x <- 1..1000, y <- 1..1000, z <- 1..1000, do: x + y + z",
    "for x <- 1..1000, y <- 1..1000, z <- 1..1000, reduce: 0 do\n  a -> a + x + y + z\nend",
    "for _ <- Stream.cycle([1]), do: :ok",
    "try do\n Enum.map(1..1_000_000_000, & &1)\nrescue\n _ -> :went_on\nend",
    "Enum.to_list(1..1_000_000_000)",
    "List.duplicate(1, 1_000_000_000)",
    ":lists.seq(1, 1_000_000_000)",
    "Enum.sum(Stream.map(1..1_000_000_000, & &1))",
    "1..1_000_000_000 |> Enum.into(MapSet.new())",
    ":lists.foreach(fn _ -> :ok end, Enum.to_list(1..150_000))",
    'for <<_::0 <- "a">>, do: 1',
    "for <<x::1 <- :binary.copy(<<0>>, 100_000)>>, do: x",
    "Stream.resource(fn -> 0 end, fn n -> {[], n + 1} end, fn _ -> :ok end) |> Enum.take(1)",
    'Stream.iterate(0, fn n -> Code.eval_string("x = #{n}"); n + 1 end) |> Stream.run()',
    's = "Code.eval_string(s, s: s)"; Code.eval_string(s, s: s)',
    "Stream.repeatedly(fn -> Module.create(M, nil, __ENV__) end) |> Stream.run()",
    "Code.eval_quoted(Enum.reduce(1..60, 1, fn _, a -> {:+, [], [a, a]} end))",
    "Macro.prewalk(Enum.reduce(1..60, 1, fn _, a -> {:+, [], [a, a]} end), & &1)",
    ":array.to_list(:array.new(1_000_000_000_000))",
    "List.myers_difference(Enum.to_list(1..1_000), Enum.to_list(2_000..3_000))",
    'String.jaro_distance(String.duplicate("ab", 5_000), String.duplicate("cb", 5_000))',
    'String.graphemes(String.duplicate("a", 1_000_000))',
    'String.codepoints(String.duplicate("a", 1_000_000))',
    'String.split(String.duplicate("a", 1_000_000), "a")',
    'String.replace(String.duplicate("a", 1_000_000), "a", "b")',
    ':binary.matches(String.duplicate("a", 1_000_000), "a")',
    ":unicode.characters_to_binary(Enum.reduce(1..60, 'ab', fn _, a -> [a, a] end))",
    "Stream.repeatedly(fn -> :counters.new(1, []) end) |> Stream.run()",
    'Stream.repeatedly(fn -> File.write!("f", String.duplicate("a", 100_000), [:append]) end) |> Stream.run()',
]


@pytest.mark.parametrize("loop", WALKS)
def test_a_walk_without_an_end_is_stopped_and_nothing_takes_that(loop: str) -> None:
    result = ran(loop + "\nIO.puts(:went_on)")
    assert isinstance(result.error, TooMuchWork) and "went_on" not in result.output
    assert re.fullmatch(rf"nofile:\d: no end: {re.escape(WORK)}", str(result.error))


PLAIN = [
    (module("def go(n), do: go(n + 1)"), "L.go/1", 2),
    (module("def go(n), do: on(n)\ndef on(n), do: go(n)"), "L.go/1", 2),
    (module("def go(n), do: M.on(n)\nend\ndefmodule M do\ndef on(n), do: L.go(n)"), "L.go/1", 2),
    (module("def go(30), do: 1\ndef go(n) do\n go(n + 1) + go(n + 1)\nend"), "L.go/1", 3),
    ("f = fn f, n -> if n > 30, do: 1, else: f.(f, n + 1) + f.(f, n + 1) end\nf.(f, 0)", "an anonymous function", 1),
    (module("def go(n), do: go(n, [])\ndefp go(n, all), do: go(n, [n | all])"), "L.go/2", 3),
    (module("def go(n), do: go(n, %{})\ndefp go(n, all), do: go(n + 1, Map.put(all, n, n))"), "L.go/2", 3),
    (module("def go(n) do\n try do\n  throw(n)\n catch\n  _ -> :ok\n end\n go(n + 1)\nend"), "L.go/1", 2),
    (module("defstruct [:a]\ndef go(n), do: go(%L{a: n})"), "L.go/1", 3),
    (
        "defprotocol P do\n def go(x)\nend\ndefimpl P, for: Integer do\n"
        " def go(30), do: 1\n def go(x), do: P.go(x + 1) + P.go(x + 1)\nend\nP.go(0)", "P.Integer.go/1", 6,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "who", "line"), PLAIN)
def test_calls_without_an_end_are_stopped_where_they_are_and_nothing_takes_that(code: str, who: str, line: int) -> None:
    result = ran(f"try do\n{code}\nrescue\n _ -> IO.puts(:went_on)\nend\nIO.puts(:went_on)")
    assert isinstance(result.error, TooMuchWork) and "went_on" not in result.output
    assert str(result.error) == f"nofile:{line + 1}: no end: {who} is called again and again: {WORK}"


OTHER = [
    (module("def go(9), do: 1\ndef go(n), do: Enum.sum(Enum.map(1..9, fn _ -> go(n + 1) end))"), TooMuchWork),
    (module("def go(n), do: apply(L, Enum.random([:go]), [n + 1])"), TooMuchWork),
    (module("def go(n) do\n m = Enum.random([L])\n m.go(n + 1)\nend"), TooMuchWork),
    (module("def go(n), do: go(n, \"\")\ndefp go(n, all), do: go(n, all <> \"abc\")"), StalledClock),
    (module("def go(n) do\n IO.puts(n)\n go(n + 1)\nend"), StalledClock),
    (module("def go(n) do\n Process.info(self(), :message_queue_len)\n go(n + 1)\nend"), StalledClock),
    (module("def go(n) do\n :erlang.monotonic_time()\n go(n + 1)\nend"), StalledClock),
    (module("def go(n) do\n :ets.insert(:t, {n, n})\n go(n + 1)\nend", ":ets.new(:t, [:named_table])\nL.go(0)"),
     StalledClock),
    (module("def go(n) do\n String.to_atom(\"a#{n}\")\n go(n + 1)\nend"), StalledClock),
    (module("def go(n) do\n <<n::32>>\n <<_::32>> = <<n::32>>\n go(n + 1)\nend"), StalledClock),
    (module("def go(n) do\n receive do :never -> 1 after 0 -> go(n) end\nend"), StalledClock),
    (module("def go(n) do\n send(self(), n)\n go(n)\nend"), MailboxFlood),
    ("Registry.start_link(keys: :unique, name: R, partitions: 1_000_000_000)", TooManyProcesses),
    ("PartitionSupervisor.start_link(child_spec: {Agent, fn -> 0 end}, name: P, partitions: 1_000_000_000)",
     TooManyProcesses),
    (module("def go(n) do\n spawn(fn -> Process.sleep(:infinity) end)\n go(n)\nend"), TooManyProcesses),
    (module("def go(n) do\n Process.sleep(0)\n go(n)\nend"), StalledClock),
    (module("def go(n) do\n spawn(fn -> :ok end)\n go(n)\nend"), ScenarioError),
    (module("def go(n) do\n Agent.start_link(fn -> n end)\n go(n)\nend"), ScenarioError),
    (module("def go(n) do\n Task.await(Task.async(fn -> n end))\n go(n)\nend"), StalledClock),
]  # fmt: skip
SERVERS = [
    "use GenServer\ndef init(x), do: {:ok, x, {:continue, 1}}\n"
    "def handle_continue(n, x), do: {:noreply, x, {:continue, n}}",
    "use GenServer\ndef init(x), do: {:ok, x, 0}\ndef handle_info(_, x), do: {:noreply, x, 0}",
    "use GenServer\ndef init(x), do: {:ok, x, {:continue, :go}}\ndef handle_continue(_, x) do\n send(self(), x)\n"
    " {:noreply, x}\nend\ndef handle_info(_, x), do: {:noreply, x, {:continue, x}}",
]


@pytest.mark.parametrize("body", SERVERS)
def test_a_server_that_goes_on_at_one_instant_is_stopped(body: str) -> None:
    result = ran(module(body, "GenServer.start(L, 1)\nProcess.sleep(1)"))
    assert isinstance(result.error, StalledClock), result.ended


MACHINES = ["{:keep_state_and_data, [{:next_event, :internal, 1}]}", "{:keep_state_and_data, [{:timeout, 0, 1}]}"]


@pytest.mark.parametrize("moves", MACHINES)
def test_a_state_machine_that_goes_on_at_one_instant_is_stopped(moves: str) -> None:
    body = "def callback_mode, do: :handle_event_function\ndef init(_), do: {:ok, :a, 1}\n"
    body += f"def handle_event(_, _, _, _), do: {moves}"
    result = ran(module(body, "{:ok, m} = :gen_statem.start(L, 1, [])\nsend(m, 1)\nProcess.sleep(1)"))
    assert isinstance(result.error, StalledClock), result.ended


@pytest.mark.parametrize(("code", "kind"), OTHER)
def test_what_goes_on_at_one_instant_is_stopped(code: str, kind: type[ScenarioError]) -> None:
    result = ran(f"try do\n{code}\nrescue\n _ -> IO.puts(:went_on)\nend")
    assert isinstance(result.error, kind) and "went_on" not in result.output, result.error
    assert str(result.error).startswith("nofile:")


def test_timers_without_a_delay_are_stopped() -> None:
    result = ran(module("def go(n) do\n Process.send_after(self(), n, 0)\n receive do m -> go(m) end\nend"))
    assert isinstance(result.error, StalledClock)
    assert str(result.error).startswith("nofile:4: virtual time stands still at 0 ms: #PID<0.100.0> (main/0) at line 4")


DEEP = [
    (module("def go(n), do: 1 + go(n)"), "nofile:3: no end: L.go/1"),
    (module("def go(n) do\n go(n + 1)\n go(n + 2)\nend", "spawn(fn -> L.go(0) end)\nProcess.sleep(1)"),
     "nofile:4: no end: L.go/1"),
    (module("def go(n) do\n try do\n  go(n + 1)\n after\n  :ok\n end\nend"), "nofile:5: no end: L.go/1"),
    (module("def go(n), do: apply(L, :on, [n])\ndef on(n), do: apply(L, :go, [n + 1])"),
     "nofile:[34]: no end: L.(on|go)/1"),
    ("f = fn f -> [1 | f.(f)] end\nf.(f)", "nofile:2: no end: an anonymous function"),
    (module("def go(n), do: 1 + on(n)\ndef on(n) do\n receive do 1 -> 1 after 0 -> go(n) end\nend"),
     "nofile:[35]: no end: L.(on|go)/1"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "told"), DEEP)
def test_a_recursion_without_an_end_names_its_function(code: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deep, "FRAMES", 20_000)
    result = ran(f"try do\n{code}\nrescue\n _ -> IO.puts(:went_on)\nend", trace=False)
    assert re.fullmatch(rf"{told} calls deeper than there is room for \(20,000 frames\)", str(result.error))
    assert isinstance(result.error, TooMuchWork) and "went_on" not in result.output


def test_the_point_is_the_same_each_time() -> None:
    code = "for n <- Stream.iterate(1, & &1 + 1) do\n IO.puts(n)\n Enum.map(1..n, & &1)\nend"
    first, again = ran(code), ran(code)
    assert isinstance(first.error, TooMuchWork) and len(first.output) > 100
    assert (str(again.error), again.output, list(map(str, again.trace))) == (
        str(first.error), first.output, list(map(str, first.trace)),
    )  # fmt: skip


def test_what_is_done_at_other_instants_is_no_such_work() -> None:
    code = "for _ <- 1..30 do\n Enum.each(1..10_000, & &1)\n Process.sleep(1)\nend\nIO.puts(:done)"
    assert ran(code).output == "done\n"


def test_ten_times_as_much_in_all_is_the_end_of_a_run() -> None:
    code = module("def go(n) do\n Enum.each(1..30_000, & &1)\n Process.sleep(1)\n go(n + 1)\nend")
    error = ran(code).error
    assert isinstance(error, TooMuchWork) and "more than 2,000,000 calls" in str(error) and "in all" in str(error)


def test_a_test_without_an_end_is_ended_and_the_next_one_runs() -> None:
    result = ran("""
ExUnit.start()
defmodule EndlessTest do
  use ExUnit.Case
  def go(n), do: go(n + 1)
  def deep(n), do: 1 + deep(n)
  test "turns", do: go(0)
  test "depth", do: deep(0)
  test "walk", do: Enum.each(Stream.cycle([1]), & &1)
  test "none", do: assert(1 == 1)
end
""")
    assert result.error is None and "4 tests, 3 failures\n" in result.output


def test_what_a_failed_call_was_given_is_told_as_far_as_there_is_work_left() -> None:
    code = "GenServer.call(spawn(fn -> exit(:a) end), Enum.reduce(1..60, [], fn _, a -> {a, a} end))"
    assert isinstance(ran(code).error, TooMuchWork)


def test_a_limit_has_an_exit_status_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trace = tmp_path / "trace.jsonl"
    code = "IO.puts(:before)\nEnum.each(1..1_000_000_000, & &1)"
    assert command(["run", "-q", "-e", code, "--trace", str(trace), "--set", "work_limit=1000000"]) == 3
    captured = capsys.readouterr()
    assert captured.out == "before\n" and captured.err.count("\n") == 1
    assert trace.read_text().count("\n") > 3


def test_a_macro_without_an_end_has_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    code = module("defmacro m, do: Enum.each(1..1_000_000_000, & &1)", "defmodule M do\nrequire L\nL.m()\nend")
    assert command(["run", "-q", "-e", code, "--set", "work_limit=1000000"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "made",
    [
        "Integer.pow(10, 1_000_000_000)", "10 ** 100_000_000_000", 'String.pad_leading("x", 10_000_000_000)',
        ":crypto.strong_rand_bytes(100_000_000_000)", "Bitwise.bsl(1, 100_000_000_000)", "(-3) ** 1_000_000_000",
        'String.duplicate("abc", 10_000_000_000)', ':binary.copy("abc", 10_000_000_000)', "<<0::10_000_000_000>>",
        ":rand.bytes(1_000_000_000_000)",
        'String.replace(String.duplicate("a", 20_000), "a", String.duplicate("b", 20_000))',
        "<<0::size(8)-unit(1)>> |> String.duplicate(1_000_000_000)",
    ],
)  # fmt: skip
def test_what_is_too_large_is_not_begun(made: str) -> None:
    code = f"try do\n  {made}\nrescue\n  e -> IO.inspect(e.__struct__)\nend"
    assert ran(code).output == "SystemLimitError\n"


@pytest.mark.parametrize("square", ["n * n", "M.square(n)"])
def test_a_product_of_products_finds_no_room(square: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes, "_BITS", 200_000)
    functions = "def square(n), do: n * n"
    code = f"try do\n  Enum.reduce(1..40, 3, fn _, n -> {square} end)\nrescue\n  e -> IO.inspect(e.__struct__)\nend"
    assert ran(f"defmodule M do\n{functions}\nend\n{code}").output == "SystemLimitError\n"
