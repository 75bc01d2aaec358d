"""A scenario and its twin in Elixir hold the same conversation, print the same and end the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from conversations import Said, conversation, plain

from simulator.cli.parser import make_parser
from simulator.cli.settings import find_scenario, overrides
from simulator.scenario import Run, exit_status, load, start
from simulator.scenario.elixir.file import load_elixir

ROOT = Path(__file__).parents[2]
TWINS = sorted(path.relative_to(ROOT) for path in (ROOT / "scenarios").rglob("*.exs"))
WITHOUT = {"schedulers", "simpy_model", "full_mailbox"}
"""Scenarios about work, SimPy and the cost of a look at the mailbox, for which Elixir has no words."""
PRINTING = {"spawn_function", "spawn_module", "init_results"}
"""Scenarios where it shows that in Elixir whoever prints waits, and lets others run at the same instant."""
OTHER_ORDER = {"spawn_function"}
"""Those of them that print in another order for it; their head says so."""
LARGE = {"century_of_backups": ("36_525", "3")}
"""Twins with more events than a test needs: the number in their source that is replaced in both."""


LOADER = "#PID<0.97.0>, "
"""In Elixir the main process of a script is linked to who loads it, and tells of that where it lists its links."""


def name_of(path: Path) -> str:
    return path.stem.lstrip("0123456789_")


def twins() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", TWINS, ids=name_of)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scenarios are found below the folder where the command runs."""
    monkeypatch.chdir(ROOT)


@cache
def elixir(path: Path) -> Run:
    source = path.read_text(encoding="utf-8").replace(*LARGE.get(name_of(path), ("\0", "")))
    return start(load_elixir(str(path), code=source))


@cache
def python(path: Path) -> Run:
    settings = {"days": LARGE[name_of(path)][1]} if name_of(path) in LARGE else {}
    return start(load(str(path.with_suffix(".py")), settings))


def told(result: Run, name: str) -> list[Said]:
    """Return the conversation; without the end of the main process, which is a turn later in Elixir."""
    steps = [step for step in conversation(result) if (step.what, step.sender) != ("exit", 0)]
    return sorted(steps, key=lambda step: (step.at, step.sender or 0)) if name in PRINTING else steps


def end_of_main(result: Run) -> list[Said]:
    return [step for step in conversation(result) if (step.what, step.sender) == ("exit", 0)]


@twins()
def test_the_same_conversation(path: Path) -> None:
    there, here = python(path), elixir(path)
    assert here.error is None
    alone = [step._replace(text=step.text.replace(LOADER, "")) for step in told(here, name_of(path))]
    assert alone == told(there, name_of(path))
    assert end_of_main(here) == end_of_main(there)
    assert exit_status(here) == exit_status(there)


@twins()
def test_the_same_output(path: Path) -> None:
    there, here = python(path).output.splitlines(), elixir(path).output.replace(LOADER, "").splitlines()
    assert here == there if name_of(path) not in OTHER_ORDER else sorted(here) == sorted(there)
    assert len(elixir(path).reports) == len(python(path).reports)


@twins()
def test_it_compiles_without_a_warning_and_has_a_lesson(path: Path) -> None:
    twin, original = load(str(path)), load(str(path.with_suffix(".py")))
    assert not twin.warnings
    assert twin.title == original.title
    assert "\nTry: simulator " in twin.doc
    for line in re.findall(r"simulator (?:run|diagram) .*", twin.doc):
        options = make_parser().parse_args(line.split()[1:])
        assert find_scenario(options.file) == str(path)
        overrides(options)


def test_every_scenario_has_a_twin_where_elixir_has_words_for_it() -> None:
    names = {name_of(path) for path in (ROOT / "scenarios").rglob("*.py")}
    assert names - {name_of(path) for path in TWINS} == WITHOUT
    assert all(path.with_suffix(".py").is_file() for path in TWINS)


def test_the_table_of_systems_says_which_have_one() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8")
    marked = re.findall(r"\| `([a-z_]+)` \| .* \| ✓ \|$", table, re.MULTILINE)
    assert sorted(marked) == sorted(map(name_of, TWINS))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{:DOWN, #Reference<0.0.0.7>, :process, #PID<0.101.0>, :normal}",
         "{:DOWN, #Reference, :process, #PID<0.101.0>, :normal}"),
        ("{:badarith, [{Math, :add, 2, [file: 'a.exs', line: 10]}]}", "{:badarith, [stack]}"),
        ("{:get, #Function<1.2/1 in Counter>}", "{:get, #Function}"),
        ("{&:a.work/1, [#PID<0.101.0>, 1]}", "{#Function, [...]}"),
        ("[{:a, [1, 2]}]", "[{:a, [1, 2]}]"),
    ],
)  # fmt: skip
def test_what_differs_by_language_is_left_out(text: str, told: str) -> None:
    assert plain(text) == told
