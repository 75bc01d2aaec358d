"""Registries beside what Elixir recorded: order, partitions, blocking dispatch, what is shared and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import ANY, Registry, atom, run
from simulator.kernel import ForgottenYield
from simulator.otp.registry.match import MatchSpec
from simulator.otp.server.tables import row_key
from simulator.terms import compare

NAMES, TOPICS = atom.names, atom.topics


def unique(proc, **options):
    return Registry.start_link(proc, keys=atom.unique, name=NAMES, **options)


def duplicate(proc, **options):
    return Registry.start_link(proc, keys=atom.duplicate, name=TOPICS, **options)


def test_what_is_looked_up_is_a_copy():
    def main(proc):
        yield unique(proc)
        value = [1]
        Registry.register(proc, NAMES, atom.a, value)
        value.append(2)
        Registry.lookup(proc, NAMES, atom.a)[0][1].append(3)
        Registry.update_value(proc, NAMES, atom.a, lambda held: [*held, 4])
        proc.inspect(Registry.values(proc, NAMES, atom.a, proc.pid))

    assert run(main).output == "[[1, 4]]\n"


def test_a_dispatch_that_blocks_is_a_request():
    def main(proc):
        yield duplicate(proc)
        Registry.register(proc, TOPICS, "news", 1)

        def slowly(entries):
            yield proc.sleep(10 * len(entries))
            proc.inspect(proc.now_ms)

        proc.inspect((yield Registry.dispatch(proc, TOPICS, "news", slowly)))

    assert run(main).output == "10\n:ok\n"


def test_a_dispatch_that_blocks_and_is_not_yielded_is_an_error_of_its_line():
    def main(proc):
        yield duplicate(proc)
        Registry.register(proc, TOPICS, "news", 1)
        Registry.dispatch(proc, TOPICS, "news", lambda entries: (proc.sleep(1) for _ in entries))
        yield proc.sleep(1)

    with pytest.raises(ForgottenYield, match="dispatch"):
        run(main)


def test_a_module_function_is_dispatched_to_with_its_arguments():
    class Hub:
        def publish(proc, entries, greeting):
            for pid, name in entries:
                proc.send(pid, (greeting, name))

    def main(proc):
        yield duplicate(proc)
        Registry.register(proc, TOPICS, "news", "ann")
        Registry.dispatch(proc, TOPICS, "news", (Hub, "publish", [atom.hello]))
        proc.inspect((yield proc.receive(after=0)))

    assert run(main).output == '{:hello, "ann"}\n'


@pytest.mark.parametrize("keys", [atom.unique, atom.duplicate])
def test_partitions_hold_the_same_as_one(keys):
    def holder(proc, parent, numbers):
        for n in numbers:
            Registry.register(proc, NAMES, n, (n, n))
        proc.send(parent, atom.ready)
        yield proc.receive(atom.stop)

    def main(proc, partitions):
        yield Registry.start_link(proc, keys=keys, name=NAMES, partitions=partitions)
        holders = [proc.spawn(holder, proc.pid, list(range(n, 30, 3))) for n in range(3)]
        for _ in holders:
            yield proc.receive(atom.ready)
        proc.inspect(Registry.count(proc, NAMES))
        proc.inspect([Registry.keys(proc, NAMES, pid) for pid in holders])
        proc.inspect([Registry.lookup(proc, NAMES, n) == [(holders[n % 3], (n, n))] for n in range(30)].count(True))
        proc.inspect(sorted(Registry.select(proc, NAMES, [((atom("$1"), ANY, ANY), [], [atom("$1")])])))
        proc.send(holders[1], atom.stop)
        yield proc.sleep(1)
        proc.inspect(
            (Registry.count(proc, NAMES), Registry.lookup(proc, NAMES, 1), len(Registry.lookup(proc, NAMES, 2)))
        )

    one, four = (run(lambda proc, n=n: main(proc, n)).output.splitlines() for n in (1, 4))
    assert one[:-1] == four[:-1]
    assert one[0] == "30"
    assert one[-1] == four[-1] == "{20, [], 1}"


def test_a_partition_that_dies_takes_its_own_entries_alone_where_keys_are_duplicate():
    def holder(proc, parent):
        _, keeper = Registry.register(proc, TOPICS, "news", proc.pid)
        proc.send(parent, keeper)
        yield proc.receive(atom.stop)

    def main(proc):
        yield duplicate(proc, partitions=4)
        keepers = []
        for _ in range(12):
            proc.spawn(holder, proc.pid)
            keepers.append((yield proc.receive()))
        proc.exit(keepers[0], atom.kill)
        yield proc.sleep(1)
        left = len(Registry.lookup(proc, TOPICS, "news"))
        proc.inspect(
            (left == sum(keeper != keepers[0] for keeper in keepers), left < 12, Registry.count(proc, TOPICS) == left)
        )

    assert run(main).output == "{true, true, true}\n"


def test_every_run_has_registries_of_its_own():
    def main(proc):
        proc.inspect(proc.whereis(NAMES))
        yield unique(proc)
        proc.inspect(Registry.count(proc, NAMES))
        Registry.register(proc, NAMES, 1, 1)

    assert run(main).output == run(main).output == "nil\n0\n"


TERMS = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.0, 1.0, "", "a", atom.a, atom.b, b"a"]),
    lambda inner: st.lists(inner, max_size=2) | st.tuples(inner) | st.tuples(inner, inner),
    max_leaves=4,
)


@given(TERMS, TERMS)
def test_keys_are_one_where_terms_match(left, right):
    assert (row_key(left) == row_key(right)) is (compare(left, right, exact=True) == 0)


@pytest.mark.parametrize(
    ("pattern", "guards", "term", "holds"),
    [
        (atom("_"), [], 1, True),
        ((atom("$1"), atom("$1")), [], (1, 1), True),
        ((atom("$1"), atom("$1")), [], (1, 1.0), False),
        ([1, atom("_")], [], [1, 2], True),
        ([1, atom("_")], [], [1, 2, 3], False),
        ({"k": atom("$1")}, [(atom("<"), atom("$1"), 3)], {"k": 2, "l": 3}, True),
        ({"k": atom("$1")}, [(atom("<"), atom("$1"), 3)], {"l": 2}, False),
        (atom("$1"), [(atom("=:="), atom("$1"), 1.0)], 1, False),
        (atom("$1"), [(atom("=="), atom("$1"), 1.0)], 1, True),
        (atom("$1"), [(atom("=="), (atom.rem, atom("$1"), 2), -1)], -3, True),
        (atom("$1"), [(atom("=="), (atom.div, atom("$1"), 2), -1)], -3, True),
        (atom("$1"), [(atom(">"), (atom.length, atom("$1")), 1)], "no list", False),
        (atom("$1"), [(atom.element, 3, atom("$1"))], (1, 2), False),
        (atom("$1"), [(atom.andalso, (atom.is_tuple, atom("$1")), (atom.hd, atom("$1")))], 5, False),
        (atom("$1"), [(atom("=="), atom("$1"), ((1, 2),))], (1, 2), True),
    ],
)  # fmt: skip
def test_patterns_and_guards_are_those_of_ets(pattern, guards, term, holds):
    assert MatchSpec(pattern, guards).holds(term) is holds
