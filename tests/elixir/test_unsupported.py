"""What is not supported: warned of before a run, it ends the run where it is called, and nothing takes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.elixir.runtime.unsupported import Unsupported
from simulator.scenario import Run, SourceError, exit_status, start
from simulator.scenario.elixir.file import load_elixir

MENTIONED = "defmodule Rare do\n  def dump(file), do: :dets.open_file(:t, file: file)\nend\n"
WARNING = "warning: not supported, and ends the run where it is called:\n  :dets.open_file/2 (some.exs:2)\n"


def written(tmp_path: Path, text: str) -> str:
    file = tmp_path / "some.exs"
    file.write_text(text, encoding="utf-8")
    return str(file)


def ran(tmp_path: Path, text: str) -> Run:
    return start(load_elixir(written(tmp_path, text)))


def test_what_is_only_mentioned_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, MENTIONED + "IO.puts(1 + 2)")
    scenario = load_elixir("some.exs")
    assert scenario.warnings == [WARNING]
    assert start(scenario).output == "3\n"


def test_strict_refuses_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"some\.exs:2: not supported: :dets\.open_file/2"):
        load_elixir(written(tmp_path, MENTIONED), strict=True)


@pytest.mark.parametrize(
    "wrapped",
    [
        "try do\n  Rare.dump(1)\nrescue\n  _ -> :went_on\nend",
        "try do\n  Rare.dump(1)\ncatch\n  _, _ -> :went_on\nend",
        "Process.flag(:trap_exit, true)\nspawn_link(fn -> Rare.dump(1) end)\nProcess.sleep(10)",
        "Task.async(fn -> apply(:dets, :open_file, [:t, []]) end) |> Task.yield(10)",
        "f = &:dets.open_file/2\ntry do\n  f.(:t, [])\nafter\n  IO.puts(\"went on\")\nend",
    ],
)
def test_nothing_takes_it(wrapped: str, tmp_path: Path) -> None:
    result = ran(tmp_path, MENTIONED + wrapped + "\nIO.puts(\"went on\")")
    assert isinstance(result.error, Unsupported) and result.error.args[0] == "not supported: :dets.open_file/2"
    assert result.error.file.endswith("some.exs") and result.error.line >= 2
    assert result.output == ""


def test_a_native_function_is_named_where_it_is_called(tmp_path: Path) -> None:
    stub = "@on_load :init\n  def init, do: :erlang.load_nif(~c\"./priv/fast\", 0)\n"
    stub += "  def add(_, _), do: :erlang.nif_error(:not_loaded)\n"
    result = ran(tmp_path, f"defmodule Fast do\n  {stub}end\nIO.puts(:loaded)\nFast.add(1, 2)")
    assert result.output == "loaded\n"
    assert isinstance(result.error, Unsupported)
    assert "not supported: Fast.add/2, a native function (NIF)" in str(result.error)


def test_it_does_not_exist_for_who_asks(tmp_path: Path) -> None:
    asked = "IO.inspect({function_exported?(:dets, :open_file, 2), Code.ensure_loaded?(:dets)})"
    assert ran(tmp_path, asked).output == "{false, false}\n"


def test_the_command_says_where_and_exits_unlike_a_crash(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "run", written(tmp_path, MENTIONED + "IO.puts(:before)\nRare.dump(1)")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "before\n" and done.returncode == 2
    assert "some.exs:2: not supported: :dets.open_file/2\n" in done.stderr and "Traceback" not in done.stderr


TESTS = """
  test "rescues", do: (try do Rare.dump(1) rescue _ -> :ok end)
  test "asks a server" do
    {:ok, pid} = Agent.start(fn -> 1 end)
    Agent.get(pid, fn _ -> Rare.dump(1) end)
  end
  test "good", do: assert 1 + 1 == 2
  test "clears up" do
    on_exit(fn -> Rare.dump(1) end)
  end
  test "a task", do: Task.await(Task.async(fn -> Rare.dump(1) end))
  test "fails", do: assert 1 + 1 == 3
"""


def test_in_a_suite_it_ends_that_test_alone(tmp_path: Path) -> None:
    result = ran(tmp_path, f"ExUnit.start()\n{MENTIONED}defmodule SomeTest do\n  use ExUnit.Case\n{TESTS}end")
    assert "6 tests, 1 failure, 4 not supported\n" in result.output
    assert result.output.count("     not supported: :dets.open_file/2\n") == 4
    assert exit_status(result) == 2


ORPHANS = """
  defmodule Rest do
    use Supervisor
    def start_link(_), do: Supervisor.start_link(__MODULE__, nil, name: Rest)
    def init(_), do: Supervisor.init(for(n <- 1..9, do: agent(n)), strategy: :one_for_one)
    defp agent(n), do: Supervisor.child_spec({Agent, fn -> n end}, id: n)
  end
  defmodule Broken do
    def child_spec(_), do: %{id: Broken, start: {Broken, :start_link, []}}
    def start_link, do: Rare.dump(1)
  end
  setup do
    start_supervised!(Rest)
    :ok
  end
  test "one", do: start_supervised!(Broken)
  test "two", do: start_supervised!(Broken)
"""


def test_what_the_test_has_started_is_stopped_before_the_next(tmp_path: Path) -> None:
    result = ran(tmp_path, f"ExUnit.start()\n{MENTIONED}defmodule SomeTest do\n  use ExUnit.Case\n{ORPHANS}end")
    assert "2 tests, 0 failures, 2 not supported\n" in result.output


def test_what_is_done_before_all_tests_takes_them_along(tmp_path: Path) -> None:
    module = "  setup_all do\n    Rare.dump(1)\n    :ok\n  end\n  test \"a\", do: :ok\n  test \"b\", do: :ok\n"
    result = ran(tmp_path, f"ExUnit.start()\n{MENTIONED}defmodule SomeTest do\n  use ExUnit.Case\n{module}end")
    assert "2 tests, 0 failures, 2 not supported\n" in result.output


@pytest.mark.parametrize(
    "start",
    [
        "GenServer.start(S, 1, spawn_opt: [max_heap_size: 1000])",
        "Agent.start(fn -> 1 end, spawn_opt: [max_heap_size: 1000])",
        ":gen_server.start(S, 1, spawn_opt: [max_heap_size: 1000])",
        "Process.spawn(fn -> 1 end, max_heap_size: 1000)",
        "Process.flag(:max_heap_size, 1000)",
    ],
)
def test_a_limit_of_a_heap_is_refused_wherever_it_is_asked_for(start: str, tmp_path: Path) -> None:
    result = ran(tmp_path, "defmodule S do\n  use GenServer\n  def init(a), do: {:ok, a}\nend\n" + start)
    assert isinstance(result.error, Unsupported)
    assert result.error.args[0].startswith("not supported: the process setting ") and result.error.line == 5


def test_it_is_told_once_that_a_priority_does_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Process.flag(:priority, :max)\nProcess.spawn(fn -> 1 end, priority: :high)\nIO.puts(:done)"
    assert ran(tmp_path, text).output == "done\n"
    assert capsys.readouterr().err.count("warning: the priority :max of a process does nothing") == 1


@pytest.mark.parametrize("kind", ["defstruct", "defexception"])
def test_a_struct_that_a_function_would_define_is_named(tmp_path: Path, kind: str) -> None:
    with pytest.raises(SourceError, match=rf"some\.exs:2: not supported: {kind} inside a function"):
        load_elixir(written(tmp_path, f"defmodule A do\n  def f(to), do: {kind}([to])\nend"))
