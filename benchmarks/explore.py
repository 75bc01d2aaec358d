"""How fast races are found: ``python -m benchmarks.explore [FOLDER] [--concuerror BEAMS]``.

FOLDER has programs ``NAME.bug.exs`` that print OK in their ordinary order and not in every other one, each with its
mended twin ``NAME.fixed.exs``. Without one the scenarios on orders are measured. All seconds are of the processor,
so that what else the machine does matters little. With the folder of Concuerror's modules races in Erlang are shown
under it, too: those that stand in FOLDER as ``*.erl``, or else the scenarios' (see :mod:`benchmarks.concuerror`).
"""

from __future__ import annotations

import argparse
import inspect
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from benchmarks import concuerror
from simulator.elixir.library.erlang import ets_tables
from simulator.explore.directors import BySteps
from simulator.explore.exploring import LATE
from simulator.explore.failures import Wanted
from simulator.explore.program import Program
from simulator.explore.search import Budget, Exploration, plan, replay, schedule_of
from simulator.explore.shrinking import Shrinker
from simulator.scenario import Loaded, load, start
from simulator.terms.durations import nanoseconds

ROOT = Path(__file__).parents[1]
SCENARIOS = {
    "lost_addition": ("01_lost_addition.py", "the value is 2", {"at_once": True}),
    "stale_answer": ("02_stale_answer.py", "bob: no", {"tagged": True}),
    "restart_race": ("03_restart_race.py", "the second server is up", {"wait": True}),
}
NOISE = """
for _ <- 1..6 do
  spawn(fn ->
    me = self()
    echo = spawn(fn -> Enum.each(1..12, fn _ -> receive do {:ping, p} -> send(p, :pong) end end) end)
    Enum.each(1..12, fn _ -> send(echo, {:ping, me}); receive do :pong -> :ok end end)
  end)
end
"""
"""Twelve processes that talk among themselves."""
SECONDS = 10.0
REPLAYS = 100


def searched(loaded: Loaded, expect: str) -> dict[str, Any]:
    """Look for a failure for ten seconds of the processor; shrink it and replay it."""
    program = Program(loaded, Wanted(expect))
    late = LATE if loaded.slack is None else nanoseconds(loaded.slack)

    def search() -> dict[str, Any]:
        began = process_time()
        if program.first(BySteps()).failure is not None:
            return {"found": True, "holds": 0, "runs": 1, "seconds": process_time() - began, "replayed": REPLAYS}
        exploration = Exploration(program, ProcessorTime(SECONDS))
        found = exploration.search(plan("all", [0, late], 0))
        row = {"found": found is not None, "runs": exploration.runs, "claim": exploration.claim()}
        if found is not None:
            shrinker = Shrinker(program, found)
            shrinker.shrink()
            found = shrinker.found
            schedule = schedule_of(program, found)
            row["holds"] = len(schedule.deviations)
        row["seconds"] = process_time() - began
        if found is not None:
            row["replayed"] = sum(replay(program, schedule)[0].failure == found.failure for _ in range(REPLAYS))
        return row

    result: dict[str, Any] = program.within(search)
    return result


