"""A function that waits is waited for, whatever library function it is given to and whatever way it takes there.

What waits is held to what does not: each expression of ``functions.txt`` gives the same with functions and streams
that wait as with plain ones. Those of ``values.txt`` give what real Elixir gave, each in a program of its own.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from simulator.elixir.runtime import index

sys.path[:0] = [str(Path(__file__).parents[3] / "conformance"), str(Path(__file__).parent)]

from recordings import normalised  # noqa: E402
from simulating import run_command  # noqa: E402
from waiting_programs import HERE, MODULES, all_functions, functions, program, values, ways  # noqa: E402

RECORDED: dict[str, str] = json.loads((HERE / "values.json").read_text(encoding="utf-8"))
_ONLY_TOLD = re.compile(r"(:rand|Exception|ExUnit(\.\w+)?)\.|System\.at_exit/1|Logger\.bare_log/3|:sys\.get_status/")
"""What takes no function but in a generator's state, a stack trace or debug options, and what tests of its own hold."""


@pytest.fixture(autouse=True)
def nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile every program anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def supported() -> dict[str, bool]:
    """Return the functions of the library as they are written, and whether there are two forms of each."""
    found = {}
    for module in index.modules():
        shown = module.removeprefix("Elixir.") if module.startswith("Elixir.") else f":{module}"
        plain, blocking = index.functions(module), index.blocking(module)
        for key in {**plain, **blocking}:
            found[f"{shown}.{key}"] = key in plain and key in blocking
    return found


def test_every_function_that_takes_one_is_called() -> None:
    takers = set((HERE / "takers.txt").read_text(encoding="utf-8").split())
    called = {name.partition(" ")[0] for name in functions()}
    wanted = {name for name, two in supported().items() if two or name in takers}
    assert sorted(name for name in wanted - called if not _ONLY_TOLD.match(name)) == []


def test_what_waits_gives_what_does_not(tmp_path: Path) -> None:
    (tmp_path / "all.exs").write_text(all_functions(), encoding="utf-8")
    streams, status = run_command(tmp_path, "run", "--quiet", "all.exs")
    assert status == 0, streams.errors.getvalue()[-2000:]
    told = dict(re.findall(r"^(\d+ \w+) (.*)$", streams.output.getvalue(), re.MULTILINE))
    for number, (name, expression) in enumerate(functions().items()):
        plain = told[f"{number} plain"]
        assert not plain.startswith("{:raised"), name
        for way in ways(expression):
            assert normalised(told[f"{number} {way}"]) == normalised(plain), f"{name} {way}"


@pytest.mark.parametrize("name", values())
def test_a_value_that_waits_is_waited_for_wherever_it_comes_from(name: str, tmp_path: Path) -> None:
    (tmp_path / "value.exs").write_text(program(MODULES, values()[name]), encoding="utf-8")
    streams, _ = run_command(tmp_path, "run", "--quiet", "value.exs")
    assert normalised(streams.output.getvalue()) == normalised(RECORDED[name])
