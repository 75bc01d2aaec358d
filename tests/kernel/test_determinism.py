"""The determinism contract: the same scenario, settings and seed give the same bytes, wherever and however often."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.scenario import load, run

ROOT = Path(__file__).resolve().parents[2]

STORY = '''\
"""A story with everything that could depend on an order that Python does not promise."""
from simulator import ANY, Config, Pid, atom, when
import simpy

config = Config(latency="exponential(3ms)", schedulers=2, seed=11, until="2s", names=6)


class Job:
    """An object of the scenario's own."""

    def __init__(self, number):
        self.number = number


def worker(proc, name, boss):
    proc.register(proc.pid, atom(name))
    proc.put(name, {name, "x", "y"})
    while True:
        message = yield proc.receive(when((atom.job, Pid, int), lambda m: m[2] >= 0), atom.stop, after="50ms")
        match message:
            case (atom.job, sender, n):
                yield proc.work(proc.random.randint(1, 9))
                if proc.random.random() < 0.15:
                    raise RuntimeError({"n": n, "name": name})
                proc.send(sender, (atom.done, name, {"set": {name, "a", "b", n}, "job": Job(n), name: [n]}))
            case atom.stop:
                proc.exit({atom.stopped: {name, "s"}})
            case None:
                proc.send_after(proc.pid, (atom.job, boss, 1), proc.random.uniform(0, 5))


def watcher(proc, pids):
    for pid in pids:
        proc.monitor(pid)
    proc.monitor(atom.nobody)
    while True:
        down = yield proc.receive(after="300ms")
        if down is None:
            return
        proc.inspect((down[0], down[3], proc.now))


def pump(env, store):
    for n in range(20):
        yield env.timeout(7_000_000)
        yield store.put({n, str(n)})


def main(proc):
    proc.flag(atom.trap_exit, True)
    names = {f"worker_{n}" for n in range(config.names)}  # a set of strings: its order is nobody's business
    pids = [proc.spawn_link(worker, name, proc.pid) for name in sorted(names)]
    proc.spawn(watcher, pids)
    store = simpy.Store(proc.env)
    proc.env.process(pump(proc.env, store))
    resource = simpy.Resource(proc.env)
    for n in range(60):
        proc.send(pids[proc.random.randrange(len(pids))], (atom.job, proc.pid, n))
        message = yield proc.receive(ANY, after=proc.random.randint(0, 12))
        proc.inspect((n, message, names, len(proc.registered())))
        if n % 9 == 4:
            with resource.request() as turn:
                yield turn
                proc.inspect((yield store.get()))
    for pid in pids:
        proc.send(pid, atom.stop)
    yield proc.sleep("100ms")
    proc.inspect(proc.info(proc.pid, [atom.links, atom.monitors, atom.dictionary, atom.messages]))
    raise ValueError(sorted(names))
'''

SCRIPT = """\
import hashlib, io, sys
from simulator.scenario import load, run
result = run(load(sys.argv[1]))
written = io.BytesIO()
result.trace.write(written)
text = written.getvalue() + result.output.encode() + "".join(result.reports).encode()
print(len(list(result.trace)), hashlib.sha256(text).hexdigest())
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.py"
    path.write_text(STORY)
    return path


def test_whatever_the_hash_seed(story: Path) -> None:
    told = set()
    for seed in ("0", "1", "42", "4294967295", "random"):
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(story)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert ran.returncode == 0, ran.stderr
        told.add(ran.stdout)
    assert len(told) == 1
    assert int(told.pop().split()[0]) > 500


def fingerprint(path: Path, target: Path | None = None, **settings: object) -> tuple[str, str]:
    loaded = load(str(path), settings)
    result = run(loaded, trace=target or False)
    trace = hashlib.sha256(target.read_bytes()).hexdigest() if target else ""
    told = (
        f"{result.output} {result.reports} {result.now} {result.ended} {result.kernel.turns} {result.kernel.messages}"
    )
    return trace, told


def test_however_often_in_one_process(story: Path, tmp_path: Path) -> None:
    first = fingerprint(story, tmp_path / "a.jsonl")
    assert [fingerprint(story, tmp_path / "b.jsonl") for _ in range(3)] == [first] * 3


def test_tracing_changes_no_outcome(story: Path, tmp_path: Path) -> None:
    assert fingerprint(story)[1] == fingerprint(story, tmp_path / "a.jsonl")[1]


def test_the_seed_makes_a_difference(story: Path) -> None:
    assert fingerprint(story, seed=1) != fingerprint(story, seed=2)
    assert fingerprint(story, seed=1) == fingerprint(story, seed=1)


def test_a_user_s_own_random_numbers_do_not_disturb_ours(story: Path) -> None:
    import random

    random.seed(1)
    first = fingerprint(story)
    random.seed(2)
    state = random.getstate()
    assert fingerprint(story) == first
    assert random.getstate() == state