class ProcessorTime(Budget):
    """A budget of seconds of the processor."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds, None)
        self.began = process_time()

    @property
    def spent(self) -> float:
        """Seconds of the processor since it began."""
        return process_time() - self.began


def programs(folder: Path | None) -> Iterator[tuple[str, Callable[[], Loaded], Callable[[], Loaded], str]]:
    """Yield name, program, mended twin and the text that is expected of each."""
    if folder is None:
        for name, (file, expect, mended) in SCENARIOS.items():
            path = str(ROOT / "scenarios" / "14_orders" / file)
            yield name, lambda path=path: load(path), lambda path=path, more=mended: load(path, dict(more)), expect
        return
    for path in sorted(folder.glob("*.bug.exs")):
        twin = path.with_name(path.name.replace(".bug.", ".fixed."))
        yield path.name.split(".")[0], lambda path=path: load(str(path)), lambda twin=twin: load(str(twin)), "OK"


def noisy(loaded: Loaded, folder: Path) -> Loaded:
    """Return an Elixir program with twelve processes that chatter put after its head."""
    head = re.match(r"(?:#.*\n|\s*\n)*", loaded.source)
    at = 0 if head is None else head.end()
    path = folder / Path(loaded.path).name
    path.write_text(loaded.source[:at] + NOISE + loaded.source[at:], encoding="utf-8")
    return load(str(path))


def rate(loaded: Loaded, seconds: float = 3.0, strategy: str = "pos") -> float:
    """Return how many schedules a second of the processor are run."""
    program = Program(loaded)

    def search() -> float:
        program.first(BySteps())
        budget = ProcessorTime(seconds)
        exploration = Exploration(program, budget)
        exploration.search(plan(strategy, [0], 0))
        return exploration.schedules / budget.spent

    found: float = program.within(search)
    return found


def plain(loaded: Loaded) -> float:
    """Return how many ordinary runs a second of the processor there are."""
    began = process_time()
    for _ in range(20):
        start(loaded, trace=False)
    return 20 / (process_time() - began)


def cost_of_gates() -> float:
    """Return what an ordinary run of ten thousand look-ups in a table pays for gates that nobody has opened."""
    scenario = load("nofile", code="t = :ets.new(:t, [])\n:ets.insert(t, {1, 1})\n"
                    "Enum.each(1..10_000, fn _ -> :ets.lookup(t, 1) end)\n")  # fmt: skip
    with_gates = ets_tables.read
    source = inspect.getsource(with_gates)
    gate = '    if here.gates is not None:\n        here.gates("ets", name, READ)\n'
    if gate not in source:
        raise AssertionError("the look at the gates is no longer where this benchmark takes it out")
    names = dict(vars(ets_tables))
    exec(source.replace(gate, ""), names)
    bare = names["read"]

    from simulator.elixir.library.erlang import ets

    def seconds(read: Any) -> float:
        ets.read = read  # type: ignore[attr-defined]
        try:
            began = process_time()
            start(scenario, trace=False)
            return process_time() - began
        finally:
            ets.read = with_gates  # type: ignore[attr-defined]

    seconds(bare)
    ratios = [seconds(with_gates) / seconds(bare) for _ in range(15)]
    return median(ratios) - 1.0


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.explore")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--concuerror", metavar="BEAMS", help="the folder with concuerror.beam")
    options = parser.parse_args()
    folder = options.folder
    if options.concuerror is not None:
        concuerror.show(options.concuerror, folder)
    titles = f"{'program':34}{'found':>7}{'runs':>7}{'s':>7}{'holds':>7}{'again':>9}"
    print(f"{titles}   twin: alarm, runs, s   with noise: found, s")
    rates = []
    with tempfile.TemporaryDirectory() as place:
        for name, buggy, mended, expect in programs(folder):
            row, twin = searched(buggy(), expect), searched(mended(), expect)
            line = f"{name:34}{_yes(row):>7}{row['runs']:>7,}{row['seconds']:>7.2f}{row.get('holds', '-'):>7}"
            line += f"{row.get('replayed', 0):>5}/{REPLAYS}   {_yes(twin):>5}{twin['runs']:>8,}{twin['seconds']:>8.2f}"
            if folder is not None:
                loud = searched(noisy(buggy(), Path(place)), expect)
                line += f"   {_yes(loud):>10}{loud['seconds']:>8.2f}"
                rates.append(rate(buggy(), 1.0))
            print(line, flush=True)
    if rates:
        spread = f"{min(rates):,.0f} to {max(rates):,.0f}, in the median {median(rates):,.0f}"
        print(f"schedules a second of these: {spread}")
    pool = load(str(ROOT / "scenarios" / "13_time_and_load" / "02_back_pressure.py"))
    every, chosen = rate(pool, 10.0, "all"), rate(pool, 5.0)
    print(f"back_pressure: {every:,.0f} schedules a second, of `pos` {chosen:,.0f}; ordinary runs {plain(pool):,.0f}")
    print(f"an ordinary run, {cost_of_gates():+.1%} for the gates of :ets (paired, the median of 15)")


def _yes(row: dict[str, Any]) -> str:
    return "yes" if row["found"] else "no"


if __name__ == "__main__":
    main()
