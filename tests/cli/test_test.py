"""``simulator test``: a Mix project is loaded as Mix does it, and what is wrong with one is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from command_line import Ran

Command = Callable[..., Ran]

MIXFILE = """\
defmodule Shop.MixProject do
  use Mix.Project

  def project, do: [app: :shop, version: "0.1.0", elixirc_paths: paths(Mix.env()), deps: deps()]
  def application, do: [extra_applications: [:logger]%s]
  defp paths(:test), do: ["lib", "test/support"]
  defp paths(_), do: ["lib"]
  defp deps, do: [%s]
end
"""


def project(folder: Path, files: dict[str, str], more: str = "", deps: str = "") -> None:
    """Write a project."""
    for name, text in {"mix.exs": MIXFILE % (more, deps), "test/test_helper.exs": "ExUnit.start()\n", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def case(*lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines)
    return f'defmodule ShopTest do\n  use ExUnit.Case\n\n  test "it" do\n{body}\n  end\nend\n'


def test_a_file_waits_for_the_one_that_defines_what_it_needs(simulator: Command, folder: Path) -> None:
    project(folder, {
        "lib/a.ex": "defmodule A do\n  require Z\n  def double(x), do: Z.twice(x)\n  def new, do: %M{}\nend\n",
        "lib/m.ex": "defmodule M do\n  @size Z.size()\n  defstruct size: @size\nend\n",
        "lib/z.ex": "defmodule Z do\n  defmacro twice(x), do: quote(do: 2 * unquote(x))\n  def size, do: 7\nend\n",
        "test/support/help.ex": "defmodule Help do\n  def seven, do: 7\nend\n",
        "test/shop_test.exs": case("assert A.double(4) == 8", "assert A.new().size == Help.seven()",
                                   "Process.sleep(10_000)"),
    })  # fmt: skip
    ran = simulator("test", "-q")
    assert ran == (0, ".\nFinished in 10.0 seconds (0.00s async, 10.0s sync)\n1 test, 0 failures\n\n"
                      "Randomized with seed 0\n", "")  # fmt: skip


def test_texts_that_are_evaluated_in_one_place_are_each_their_own(simulator: Command, folder: Path) -> None:
    """Code.eval_string names them all alike: ``nofile``, or the file of the place, which stays what it is."""
    project(folder, {
        "lib/a.ex": "defmodule A do\n  alias String, as: S\n  def up(x), do: S.upcase(x)\n"
                    "  def run(text), do: elem(Code.eval_string(text, [x: 1], __ENV__), 0)\nend\n",
        "test/shop_test.exs": case('assert {2, _} = Code.eval_string("1 + 1")',
                                   'assert {4, _} = Code.eval_string("2 + 2")',
                                   'assert A.run(~s|A.up(S.downcase("B"))|) == "B"', 'assert A.run("x + 1") == 2',
                                   'assert A.up("c") == "C"'),
    })  # fmt: skip
    for _ in range(2):  # the second time with what is kept of the first
        assert "1 test, 0 failures" in simulator("test", "-q").out


def test_applications_start_with_their_configuration(simulator: Command, folder: Path) -> None:
    project(folder, {
        "config/config.exs": "import Config\nconfig :shop, size: 3, deep: [a: 1, b: 2]\n"
                             'import_config "#{config_env()}.exs"\n',
        "config/test.exs": "import Config\nconfig :shop, deep: [b: 3]\n",
        "config/runtime.exs": 'import Config\nconfig :shop, env: System.get_env("MIX_ENV")\n',
        "lib/shop.ex": "defmodule Shop do\n  use Application\n  def start(_, size) do\n    "
                       "Agent.start_link(fn -> size + Application.fetch_env!(:shop, :size) end, name: Shop)\n"
                       "  end\nend\n",
        "test/shop_test.exs": case(
            "assert Agent.get(Shop, & &1) == 8",
            'assert Application.get_all_env(:shop) |> Enum.sort() == [deep: [a: 1, b: 3], env: "test", size: 3]',
            "assert Application.get_application(Shop) == :shop",
            'assert Application.spec(:shop, :vsn) == \'0.1.0\'',
        ),
    }, more=", mod: {Shop, 5}")  # fmt: skip
    assert simulator("test", "-q").status == 0


def test_dependencies_are_compiled_before_and_started_before(simulator: Command, folder: Path) -> None:
    other = (
        'defmodule Other.MixProject do\n  use Mix.Project\n  def project, do: [app: :other, version: "1.2.0"]\nend\n'
    )
    project(folder, {
        "deps/other/mix.exs": other,
        "deps/other/lib/other.ex": "defmodule Other do\n  defmacro three, do: 3\n  def env, do: unquote(Mix.env())\n"
                                   '  def fail, do: raise "no"\nend\n',
        "lib/shop.ex": "defmodule Shop do\n  import Other\n  def size, do: three()\nend\n",
        "test/shop_test.exs": case("assert {Shop.size(), Other.env()} == {3, :prod}", "Other.fail()"),
    }, deps='{:other, "~> 1.0"}, {:docs, "~> 1.0", only: :dev}')  # fmt: skip
    ran = simulator("test", "-q")
    assert ran.status == 2
    assert "       (other 1.2.0) lib/other.ex:4: Other.fail/0\n       test/shop_test.exs:6: (test)\n" in ran.out


@pytest.mark.parametrize(
    ("files", "deps", "said"),
    [
        ({}, '{:other, "~> 1.0"}', '* other (Hex package)\n  the dependency is not available, run "mix deps.get"\n'),
        ({"mix.exs": "raise \"no\"\n"}, "", "mix.exs: ** (RuntimeError) no\n"),
        ({"mix.exs": "1\n"}, "", "it defines no project"),
        ({"lib/a.ex": "defmodule A do\n  require B\nend\n", "lib/b.ex": "defmodule B do\n  require A\nend\n"}, "",
         "deadlocked waiting on module A\n\nCompilation failed because of a deadlock between files.\n"
         "The following files depended on the following modules:\n\n  lib/b.ex => A\n  lib/a.ex => B\n"),
        ({"lib/a.ex": "defmodule A do\nend\n", "lib/b.ex": "defmodule A do\nend\n"}, "",
         "** (CompileError) lib/b.ex:1: cannot define module A because it is currently being defined in lib/a.ex:1\n"),
        ({"lib/a.ex": "defmodule A do\n  require Nowhere\nend\n"}, "",
         "** (CompileError) lib/a.ex:2: module Nowhere is not loaded and could not be found"),
        ({"test/test_helper.exs": ""}, "", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_project_is_said(
    simulator: Command, folder: Path, files: dict[str, str], deps: str, said: str
) -> None:
    project(folder, files, deps=deps)
    ran = simulator("test", "-q")
    assert said in ran.err and (ran.status == 0) == (not said)


def test_a_folder_without_a_project_is_told(simulator: Command, folder: Path) -> None:
    ran = simulator("test")
    assert ran.status == 1 and ran.err.startswith(f"no mix.exs in {folder}")


def test_what_another_file_defines_may_wait_where_this_one_defines_the_same(simulator: Command, folder: Path) -> None:
    project(folder, {
        "lib/outer.ex": "defmodule Outer do\n  use GenServer\n  def init(mod), do: {:ok, mod}\n"
                        "  def terminate(reason, mod), do: mod.terminate(reason, 1)\nend\n",
        "lib/z.ex": "defmodule Z do\n  def terminate(reason, state) do\n    Process.sleep(100)\n"
                    "    IO.inspect({reason, state})\n  end\nend\n",
        "test/shop_test.exs": case("{:ok, pid} = GenServer.start(Outer, Z)", "GenServer.stop(pid)"),
    })  # fmt: skip
    assert simulator("test", "-q").out.startswith("{:normal, 1}\n.\n")


KEPT = {
    "lib/a.ex": "defmodule A do\n  require B\n  def a, do: B.two()\nend\n",
    "lib/b.ex": "defmodule B do\n  defmacro two, do: C.two()\nend\n",
    "lib/c.ex": "defmodule C do\n  def two, do: 2\nend\n",
    "lib/d.ex": "defmodule D do\n  def calls, do: A.a()\nend\n",
    "lib/e.ex": 'defmodule E do\n  @text File.read!("e.txt")\n  def text, do: @text\nend\n',
    "lib/f.ex": "defmodule F do\n  def hello, do: :hello\nend\n",
    "e.txt": "one",
    "test/shop_test.exs": case("IO.inspect({D.calls(), E.text(), F.hello()})"),
}


@pytest.mark.parametrize(
    ("file", "text", "again", "says"),
    [
        ("lib/f.ex", KEPT["lib/f.ex"] + "# the same\n", ["lib/f.ex"], '{2, "one", :hello}'),
        ("lib/c.ex", "defmodule C do\n  def two, do: 22\nend\n", ["lib/a.ex", "lib/c.ex"],
         '{22, "one", :hello}'),
        ("lib/a.ex", "defmodule A do\n  def a, do: 1\nend\n", ["lib/a.ex"], '{1, "one", :hello}'),
        ("e.txt", "two", ["lib/e.ex"], '{2, "two", :hello}'),
        ("mix.exs", MIXFILE % ("", "") + "\n", list("abcdef"), '{2, "one", :hello}'),
    ],
)  # fmt: skip
def test_what_did_not_change_is_not_compiled_again(
    simulator: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str, again: list[str], says: str
) -> None:
    from simulator.elixir import file_compiler

    compiled: list[str] = []
    compile_program = file_compiler.compile_program

    def noted(program: Any, alone: bool) -> Any:
        compiled.append(program.file)
        return compile_program(program, alone)

    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setattr(file_compiler, "compile_program", noted)
    project(folder, KEPT)
    assert simulator("test", "-q").out.startswith('{2, "one", :hello}\n')
    assert len(compiled) == 8
    compiled.clear()
    assert simulator("test", "-q").out.startswith('{2, "one", :hello}\n')
    assert compiled == []
    compiled.clear()
    (folder / file).write_text(text)
    assert simulator("test", "-q").out.startswith(f"{says}\n")
    assert sorted(each for each in compiled if each.startswith("lib/")) == [
        each if "/" in each else f"lib/{each}.ex" for each in again
    ]


LOOKING = {
    "lib/reads.ex": "defmodule Reads do\n  defmacro text, do: File.read!(\"texts/a.txt\")\nend\n",
    "lib/asks.ex": "defmodule Asks do\n  require Reads\n"
                   '  @there File.exists?("there.txt")\n  @names File.ls!("texts")\n'
                   "  @outside File.read(\"../outside.txt\")\n"
                   "  def all, do: {Reads.text(), @there, @names, elem(@outside, 0)}\nend\n",
    "lib/rests.ex": "defmodule Rests do\n  @all Asks.all()\n  def all, do: @all\nend\n",
    "texts/a.txt": "a",
    "test/shop_test.exs": case("IO.inspect(Rests.all())"),
}  # fmt: skip


def test_what_was_read_while_a_file_was_compiled_is_compared(
    simulator: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = folder / "shop"
    shop.mkdir()
    monkeypatch.chdir(shop)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    project(shop, LOOKING)
    granted = "test", "-q", f"--allow-read={folder}"
    says = [simulator("test", "-q").out]
    (folder / "outside.txt").write_text("it")
    assert "not supported: Rests.all/0, whose module is not compiled: " in simulator("test", "-q").out
    says.append(simulator(*granted).out)
    (shop / "there.txt").write_text("it")
    says.append(simulator(*granted).out)
    (shop / "texts/b.txt").write_text("it")
    says.append(simulator(*granted).out)
    (shop / "texts/a.txt").write_text("b")
    says.append(simulator(*granted).out)
    (shop / "there.txt").unlink()
    says += [simulator(*granted).out, simulator(*granted).out]
    assert [each.partition("\n")[0] for each in says] == [
        '{"a", false, ["a.txt"], :error}',
        '{"a", false, ["a.txt"], :ok}',
        '{"a", true, ["a.txt"], :ok}',
        '{"a", true, ["a.txt", "b.txt"], :ok}',
        '{"b", true, ["a.txt", "b.txt"], :ok}',
        *2 * ['{"b", false, ["a.txt", "b.txt"], :ok}'],
    ]


def test_a_call_that_reaches_nothing_any_more_is_warned_of_in_a_file_that_is_kept(
    simulator: Command, folder: Path
) -> None:
    project(folder, KEPT)
    assert simulator("test", "-q").err == ""
    (folder / "lib/f.ex").write_text("defmodule F do\nend\n")
    (folder / "lib/a.ex").write_text("defmodule A do\nend\n")
    assert "warning: A.a/0 is undefined or private\n  lib/d.ex:2: D.calls/0\n" in simulator("test", "-q").err


def test_files_that_wait_for_the_one_that_seeks_are_tried_once(
    simulator: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.elixir import file_compiler

    tried: list[str] = []
    expand_file = file_compiler.expand_file

    def noted(unit: Any, quoted: Any) -> None:
        tried.append(unit.file)
        expand_file(unit, quoted)

    monkeypatch.setattr(file_compiler, "expand_file", noted)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    asks = "defmodule %s do\n  @behaviour Nowhere\n  defmacro m, do: 1\nend\n"
    project(folder, {
        "lib/a.ex": asks % "A",
        **{f"lib/z{n}.ex": asks % f"Y{n}" + f"defmodule Z{n} do\n  require A\n  A.m()\nend\n" for n in range(6)},
    })  # fmt: skip
    assert simulator("test", "-q").status == 0
    assert len(tried) < 20


WAITS = case(
    "pid = spawn_link(fn -> receive do :go -> :ok end end)", "send(pid, :other)", "send(self(), :mine)",
    "Process.sleep(1_500)", "assert pid == 1",
)  # fmt: skip


def test_a_failing_test_tells_who_was_alive_and_what_each_waited_for(simulator: Command, folder: Path) -> None:
    project(folder, {"test/shop_test.exs": WAITS})
    err = simulator("test").err
    assert err.startswith("     alive when it failed, at 1.5 s:\n")
    assert ", mailbox: :mine\n" in err
    assert "(fn in ShopTest.test it/1) at line 5, mailbox: :other\n" in err
    assert "     simulator play test/shop_test.exs:4 --open   shows it\n" in err
    assert simulator("test", "-q").err == ""


def test_one_test_is_played(simulator: Command, folder: Path) -> None:
    project(folder, {"test/shop_test.exs": WAITS, "lib/shop.ex": "defmodule Shop do\nend\n"})
    ran = simulator("play", "test/shop_test.exs:4", "-o", "page.html")
    assert (ran.status, ran.out) == (2, "page.html\n") and (folder / "page.html").stat().st_size > 100_000
    simulator("run", "-q", "test/shop_test.exs:4", "--trace", "one.jsonl")
    header = json.loads((folder / "one.jsonl").read_text().partition("\n")[0])
    assert header["scenario"]["name"] == "shop_test.exs" and header["scenario"]["source"] == WAITS


def test_results_for_machines(simulator: Command, folder: Path) -> None:
    project(folder, {"test/shop_test.exs": WAITS})
    ran = simulator("test", "--json", "--junit", "out.xml")
    told = json.loads(ran.out)
    assert (told["app"], told["status"], told["counts"]) == ("shop", 2, {"failed": 1})
    assert (told["tests"][0]["line"], told["tests"][0]["nanoseconds"]) == (4, 1_500_000_000)
    suite = ElementTree.parse(folder / "out.xml").getroot()[0]
    assert suite.attrib == {
        "name": "ShopTest", "package": "shop", "tests": "1", "failures": "1", "errors": "0", "skipped": "0",
        "time": "1.500000",
    }  # fmt: skip
    assert suite[0].attrib["name"] == "test it" and (suite[0][0].text or "").startswith("  1) test it (ShopTest)")


def test_the_tests_that_failed_run_again_alone(simulator: Command, folder: Path) -> None:
    text = 'defmodule ShopTest do\n  use ExUnit.Case\n  test "a", do: assert 1 == %s\n  test "b", do: assert 1\nend\n'
    project(folder, {"test/shop_test.exs": text % 2})
    assert "2 tests, 1 failure\n" in simulator("test", "-q").out
    assert "1 test, 1 failure\n" in simulator("test", "-q", "--failed").out
    (folder / "test/shop_test.exs").write_text(text % 1)
    assert "1 test, 0 failures\n" in simulator("test", "-q", "--failed").out
    assert "0 failures\n" in simulator("test", "-q", "--failed").out


def test_tests_are_run_in_other_orders(simulator: Command, folder: Path) -> None:
    race = case("parent = self()", "for name <- [1, 2], do: spawn(fn -> send(parent, name) end)",
                "assert_receive name", "assert name == 1")  # fmt: skip
    project(folder, {"test/shop_test.exs": race})
    assert simulator("test", "-q").status == 0
    ran = simulator("test", "-q", "--explore", "50")
    assert ran.status == 2 and "in another order: a test failed: test it (ShopTest)" in ran.out
    again = simulator("explore", "test/shop_test.exs:4", "--runs", "50", "-o", "race.json", "--no-page")
    assert again.status == 1 and "again:  simulator run test/shop_test.exs:4 --schedule race.json" in again.out
    assert simulator("run", "-q", "test/shop_test.exs:4", "--schedule", "race.json").status == 2


def test_a_script_runs_with_the_project_loaded(simulator: Command, folder: Path) -> None:
    project(folder, {
        "lib/shop.ex": "defmodule Shop do\n  use Application\n  def start(_, _), do: Agent.start_link(fn -> 7 end,"
                       " name: S)\nend\n",
        "run.exs": "IO.inspect({Agent.get(S, & &1), Mix.env(), System.argv()})\n",
    }, more=", mod: {Shop, []}")  # fmt: skip
    assert simulator("run", "-q", "run.exs", "one") == (0, '{7, :dev, ["one"]}\n', "")


def test_strictness_refuses_what_is_not_supported(simulator: Command, folder: Path) -> None:
    lacking = "defmodule Shop do\n  def f, do: :dets.open_file(:a, [])\nend\n"
    project(folder, {"lib/shop.ex": lacking, "test/shop_test.exs": case("assert true")})
    ran = simulator("test", "-q")
    assert ran.status == 0 and "not supported, and ends the run where it is called:\n  :dets.open_file/2" in ran.err
    ran = simulator("test", "-q", "--strict")
    assert ran.status == 1 and "not supported: :dets.open_file/2" in ran.err


@pytest.mark.parametrize("called", [
    ":telling.tell(1)", "apply(:telling, :tell, [1])", "Task.await(Task.async(:telling, :tell, [1]))",
    "Supervisor.start_link([%{id: 1, start: {:telling, :tell, [1]}}], strategy: :one_for_one)",
])  # fmt: skip
def test_erlang_sources_are_named_when_one_is_called(simulator: Command, folder: Path, called: str) -> None:
    assert ":telling.tell/1, which is Erlang source of telling\n" in _of_erlang(simulator, folder, called)


def test_erlang_sources_are_named_when_a_supervisor_asks_one_for_its_child(simulator: Command, folder: Path) -> None:
    called = "Supervisor.start_link([:telling], strategy: :one_for_one)"
    assert ":telling.child_spec/1, which is Erlang source of telling\n" in _of_erlang(simulator, folder, called)


def _of_erlang(simulator: Command, folder: Path, called: str) -> str:
    """Return what is said of a test that calls what a dependency has in Erlang."""
    project(folder, {
        "deps/telling/src/telling.erl": "-module(telling).\n-export([tell/1]).\ntell(X) -> X.\n",
        "test/shop_test.exs": case(f"assert {called} == 1"),
    }, deps='{:telling, "~> 1.0"}')  # fmt: skip
    ran = simulator("test", "-q")
    assert ran.status == 2
    return ran.out.partition("not supported: ")[2]


def test_a_project_that_asks_for_a_later_elixir_is_warned(simulator: Command, folder: Path) -> None:
    project(folder, {"mix.exs": (MIXFILE % ("", "")).replace('"0.1.0",', '"0.1.0", elixir: "~> 1.17",')})
    ran = simulator("test", "-q")
    assert ran.status == 0 and ran.err.startswith(
        'warning: shop asks for Elixir "~> 1.17": behaviour is that of 1.14.0'
    )


def test_the_logger_prints_from_the_level_on_that_is_configured(simulator: Command, folder: Path) -> None:
    logs = case("require Logger", 'Logger.info("low")', 'Logger.error("high")')
    project(folder, {"test/shop_test.exs": logs, "config/config.exs": "import Config\nconfig :logger, level: :error\n"})
    err = simulator("test", "-q").err
    assert "high" in err and "low" not in err
    (folder / "config/config.exs").write_text("import Config\nconfig :logger, backends: []\n")
    assert simulator("test", "-q").err == ""


def test_telemetry_is_built_in(simulator: Command, folder: Path) -> None:
    project(folder, {"test/shop_test.exs": case(
        "parent = self()",
        "tell = fn event, times, data, config -> send(parent, {event, Map.keys(times), data, config}) end",
        ":ok = :telemetry.attach_many(:mine, [[:shop, :start], [:shop, :stop]], tell, :given)",
        "assert :telemetry.span([:shop], %{a: 1}, fn -> {:done, %{b: 2}} end) == :done",
        "assert_received {[:shop, :start], [:monotonic_time, :system_time], %{a: 1}, :given}",
        "assert_received {[:shop, :stop], [:duration, :monotonic_time], %{b: 2}, :given}",
        ":ok = :telemetry.attach(:failing, [:fails], fn _, _, _, _ -> raise \"no\" end, nil)",
        "assert :telemetry.execute([:fails], %{n: 1}) == :ok",
        "assert :telemetry.detach(:failing) == {:error, :not_found}",
    )}, deps='{:telemetry, "~> 1.0"}')  # fmt: skip
    ran = simulator("test", "-q")
    assert ran.status == 0 and "Handler :failing has failed and has been detached. Class=:error" in ran.err


def test_what_the_helper_requires_is_known_to_what_stands_below(simulator: Command, folder: Path) -> None:
    project(folder, {
        "test/support.exs": "defmodule Support do\n  defmacro __using__(_), do: quote(do: def(seven, do: 7))\nend\n",
        "test/test_helper.exs": 'ExUnit.start()\nCode.require_file("support.exs", __DIR__)\n\n'
                                "defmodule Helper do\n  use Support\nend\n",
        "test/shop_test.exs": case("assert Helper.seven() == 7"),
    })  # fmt: skip
    assert [simulator("test", "-q").status for _ in range(2)] == [0, 0]
    support = folder / "test/support.exs"
    support.write_text(support.read_text().replace("do: 7", "do: 8"))
    ran = simulator("test", "-q")
    assert (ran.status, ran.err) == (2, "") and "left:  8" in ran.out
