"""What a project's suite does where it comes to what is not supported: the rest of it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import main

MIX = """
defmodule Some.MixProject do
  use Mix.Project
  def project, do: [app: :some, version: "0.1.0"]
  def application, do: []
end
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "some"
    files = {
        "mix.exs": MIX,
        "lib/some.ex": "defmodule Some do\n  def one, do: 1\nend\n",
        "lib/headers.ex": "defmodule Headers do\n  use GenEvent\n  def two, do: 2\nend\n",
        "test/test_helper.exs": ":net_kernel.start([:a])\nIO.puts(\"not printed\")\nExUnit.start()\n",
        "test/some_test.exs": (
            "defmodule SomeTest do\n  use ExUnit.Case\n  test \"one\" do\n    assert Some.one() == 1\n  end\n"
            "  test \"two\" do\n    assert Headers.two() == 2\n  end\nend\n"
        ),
        "test/lost_test.exs": "defmodule LostTest do\n  use ExUnit.Case\n  use Headers\n  test \"a\" do\n  end\nend\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_the_rest_of_a_suite_runs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test"]) == 2
    told = capsys.readouterr()
    assert "3 tests, 0 failures, 2 not supported\n" in told.out
    why = "whose module is not compiled: lib/headers.ex:2: not supported: use GenEvent"
    assert f"not supported: Headers.two/0, {why}" in told.out
    assert "test/lost_test.exs: its 1 tests are not run:\n  lib/headers.ex:2: not supported: use GenEvent\n" in told.err
    assert "test/test_helper.exs was broken off, and the tests run without the rest of it" in told.err
    assert "not printed" not in told.out


@pytest.mark.parametrize("line", ['File.read("/etc/hostname")', "use Headers"])
def test_a_helper_that_is_refused_something_is_broken_off(
    project: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    (project / "test/test_helper.exs").write_text(f"{line}\nIO.puts(\"not printed\")\n", encoding="utf-8")
    assert main(["test"]) == 2
    told = capsys.readouterr()
    assert "3 tests, 0 failures, 2 not supported\n" in told.out and "not printed" not in told.out
    assert "test/test_helper.exs was broken off, and the tests run without the rest of it:\n  " in told.err


def test_what_a_module_may_not_read_as_it_is_compiled_is_said_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "test" / "test_helper.exs").write_text("ExUnit.start()\n")
    (project / "test" / "lost_test.exs").unlink()
    outer = project.parent / "outer.txt"
    outer.write_text("outer")
    (project / "lib" / "headers.ex").write_text(
        'defmodule Headers do\n  @outer File.read!("../outer.txt")\n  def two, do: @outer\nend\n'
    )
    main(["test"])
    told = capsys.readouterr()
    refused = next(line for line in told.out.splitlines() if "Headers.two/0" in line)
    assert refused.count("not supported") == 1 and refused.count("lib/headers.ex:2") == 1
    assert f"lib/headers.ex:2: not allowed: reading {outer} (--allow-read={outer} allows it)" in refused
