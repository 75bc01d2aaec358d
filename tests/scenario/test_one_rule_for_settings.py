"""Settings by every way in: keywords override the given or the module's config, for one run alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator import Config, Process, load, run
from simulator.scenario import ConfigError, Loaded

config = Config(seed=4, until="5s", rounds=3)

SOURCE = """\
from simulator import Config
config = Config(until="5s", seed=4, rounds=3)
at_import = config.rounds
def main(proc):
    proc.puts(f"{config.rounds} {at_import} {proc.random.random()}")
    yield proc.sleep("1h")
"""


def main(proc: Process) -> Any:
    proc.puts(f"{config.rounds} {config.rounds} {proc.random.random()}")
    yield proc.sleep("1h")


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    path = tmp_path / "rounds.py"
    path.write_text(SOURCE)
    return load(str(path))


def test_the_modules_config_counts() -> None:
    result = run(main)
    assert (result.ended, result.now, result.config.seed) == ("until", 5_000_000_000, 4)
    assert result.output.startswith("3 3 ")


def test_keywords_override_it_for_this_run_alone(loaded: Loaded) -> None:
    for scenario in (main, loaded):
        result = run(scenario, rounds=5, seed="8", until="2s")
        assert result.output.startswith("5 ") and result.now == 2_000_000_000
        assert result.output.split()[-1] == run(scenario, seed=8).output.split()[-1] != run(scenario).output.split()[-1]
        assert result.trace.header.settings["rounds"] == 5 and result.config.rounds == 5
        assert run(scenario).output.startswith("3 3 ")
    assert (config.rounds, config.seed, loaded.config.rounds) == (3, 4, 3)


def test_a_config_that_is_given_stands_in_place_of_the_modules(loaded: Loaded) -> None:
    given = Config(seed=9, rounds=7)
    for scenario in (main, loaded):
        result = run(scenario, config=given, seed=10)
        assert result.output.startswith("7 ") and result.now == 3_600_000_000_000
        assert result.output.split()[-1] == run(scenario, seed=10).output.split()[-1]
    assert (given.seed, config.rounds) == (9, 3)
    assert len({run(main, config=given, seed=seed).output for seed in range(3)}) == 3


def test_what_only_the_modules_config_has_is_read_there() -> None:
    assert run(main, config=Config(until="1s")).output.startswith("3 3 ")


def test_a_setting_that_nobody_has_names_the_nearest(loaded: Loaded) -> None:
    for scenario in (main, loaded, lambda proc: None):
        with pytest.raises(ConfigError, match="no setting 'untill'; did you mean until"):
            run(scenario, untill="1s")
    with pytest.raises(ConfigError, match="no setting 'round'; did you mean rounds"):
        run(main, config=config, round=1)
    with pytest.raises(ConfigError, match="no setting 'round'; did you mean rounds"):
        load(loaded.path, round=1)
    with pytest.raises(AttributeError, match="no setting 'round'; did you mean rounds"):
        _ = config.round
    with pytest.raises(ConfigError, match="rounds is a number, not 'x'"):
        run(main, rounds="x")


def test_load_takes_them_before_the_files_own_code_runs(loaded: Loaded) -> None:
    again = load(loaded.path, rounds=5, until="1s")
    assert run(again).output.startswith("5 5 ") and run(again).now == 1_000_000_000
    assert run(again, rounds=6).output.startswith("6 5 ")
    assert run(load(loaded.path, {"rounds": "5"}, seed=1), seed=2).config.seed == 2


def test_an_elixir_program_has_them_too(tmp_path: Path) -> None:
    path = tmp_path / "dice.exs"
    path.write_text("# seed: 3\nIO.inspect(Enum.random(1..1_000_000))\nProcess.sleep(1000)\n")
    three, four = load(str(path)), load(str(path), seed=4)
    assert run(three).output == run(four, seed=3).output != run(four).output == run(three, seed="4").output
    assert run(three, until=5).ended == "until" and run(three).now == 1_000_000_000
    with pytest.raises(ConfigError, match="did you mean until"):
        run(three, untill=5)


def test_a_config_made_by_a_neighbour_is_overridden_however_often_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "settings_of_two.py").write_text("from simulator import Config\nconfig = Config(until='9s', n=1)\n")
    path = tmp_path / "first.py"
    path.write_text(
        "from simulator import Config\nfrom settings_of_two import config\nother = Config(until=1)\n"
        "def main(proc):\n    proc.puts(config.n)\n    yield proc.sleep('1h')\n"
    )
    for n in (5, 6):
        result = run(load(str(path), until="2s", n=n))
        assert (result.output, result.now) == (f"{n}\n", 2_000_000_000)
    assert run(load(str(path), until="2s")).now == 2_000_000_000


def test_runs_within_runs_see_their_own() -> None:
    def outer(proc: Process) -> Any:
        inner = run(main, rounds=1).output[0] + run(main).output[0]
        proc.puts(f"{inner} {config.rounds}")
        yield proc.sleep(1)

    assert run(outer, rounds=2).output == "12 2\n"


def test_an_assignment_is_one_within_a_run_as_without() -> None:
    own = Config(n=1)

    def assigning(proc: Process) -> Any:
        own.n += 1
        proc.puts(own.n)
        yield proc.sleep(1)

    assert run(assigning, config=own).output == "2\n" and own.n == 2


def test_a_setting_cannot_hide_what_a_config_is() -> None:
    with pytest.raises(ConfigError, match="a setting cannot be called 'settings'"):
        Config(settings=1)


def test_a_main_that_never_yields() -> None:
    assert run(lambda proc: proc.puts("done")).output == "done\n"


def test_a_file_whose_main_never_yields(tmp_path: Path) -> None:
    path = tmp_path / "plain.py"
    path.write_text("def main(proc):\n    proc.puts('done')\n")
    assert run(load(str(path))).output == "done\n"


def test_a_setting_that_nobody_reads_and_that_is_nearly_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "typo.py"
    path.write_text(
        "from simulator import Config\nconfig = Config(untill='5s', seeds=3, workers=2)\n"
        "def main(proc):\n    proc.puts(config.seeds)\n    yield proc.sleep(1)\n"
    )
    for _ in range(2):
        assert run(load(str(path))).misspelt == ["the setting untill is never read; did you mean until?"]
    assert run(main).misspelt == []
