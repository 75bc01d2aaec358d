"""Two runs of one scenario: what is the same in both, and where they part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator import ANY, Config, atom, run
from simulator.kernel import Process
from simulator.trace import events as ev
from simulator.trace.comparison import compare, pairs, told
from simulator.trace.wording import describe


def racers(proc: Process):
    """Two processes write to one that takes the first word."""
    for name in ("left", "right"):
        proc.spawn(racer, proc.pid, name)
    first = yield proc.receive((atom.word, ANY))
    proc.puts(first[1])


def racer(proc: Process, to, name: str):
    yield proc.work(proc.random.randint(1, 9))
    proc.send(to, (atom.word, name))


def trace(seed: int, **settings):
    return list(run(racers, seed=seed, **settings).trace)


def test_a_run_is_the_same_as_itself():
    found = compare(trace(1), trace(1))
    assert found.same and found.only_first == found.only_second == 0


def test_pairs_are_of_the_same_process_kind_and_text():
    one, two = trace(1), trace(2)
    keys = [{told_.event.seq: told_.key for told_ in told(events)} for events in (one, two)]
    found = pairs(one, two)
    assert found and len(found) == compare(one, two).in_both
    assert all(keys[0][a] == keys[1][b] for a, b in found)


def test_the_parting_is_the_first_event_that_differs():
    outcomes = {}
    for seed in range(20):
        outcomes.setdefault(run(racers, seed=seed).output, seed)
    left, right = outcomes["left\n"], outcomes["right\n"]
    found = compare(trace(left), trace(right))
    assert found.parting is not None
    here, there = found.parting
    assert here is not None and there is not None
    before = {told_.event.seq for told_ in told(trace(left)) if told_.event.seq < here.event.seq}
    assert before == {a for a, b in pairs(trace(left), trace(right)) if a in before}
    assert not found.same
    assert here == found.after[0][0] and there == found.after[1][0]
    assert [told_.event.seq for told_ in found.before] == sorted(before)[-3:]


def test_other_times_alone_are_told_apart_from_other_events():
    found = compare(trace(1), trace(1, latency="3ms"))
    assert found.timing is not None or found.parting is not None
    slow = list(trace(1))
    shifted = [event.__class__(**{**fields(event), "t": event.t + 5}) for event in slow]
    later = compare(slow, shifted)
    assert later.parting is None and later.timing is not None and later.timing[0].event.seq == 0


def fields(event: ev.Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__struct_fields__}


def test_a_run_that_was_over_has_nobody_to_compare():
    whole = trace(1)
    found = compare(whole, whole[:-2])
    assert found.parting is not None and found.parting[1] is None
    assert found.only_first == 2 and found.only_second == 0


def test_pids_and_references_may_differ():
    one = [ev.Spawn(seq=0, t=0, pid=100, id="main", function="f/0"), ev.Note(seq=1, t=0, pid=100, text="#PID<0.100.0>")]
    two = [ev.Spawn(seq=0, t=0, pid=7, id="main", function="f/0"), ev.Note(seq=1, t=0, pid=7, text="#PID<0.7.0>")]
    assert compare(one, two).same
    refs = [ev.Note(seq=0, t=0, text=f"#Reference<0.{n}.1.2>") for n in (1, 2)]
    assert compare(refs[:1], refs[1:]).same


@given(st.integers(0, 30), st.integers(0, 30))
def test_comparing_the_other_way_round_gives_the_same(a: int, b: int):
    one, two = trace(a), trace(b)
    there, back = compare(one, two), compare(two, one)
    assert sorted((b, a) for a, b in pairs(one, two)) == sorted(pairs(two, one))
    assert there.in_both == back.in_both == len(pairs(one, two))
    assert (there.only_first, there.only_second) == (back.only_second, back.only_first)
    assert (there.parting is None) == (back.parting is None)


def test_every_kind_of_event_has_words():
    from simulator.trace.wording import _WORDS

    assert set(_WORDS) == set(ev.kinds().values())
    assert all(describe(event) for event in trace(3, schedulers=1))


def test_settings_are_no_part_of_what_happens():
    assert compare(trace(1), list(run(racers, config=Config(seed=1, limit=900_000)).trace)).same
