"""Settings: their defaults, their types, and what overrides them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator import Config, SimulatorError
from simulator.scenario import ConfigError, LoadError, load
from simulator.scenario.config import overriding


def overridden(given: dict[str, Any], **settings: Any) -> Config:
    with overriding(given) as overrides:
        return overrides.settle(Config(**settings))


def test_defaults() -> None:
    config = Config()
    assert (config.until, config.seed, config.schedulers, config.latency, config.halt) == (None, 0, None, None, False)
    assert Config(workers=3).settings()["workers"] == 3
    assert repr(Config(workers=3)).startswith("Config(cost=0, halt=False, ")


@pytest.mark.parametrize(
    ("default", "text", "value"),
    [
        (3, "5", 5), (3, "1_000", 1000), (3, "-5", -5), (1.5, "2", 2.0), (1.5, "0.25", 0.25), (True, "no", False),
        (False, "on", True), (False, "TRUE", True), ("a", "b", "b"), ("a", "5", "5"), ("a", "", ""), (None, "x", "x"),
    ],
)  # fmt: skip
def test_a_setting_keeps_the_type_of_its_default(default: Any, text: str, value: Any) -> None:
    got = overridden({"mine": text}, mine=default).mine  # type: ignore[attr-defined]
    assert (got, type(got)) == (value, type(value))


@pytest.mark.parametrize(
    ("default", "text"), [(3, "x"), (3, "2.5"), (3, ""), (1.5, "fast"), (True, "maybe"), (True, "1")]
)
def test_a_value_of_another_type_is_refused(default: Any, text: str) -> None:
    with pytest.raises(ConfigError, match="mine is "):
        overridden({"mine": text}, mine=default)


def test_the_command_line_wins_over_the_scenario() -> None:
    config = overridden(
        {"seed": "7", "schedulers": "unlimited", "until": "none", "halt": True}, seed=1, schedulers=2, until=5
    )
    assert (config.seed, config.schedulers, config.until, config.halt) == (7, None, None, True)


@pytest.mark.parametrize("own", [1, 1.5, "1s", None])
def test_a_time_has_a_unit_whatever_the_scenario_wrote(own: Any) -> None:
    config = overridden({"until": "1h", "time_slice": "1h", "latency": "1ms..2ms"}, until=own, time_slice=own or 1)
    assert (config.until, config.time_slice, config.latency) == ("1h", "1h", "1ms..2ms")


def test_unknown_settings_are_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"no setting 'worker'; did you mean workers\? \(this scenario has "):
        overridden({"worker": "5"}, workers=1)


@pytest.mark.parametrize(
    "settings",
    [
        {"until": "soon"}, {"until": -1}, {"seed": "x"}, {"seed": 1.5}, {"seed": True}, {"schedulers": 0},
        {"schedulers": 1.5}, {"time_slice": 0}, {"time_slice": "x"}, {"limit": 0}, {"limit": "many"},
        {"mailbox_limit": -1}, {"latency": "x"}, {"latency": {"a": 1}},
    ],
)  # fmt: skip
def test_values_that_no_run_could_have(settings: dict[str, Any]) -> None:
    with pytest.raises((ConfigError, ValueError)) as caught:
        Config(**settings)
    assert isinstance(caught.value, SimulatorError)


def test_overrides_end_with_their_block() -> None:
    assert overridden({"seed": "7"}).seed == 7
    assert Config().seed == 0


def test_overrides_of_one_scenario_do_not_reach_the_next(tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text(
        "from simulator import Config\nconfig = Config(n=1)\ndef main(proc):\n    yield proc.sleep(config.n)\n"
    )
    assert load(str(path), {"n": "5"}).config.settings()["n"] == 5
    assert load(str(path)).config.settings()["n"] == 1
    path.write_text("1 / 0\n")
    with pytest.raises(LoadError):
        load(str(path), {"seed": "9"})
    assert Config().seed == 0
