"""The projects of this folder, and how they are run: by ``mix test`` to record, by ``simulator test`` to compare."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
RECORDED = HERE / "recorded.json"

RUNS: dict[str, list[list[str]]] = {
    "plain": [[], ["--include", "slow"], ["--only", "slow"], ["test/plain/bank_test.exs:9"], ["--only", "nothing"],
              ["test/plain/account_test.exs", "--trace"], ["--exclude", "test"]],
    "umbrella": [[], ["apps/store/test/store_test.exs"]],
    "umbrella/apps/shop": [[]],
    "paths": [[]],
    "configured": [[]],
    "logged": [[]],
    "documented": [[], ["--trace"]],
    "typed": [[]],
    "failing": [[], ["--max-failures", "2"], ["--only", "skip"], ["test/failing_test.exs:6", "--trace"]],
}  # fmt: skip
"""For each project, by its folder, the options that it is run with."""

_PLAIN = (
    (re.compile(r"Finished in .*"), "Finished"),
    (re.compile(r"\(\d+\.\d+ms\)"), "(time)"),
    (re.compile(r"#PID<\d+\.\d+\.\d+>"), "#PID"),
    (re.compile(r"\n *\((elixir|ex_unit|stdlib) [^\n]*"), ""),
    (re.compile(r'to "(mix|simulator) test"'), 'to "test"'),
)


def plain(output: str) -> str:
    """Return what a run printed, without what differs from run to run."""
    for pattern, replaced in _PLAIN:
        output = pattern.sub(replaced, output)
    return output
