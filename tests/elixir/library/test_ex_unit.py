"""ExUnit on the virtual clock; what it prints is compared with real Elixir's in ``tests/conformance``."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.elixir.runtime import index
from simulator.scenario import Run, SourceError, exit_status, start
from simulator.scenario.elixir.file import load_elixir

HEAD = "ExUnit.start()\n\ndefmodule SomeTest do\n  use ExUnit.Case\n"


def ran(tests: str, tmp_path: Path, head: str = HEAD, **settings: object) -> Run:
    file = tmp_path / "some.exs"
    file.write_text(f"{head}{tests}\nend\n", encoding="utf-8")
    return start(load_elixir(str(file), settings))


def test_a_day_takes_no_time(tmp_path: Path) -> None:
    result = ran(
        """
  @tag timeout: :infinity
  test "it is tomorrow" do
    Process.send_after(self(), :tomorrow, 24 * 3_600_000)
    refute_receive :tomorrow, 24 * 3_600_000 - 1
    assert_receive :tomorrow, 2
  end
""",
        tmp_path,
    )
    assert result.output.startswith(".\nFinished in 86400.0 seconds (0.00s async, 86400.0s sync)\n1 test, 0 failures\n")
    assert exit_status(result) == 0


def test_a_test_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    result = ran("test \"sleeps\", do: Process.sleep(60_001)\n  test \"goes on\", do: assert true", tmp_path)
    assert "** (ExUnit.TimeoutError) test timed out after 60000ms." in result.output
    assert "2 tests, 1 failure" in result.output
    assert (result.now, exit_status(result)) == (60_000_000_000, 2)


def test_modules_that_allow_it_run_side_by_side(tmp_path: Path) -> None:
    module = 'defmodule {}Test do\n  use ExUnit.Case, async: true\n  test "sleeps", do: Process.sleep(1000)\n'
    head = "ExUnit.start()\n" + module.format("One") + "end\n" + module.format("Two")
    result = ran("", tmp_path, head)
    assert "Finished in 1.0 seconds (1.0s async, 0.00s sync)\n2 tests, 0 failures" in result.output


def test_the_seed_gives_the_order(tmp_path: Path) -> None:
    tests = "\n".join(f'  test "{name}", do: IO.write("{name}")' for name in "abcdefgh")
    plain = ran(tests, tmp_path)
    assert plain.output.replace(".", "").startswith("abcdefgh\n") and "Randomized with seed 0" in plain.output
    seven = ran(tests, tmp_path, seed=7)
    assert seven.output == ran(tests, tmp_path, seed=7).output != plain.output
    assert "Randomized with seed 7" in seven.output


def test_a_test_is_a_process_of_its_own(tmp_path: Path) -> None:
    result = ran('test "one", do: send(self(), :x)\n  test "two", do: refute_received(:x)', tmp_path)
    labels = [event.function for event in result.trace if event.__struct_config__.tag == "spawn"]
    assert labels[1:] == ["SomeTest.__ex_unit__/0", 'SomeTest."test one"/1', 'SomeTest."test two"/1']
    assert "2 tests, 0 failures" in result.output


@pytest.mark.parametrize(
    ("tests", "problem"),
    [
        ("doctest Other", "could not retrieve the documentation for module Other"),
        ('test "a", do: :ok\n  test "a", do: :ok', ':"test a" is already defined in SomeTest'),
        ('describe "a" do\n describe "b" do\n end\n end', 'cannot call "describe" inside another "describe"'),
        ('describe "a" do\n setup_all do\n :ok\n end\n end', "cannot invoke setup_all/1-2 inside describe"),
        ("setup 5", "setup/setup_all expect a callback as an atom"),
    ],
)
def test_what_is_refused_when_it_is_compiled(tests: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="some.exs:") as refused:
        ran(tests, tmp_path)
    assert problem in str(refused.value)


def test_examples_of_a_module_of_the_library_are_not_supported(tmp_path: Path) -> None:
    result = ran('doctest Enum, import: true\n  test "goes on", do: assert(Enum.count([1]) == 1)', tmp_path)
    assert "1 doctest, 1 test, 0 failures, 1 not supported" in result.output
    assert "not supported: the documentation of Enum, a module of the library" in result.output


def test_what_otp_lacks_ends_the_test_that_asks_for_it_alone(tmp_path: Path) -> None:
    tests = """test "one" do
    {:ok, pid} = DynamicSupervisor.start_link(strategy: :one_for_one)
    :ok = :sys.suspend(pid)
    :sys.change_code(pid, __MODULE__, 1, nil)
  end
  test "two", do: :ok"""
    result = ran(tests, tmp_path)
    assert "2 tests, 0 failures, 1 not supported" in result.output
    assert "     not supported: :sys.change_code of a dynamic supervisor\n\n" in result.output


def test_a_defect_of_the_simulator_ends_one_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(key: object) -> None:
        raise AttributeError("no such thing")

    monkeypatch.setitem(index.functions("Elixir.Code"), "get_compiler_option/1", broken)
    tests = 'test "one", do: apply(Code, :get_compiler_option, [:docs])\n  test "two", do: :ok'
    result = ran(tests, tmp_path)
    assert "2 tests, 0 failures, 1 not supported" in result.output
    assert "a defect of the simulator: AttributeError: no such thing at test_ex_unit.py:" in result.output


def test_nothing_runs_after_a_crash(tmp_path: Path) -> None:
    result = ran('test "never", do: IO.puts("ran")\nend\nraise "before"\ndefmodule Other do', tmp_path)
    assert (result.output, exit_status(result)) == ("", 1)


def test_a_setup_of_a_template_that_fails_is_told(tmp_path: Path) -> None:
    head = """ExUnit.start()

defmodule Template do
  use ExUnit.CaseTemplate
  setup do: raise("in setup")
end

defmodule SomeTest do
  use Template
"""
    result = ran('test "a", do: assert true', tmp_path, head=head)
    assert "** (RuntimeError) in setup" in result.output and "1 test, 1 failure" in result.output
