"""What a new user writes first, from the documents alone: eight scenarios, their settings and their ends."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from simulator import Config, Run, load, run

FOLDER = Path(__file__).parent / "first"
NAMES = sorted(path.stem for path in FOLDER.glob("first_*.py"))


@pytest.fixture(autouse=True)
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))


def first(name: str, **settings: Any) -> Run:
    return run(import_module(f"first_{name}").main, **settings)


@pytest.mark.parametrize("name", NAMES)
def test_from_its_file_and_imported_it_is_the_same_run_and_comes_to_a_good_end(name: str) -> None:
    jobs = {"jobs": 15} if name == "first_mmc" else {}
    loaded = run(load(str(FOLDER / f"{name}.py")), check=True, **jobs)
    given = run(import_module(name).main, **jobs)
    assert loaded.ok and loaded.output == given.output and list(loaded.trace) == list(given.trace)
    assert loaded.sequence().svg() and loaded.links().dot() and str(loaded.stats())
    assert "config" not in vars(sys.modules[name]) or isinstance(sys.modules[name].config, Config)


def test_chat_with_presence() -> None:
    assert '["user0", "user1", "user2"]\n' in first("chat").output and first("chat", users=2).output.count("hears") == 2


def test_a_bank_whose_money_is_nobody_elses() -> None:
    assert all("total 300" in first("bank", seed=seed).output for seed in range(5))
    assert len({first("bank", seed=seed).output for seed in range(5)}) == 5


def test_a_token_bucket() -> None:
    assert first("bucket").output.split()[-1] == "7"
    assert first("bucket", burst=10, rate="1h").output.split()[-1] == "10"


def test_supervisors_under_random_crashes() -> None:
    result = first("crashes")
    assert "the team gave up: shutdown" in result.output and len(result.reports) == 6
    assert "Worker.handle_info/2" in repr(result)
    calm = first("crashes", mtbf=100_000)
    assert (calm.ended, calm.reports) == ("until", [])


def test_philosophers() -> None:
    [circle] = first("philosophers").deadlocks
    assert circle.count("philosopher/2") == circle.count("fork/0") == 5
    polite = first("philosophers", naive=False)
    assert (polite.deadlocks, polite.ended) == ([], "until")


def test_m_m_c() -> None:
    waits = [float(first("mmc", jobs=1000, schedulers=c, trace=False).output.split()[2]) for c in (2, 3, 4)]
    assert waits == sorted(waits, reverse=True)
    assert first("mmc", jobs=300).output == first("mmc", jobs=300, trace=False).output


def test_a_circuit_breaker() -> None:
    assert first("breaker").output.count("(:error, :open)") == 9
    assert first("breaker", seed=7).output != first("breaker").output


def test_a_pool_with_timeouts() -> None:
    assert first("pool").output.endswith("[:done, :done, :done, :done, :gave_up, :gave_up]\n")
    assert "gave_up" not in first("pool", patience="1s").output
