"""What is answered of every scenario: recorded word for word, and each sentence true of the raw events.

``python tests/trace/why/test_why_scenarios.py`` records the answers anew; read the difference before keeping it.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from slowly import chained, check, exit_of

from simulator.scenario import load, start
from simulator.terms.durations import duration_text
from simulator.trace.why.asking import WHEN_ASKED, ask, standing_out
from simulator.trace.why.known import Answer, Known

ROOT = Path(__file__).parents[3]
EXPECTED = Path(__file__).parent / "expected"
FILES = sorted(path.relative_to(ROOT) for path in (ROOT / "scenarios").rglob("*.py"))
SMALLER = {
    "century_of_backups": {"days": "3"},
    "full_mailbox": {"most": "200", "questions": "5"},
    "back_pressure": {"jobs": "40"},
}
PROCESSES = 8
"""Of how many processes of a run there are answers: the first ones."""


def name_of(path: Path) -> str:
    return path.stem.lstrip("0123456789_")


@cache
def known(path: Path) -> Known:
    result = start(load(str(ROOT / path), {"states": "true", **SMALLER.get(name_of(path), {})}), trace=True)
    assert result.trace is not None
    return Known(result.trace)


def asked(run: Known) -> list[Answer]:
    """Return what is answered of the whole run, and of its processes in the middle and at the end."""
    last = len(run.events) - 1
    found = standing_out(run)
    for seq in (last // 2, last):
        for pid in [*run.history.processes][:PROCESSES]:
            found += ask(run, pid, run.event(seq))
    for pid in [*run.history.processes][:PROCESSES]:
        found += ask(run, pid, run.event(last), WHEN_ASKED)
    return found


def text_of(run: Known) -> str:
    lines = []
    for answer in asked(run):
        lines += [f"{answer.question} [{duration_text(answer.at.t)} #{answer.at.seq}]"]
        lines += [f"  {because.kind}: {because.text}" for because in answer.because]
    return "\n".join(lines) + "\n"


def runs() -> Any:
    return pytest.mark.parametrize("path", FILES, ids=name_of)


@runs()
def test_the_answers_are_these(path: Path) -> None:
    assert text_of(known(path)) == (EXPECTED / f"{name_of(path)}.txt").read_text(encoding="utf-8")


@runs()
def test_each_sentence_is_true_of_the_events(path: Path) -> None:
    run = known(path)
    for answer in asked(run):
        for because in answer.because:
            check(run.events, because, answer.at.seq)
        exits = [each.pid for each in answer.because if each.kind in ("end", "link", "signal")]
        chained(run.events, [exit_of(run.events, pid).seq for pid in exits])


if __name__ == "__main__":
    os.chdir(ROOT)
    EXPECTED.mkdir(exist_ok=True)
    for each in FILES:
        (EXPECTED / f"{name_of(each)}.txt").write_text(text_of(known(each)), encoding="utf-8")
