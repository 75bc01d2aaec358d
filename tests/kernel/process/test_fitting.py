"""Receives whose patterns are one function, and looking at the first message without waiting."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import run
from simulator.kernel import ABSENT, Matcher, StalledClock

EVEN = Matcher(lambda message: message % 2 == 0, ["n when rem(n, 2) == 0"])
ALL = Matcher(None, ["n"])


def _sent_to_itself(proc: Any, *messages: Any) -> None:
    for message in messages:
        proc.send(proc.pid, message)


def test_the_first_that_fits_is_received_and_the_others_stay() -> None:
    def main(proc: Any) -> Any:
        _sent_to_itself(proc, 1, 2, 3, 4)
        received = []
        for matcher in (EVEN, ALL, EVEN, ALL):
            received.append((yield proc.receive_fitting(matcher)))
        proc.inspect(received)

    assert run(main).output == "[2, 1, 4, 3]\n"


def test_a_message_that_was_taken_and_does_not_fit_stays_the_first() -> None:
    seen: list[Any] = []

    def main(proc: Any) -> Any:
        _sent_to_itself(proc, 1, 2)
        taken = proc.take()
        seen.append(taken)
        seen.append((yield proc.receive_fitting(EVEN, None, taken)))
        seen.append((yield proc.receive()))
        seen.append(proc.take())

    run(main, trace=False)
    assert seen == [1, 2, 1, ABSENT]


def test_nothing_is_taken_where_the_run_is_recorded() -> None:
    def main(proc: Any) -> Any:
        _sent_to_itself(proc, 1)
        proc.inspect(proc.take() is ABSENT)
        yield proc.receive()

    assert run(main).output == "true\n"


def test_waiting_ends_with_none_and_the_trace_has_the_texts() -> None:
    def main(proc: Any) -> Any:
        proc.inspect((yield proc.receive_fitting(EVEN, 5)))

    done = run(main)
    assert done.output == "nil\n"
    (wait,) = [event for event in done.trace if type(event).__name__.lower() == "wait"]
    assert (wait.patterns, wait.until) == (["n when rem(n, 2) == 0"], 5_000_000)


def test_a_message_for_a_waiting_process_is_tried_when_it_comes() -> None:
    def main(proc: Any) -> Any:
        for number in (1, 3, 4):
            proc.send_after(proc.pid, number, number)
        proc.inspect((yield proc.receive_fitting(EVEN)))
        proc.inspect(proc.now_ms)

    assert run(main).output == "4\n4\n"


def test_what_every_message_must_hold_spares_a_look_at_older_ones() -> None:
    looked_at: list[Any] = []

    def main(proc: Any) -> Any:
        _sent_to_itself(proc, *range(100))
        ref = proc.make_ref()
        proc.send(proc.pid, (ref, 1))

        def fits(message: Any) -> bool:
            looked_at.append(message)
            return type(message) is tuple and message[0] is ref

        yield proc.receive_fitting(Matcher(fits, ["{^ref, _}"], (ref,)))

    run(main)
    assert len(looked_at) == 1


def test_giving_way_lets_others_run_and_counts_against_the_limit_of_an_instant() -> None:
    def other(proc: Any) -> None:
        proc.puts("other")

    def main(proc: Any) -> Any:
        proc.spawn(other)
        yield proc.give_way(100)
        proc.puts("main")

    assert run(main).output == "other\nmain\n"

    def endless(proc: Any) -> Any:
        while True:
            yield proc.give_way(1_000_000)

    with pytest.raises(StalledClock):
        run(endless)
