"""``simulator diff``: two runs of one scenario."""

from __future__ import annotations

import json

RACE = '''"""Who is first?"""
from simulator import ANY, atom


def racer(proc, to, name):
    yield proc.sleep(proc.random.randint(1, 9))
    proc.send(to, (atom.word, name))


def main(proc):
    for name in ("left", "right"):
        proc.spawn(racer, proc.pid, name)
    first = yield proc.receive((atom.word, ANY))
    proc.puts(first[1])
'''


def test_the_same_seed_gives_the_same_run(simulator, tmp_path):
    (tmp_path / "race.py").write_text(RACE)
    ended = simulator("diff", "race.py", "--against", "seed=0")
    assert ended.status == 0 and "The same: " in ended.out


def test_another_seed_parts_where_the_other_word_comes_first(simulator, tmp_path):
    (tmp_path / "race.py").write_text(RACE)
    found = [simulator("diff", "race.py", "--against", f"seed={seed}", "--json") for seed in range(1, 6)]
    partings = [json.loads(ended.out)["parting"] for ended in found]
    assert all(ended.status == 1 for ended in found)
    assert any(parting and parting[0]["process"] != parting[1]["process"] for parting in partings)


def test_two_traces(simulator, tmp_path):
    (tmp_path / "race.py").write_text(RACE)
    for seed in (1, 2):
        simulator("run", "race.py", "--seed", str(seed), "--trace", f"{seed}.jsonl")
    ended = simulator("diff", "1.jsonl", "2.jsonl")
    assert ended.status == 1
    assert "A  race.py, seed 1" in ended.out and "B  race.py, seed 2" in ended.out


def test_what_is_not_two_runs_is_said_in_one_line(simulator, tmp_path):
    (tmp_path / "race.py").write_text(RACE)
    simulator("run", "race.py", "--trace", "r.jsonl")
    for args in (["race.py"], ["race.py", "race.py", "--against", "seed=1"], ["r.jsonl", "--against", "seed=1"]):
        ended = simulator("diff", *args)
        assert ended.status == 2
        assert ended.out == "" and ended.err.count("\n") == 1, ended.err
