"""What the compiled code is like: lines, names, which functions block, what a process may be asked to bear."""

from __future__ import annotations

import types
from typing import Any

import pytest

from simulator.elixir.compile.analysis.analysis import Analysis
from simulator.elixir.compile.program import compile_program
from simulator.elixir.expand.program import expand
from simulator.elixir.runtime.modules.modules import forms
from simulator.elixir.runtime.running.image import dumps, load_program, loads
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.nodes import Program


def _program(text: str) -> Program:
    return expand(parse(text, "case.exs"), "case.exs")


def _codes(code: types.CodeType) -> dict[str, types.CodeType]:
    found = {code.co_qualname: code}
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            found.update(_codes(each))
    return found


def _analysis(text: str) -> Analysis:
    return Analysis(_program(text), forms)


def test_code_has_the_names_and_lines_of_elixir() -> None:
    text = """
defmodule Shop do
  def buy(x) do
    price(x) +
      tax(
        x
      )
  end
  defp price(x), do: x
  defp tax(x), do: fn -> x end
end
"""
    codes = _codes(compile_program(_program(text)).code)
    assert {"Shop.buy/1", "Shop.price/1", "Shop.tax/1", "Shop.-tax/1-fun-0-", "(file)"} <= set(codes)
    buy = codes["Shop.buy/1"]
    assert (buy.co_filename, buy.co_firstlineno, buy.co_argcount) == ("case.exs", 3, 1)
    assert {line for _, _, line in buy.co_lines()} >= {4, 5}


def test_a_program_survives_being_kept() -> None:
    image = compile_program(_program('defmodule Kept do\n  def a, do: {:b, 1.5, "c", [:d]}\nend\n'))
    assert dumps(loads(dumps(image))) == dumps(image)
    load_program(loads(dumps(image)))


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\xe9"])
def test_what_is_no_kept_program_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no compiled program"):
        loads(data)


def test_only_what_may_wait_is_a_generator() -> None:
    analysis = _analysis("""
defmodule Who do
  def plain(x), do: Enum.map(x, fn y -> y + 1 end)
  def waits, do: receive(do: (x -> x))
  def calls_it(x), do: {x, waits()}
  def hands_it_on(x), do: Enum.map(x, fn _ -> waits() end)
  def polls(pid), do: if(Process.alive?(pid), do: polls(pid), else: :dead)
  def asks_once(pid), do: Process.alive?(pid)
  def spawns, do: spawn(fn -> waits() end)
end
""")
    blocking = {key.partition(".")[2].removeprefix("Who.") for key, info in analysis.functions.items() if info.blocks}
    assert blocking == {"waits/0", "calls_it/1", "hands_it_on/1", "polls/1", "asks_once/1"}


def test_unknown_functions_block_if_one_of_their_arity_may() -> None:
    calm = "defmodule Calm do\n  def do_it(f), do: f.(1)\n  def start, do: do_it(fn x -> x end)\nend\n"
    assert not _analysis(calm).blocks("Elixir.Calm.do_it/1")
    waiting = calm.replace("fn x -> x end", "fn x -> receive(do: (^x -> x)) end")
    assert _analysis(waiting).blocks("Elixir.Calm.do_it/1")


def test_circles_of_tail_calls_are_found() -> None:
    analysis = _analysis("""
defmodule Round do
  def a(n), do: b(n)
  def b(n), do: c(n)
  def c(0), do: :done
  def c(n), do: a(n - 1)
  def outside(n), do: a(n)
  def recursive(n), do: 1 + recursive(n)
end
""")
    assert {key.partition(".Round.")[2] for key in analysis.cycles} == {"a/1", "b/1", "c/1"}


def test_what_is_known_of_numbers_spares_questions() -> None:
    def text(body: str) -> str:
        return compile_program(_program(f"defmodule Sum do\n  def f(a, b), do: {body}\nend\n")).text

    assert "number(" in text("a + b")
    assert "number(" not in text("a + 1")
    assert "number(" not in text("(a - 1) + 2")
    assert "less(" in text("a < b")
    assert "less(" not in text("a - 1 < b - 1")


def test_functions_that_give_numbers_are_found() -> None:
    analysis = _analysis("""
defmodule Num do
  def fib(n) when n < 2, do: n
  def fib(n), do: fib(n - 1) + fib(n - 2)
  def size(list), do: if(list == [], do: 0, else: length(list))
  def half(n) when is_integer(n) do
    h = div(n, 2)
    h
  end
  def same(x), do: x
  def either(x) when x > 2, do: x
  def through(x), do: same(x)
end
""")
    assert {key.partition(".Num.")[2] for key in analysis.numeric} == {"fib/1", "size/1", "half/1"}


def _run(text: str, **settings: Any) -> Any:
    from simulator.elixir.runtime.failures.front import ELIXIR
    from simulator.elixir.runtime.world import World, enter, world
    from simulator.kernel import Kernel

    before = world()
    enter(World())
    kernel = world().kernel = Kernel(front=ELIXIR, **settings)
    main = load_program(compile_program(_program(text)))
    results: list[Any] = []

    def run(proc: Any) -> Any:
        results.append((yield from main()))

    try:
        kernel.start(run, halt=True)
        kernel.run()
    finally:
        kernel.close()
        enter(before)
    return results[0] if results else kernel.main_banner


def test_a_loop_that_polls_lets_others_run() -> None:
    text = """
defmodule Poll do
  def wait(pid), do: if(Process.alive?(pid), do: wait(pid), else: :dead)
end
pid = spawn(fn -> receive(do: (:stop -> :ok)) end)
spawn(fn -> send(pid, :stop) end)
Poll.wait(pid)
"""
    assert repr(_run(text)) == ":dead"


def test_stack_traces_have_elixirs_places() -> None:
    told = _run("""
defmodule Stack do
  def push(x) do
    [0 | top(x)]
  end
  defp top(x) do
    [hd(x)]
  end
end
[Stack.push([])]
""")
    assert told.split("\n")[-3:] == [
        "    case.exs:7: Stack.top/1",
        "    case.exs:4: Stack.push/1",
        "    case.exs:10: (file)",
    ]
