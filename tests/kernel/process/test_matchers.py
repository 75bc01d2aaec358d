"""The matcher that is made for a shape of patterns takes what the patterns take, and so does a long mailbox."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator import ANY, atom, run
from simulator.kernel.process.patterns import first_match, fitting, matches, when

leaves = st.sampled_from([atom.ok, atom.no, None, True, False, 0, 1, 1.0, 2, "a", b"a", (), (atom.ok,), (1, 2), [1]])
terms = st.one_of(leaves, st.tuples(leaves), st.tuples(leaves, leaves), st.tuples(leaves, leaves, leaves))
parts = st.one_of(leaves, st.sampled_from([ANY, int, bool, str, tuple]), st.just(lambda part: part == 1))
patterns = st.one_of(
    parts, st.tuples(parts), st.tuples(parts, parts), st.tuples(parts, parts, parts), st.just(when(ANY, lambda t: t))
)


@given(st.lists(patterns, max_size=3).map(tuple), terms)
def test_a_matcher_takes_what_its_patterns_take(given_patterns, term):
    expected = not given_patterns or any(matches(pattern, term) for pattern in given_patterns)
    assert first_match(given_patterns, term) == expected
    assert bool(fitting(given_patterns)(term)) == expected


def flushed(order):
    def child(proc):
        return
        yield

    def main(proc):
        for n in range(3):
            proc.send(proc.pid, n)
        refs = [proc.spawn_monitor(child)[1] for _ in range(7)]
        proc.send(proc.pid, atom.last)
        yield proc.sleep(1)
        for index in order:
            proc.demonitor(refs[index], flush=True)
            proc.demonitor(refs[index], flush=True)  # it is gone: nothing else is taken
        proc.inspect(proc.info(proc.pid, atom.messages)[1])

    return run(main).output


def test_each_down_is_flushed_in_whatever_order_and_nothing_else():
    for order in (range(7), range(6, -1, -1), (3, 0, 6, 2, 5, 1, 4)):
        assert flushed(order) == "[0, 1, 2, :last]\n"
