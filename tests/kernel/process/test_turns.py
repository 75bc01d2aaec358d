"""Turns: reductions, policies, the end of a run, and what a process that is killed may still do."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from simulator import ANY, Kernel, Process, ScenarioError, atom, run
from simulator.kernel import LimitReached, StalledClock
from simulator.trace.events import End, Output, Tie


def go(main: Any, **settings: Any) -> tuple[Kernel, list[str]]:
    """Run *main* on a kernel of its own; return it and what was printed."""
    printed: list[str] = []
    kernel = Kernel(output=printed.append, **settings)
    kernel.start(main)
    kernel.run()
    kernel.close()
    return kernel, [text.rstrip("\n") for text in printed]


# -- reductions -------------------------------------------------------------------------------


def test_a_process_that_never_blocks_is_preempted() -> None:
    order = []

    def busy(proc: Process) -> Any:
        for _ in range(10_000):
            proc.send(proc.pid, 1)
            yield proc.receive()
        order.append("busy")

    def quick(proc: Process) -> Any:
        order.append("quick")
        yield proc.sleep(0)

    def main(proc: Process) -> Any:
        proc.spawn(busy)
        proc.spawn(quick)
        yield proc.sleep(1)

    run(main, trace=False)
    assert order == ["quick", "busy"]


def test_a_short_process_is_not_preempted() -> None:
    order = []

    def busy(proc: Process) -> Any:
        for _ in range(3000):
            yield proc.receive(after=0)
        order.append("busy")

    def main(proc: Process) -> Any:
        proc.spawn(busy)
        proc.spawn(lambda p: order.append("quick"))
        yield proc.sleep(1)

    run(main, trace=False)
    assert order == ["busy", "quick"]


def test_what_a_preempted_process_was_answered_is_not_lost() -> None:
    got = []

    def main(proc: Process) -> Any:
        for n in range(12_500):
            proc.send(proc.pid, n)
        for _ in range(12_500):
            got.append((yield proc.receive()))

    run(main, trace=False)
    assert got == list(range(12_500))


def test_a_preempted_process_can_be_killed() -> None:
    def busy(proc: Process) -> Any:
        while True:
            yield proc.receive(after=0)

    def main(proc: Process) -> Any:
        pid, ref = proc.spawn_monitor(busy)
        yield proc.yield_()
        proc.exit(pid, atom.kill)
        down = yield proc.receive()
        assert (down[1], down[4]) == (ref, atom.killed)

    assert run(main, trace=False).ok


# -- who never stops --------------------------------------------------------------------------


def test_time_that_stands_still_names_processes_and_lines() -> None:
    def spinner(proc: Process) -> Any:
        while True:
            yield proc.yield_()

    def bystander(proc: Process) -> Any:
        yield proc.receive()

    def main(proc: Process) -> Any:
        proc.spawn(bystander)
        yield proc.sleep(2)
        proc.spawn(spinner)
        proc.spawn(spinner)

    with pytest.raises(StalledClock) as caught:
        go(main, instant_limit=10_000)
    line = spinner.__code__.co_firstlineno + 2
    told = str(caught.value)
    assert told.startswith(f"{__file__}:{line}: virtual time stands still at 2 ms: ")
    assert f"#PID<0.102.0> (spinner/0) at line {line}, #PID<0.103.0> (spinner/0) at line {line}" in told
    assert "bystander" not in told


def test_spawning_for_ever_at_one_instant_is_noticed() -> None:
    def breeder(proc: Process) -> Any:
        proc.spawn(breeder)
        yield proc.sleep(0)

    with pytest.raises(StalledClock, match="breeder/0"):
        go(breeder, instant_limit=10_000)


def test_simpy_events_for_ever_at_one_instant_are_noticed() -> None:
    def spinner(env: Any) -> Any:
        while True:
            yield env.timeout(0)

    def main(proc: Process) -> Any:
        proc.env.process(spinner(proc.env))
        yield proc.sleep(1)

    with pytest.raises(StalledClock):
        go(main, instant_limit=10_000)


def test_the_limit_counts_turns() -> None:
    def main(proc: Process) -> Any:
        while True:
            yield proc.sleep(1)

    with pytest.raises(LimitReached):
        go(main, limit=100)
    result = run(main, limit=100)
    assert (result.ended, result.ok) == ("limit", False)
    assert result.kernel.turns == 101


# -- the end of a run -------------------------------------------------------------------------


def outliving(proc: Process) -> Any:
    def other(child: Process) -> Any:
        child.puts("same instant")
        yield child.sleep(1)
        child.puts("later")

    proc.spawn(other)
    proc.puts("main")
    yield proc.sleep(0)


def test_without_halt_the_others_go_on() -> None:
    result = run(outliving)
    assert (result.output, result.ended) == ("main\nsame instant\nlater\n", "finished")


def test_with_halt_the_run_ends_with_the_instant_of_mains_end() -> None:
    result = run(outliving, halt=True)
    assert (result.output, result.ended, result.now) == ("main\nsame instant\n", "halted", 0)
    assert isinstance(list(result.trace)[-1], End)


@pytest.mark.parametrize("how", ["raise", "exit", "killed", "linked"])
def test_halt_however_main_ends(how: str) -> None:
    def main(proc: Process) -> Any:
        proc.spawn(lambda p: (yield p.sleep(1000)))
        if how == "raise":
            raise ValueError
        if how == "exit":
            proc.exit(atom.bad)
        if how == "killed":
            proc.spawn(lambda p: p.exit(proc_pid, atom.kill))
        proc_pid = proc.pid
        if how == "linked":
            proc.spawn_link(lambda p: p.exit(atom.bad))
        yield proc.receive()

    result = run(main, halt=True)
    assert (result.ended, result.now) == ("halted", 0)
    assert result.reason is not None and not result.ok


def test_a_deadlock_is_the_end_of_the_run_and_says_who_waits() -> None:
    def child(proc: Process, other: Any) -> Any:
        yield proc.receive((other, ANY))

    def main(proc: Process) -> Any:
        proc.spawn(child, proc.pid)
        yield proc.receive()

    result = run(main)
    line = child.__code__.co_firstlineno + 1
    assert result.ended == "finished" and result.reason is None
    assert result.waiting == [
        f"#PID<0.101.0> (child/1) at line {line} waits for #PID<0.100.0> (main/0)",
        f"#PID<0.100.0> (main/0) at line {main.__code__.co_firstlineno + 2}",
    ]


# -- the killed -------------------------------------------------------------------------------


def test_the_finally_blocks_of_a_killed_process_take_no_part() -> None:
    ran = []

    def guarded(proc: Process, other: Any) -> Any:
        try:
            yield proc.receive()
        finally:
            ran.append("finally")
            proc.send(other, atom.from_the_dead)
            proc.puts("from the dead")
            yield proc.sleep(1)

    def main(proc: Process) -> Any:
        pid = proc.spawn(guarded, proc.pid)
        proc.spawn(guarded, proc.pid)  # never killed: closed when the run is over
        yield proc.sleep(1)
        proc.exit(pid, atom.kill)
        assert (yield proc.receive(after=5)) is None
        assert ran == []
        proc.puts("end")

    result = run(main)
    assert result.output == "end\n" and result.reason is atom.normal
    assert [event.text for event in result.trace if isinstance(event, Output)] == ["end\n"]


def test_a_killed_process_cannot_refuse_to_end() -> None:
    def stubborn(proc: Process) -> Any:
        while True:
            try:
                yield proc.receive()
            except BaseException:
                continue

    def main(proc: Process) -> Any:
        pid, ref = proc.spawn_monitor(stubborn)
        yield proc.sleep(1)
        proc.exit(pid, atom.kill)
        down = yield proc.receive()
        assert (down[1], down[4]) == (ref, atom.killed)

    assert run(main).ok


def test_a_process_that_kills_itself_does_nothing_more() -> None:
    ran = []

    def suicidal(proc: Process, main_pid: Any) -> Any:
        try:
            proc.exit(proc.pid, atom.kill)
            ran.append("after")
        except BaseException:
            ran.append("except")
            yield proc.receive()
        finally:
            proc.send(main_pid, atom.from_the_dead)
        ran.append("end")
        yield proc.sleep(1)

    def main(proc: Process) -> Any:
        pid = proc.spawn(suicidal, proc.pid)
        assert (yield proc.receive(after=5)) is None
        assert not proc.alive(pid)

    assert run(main).ok
    assert "after" not in ran and "end" not in ran


def test_with_blocks_of_a_dead_process_release_nothing_into_the_run() -> None:
    import simpy

    def holder(proc: Process) -> Any:
        with resource[0].request() as turn:
            yield turn
            yield proc.receive()

    resource: list[Any] = []

    def main(proc: Process) -> Any:
        resource.append(simpy.Resource(proc.env))
        pid = proc.spawn(holder)
        yield proc.sleep(1)
        proc.exit(pid, atom.kill)
        yield proc.sleep(1)
        assert resource[0].count == 1  # as on the BEAM, nobody cleans up after the killed

    assert run(main).ok


def test_a_process_that_ended_itself_runs_its_finally_blocks() -> None:
    def tidy(proc: Process) -> Any:
        try:
            yield proc.sleep(1)
            proc.exit(atom.done)
        finally:
            proc.puts("tidied up")

    assert run(tidy).output == "tidied up\n"


def test_an_error_whose_text_cannot_be_made_is_still_a_crash() -> None:
    class Broken(Exception):
        def __str__(self) -> str:
            raise ValueError("no text")

    def main(proc: Process) -> Any:
        def child(p: Process) -> Any:
            yield p.sleep(1)
            raise Broken

        _, ref = proc.spawn_monitor(child)
        down = yield proc.receive()
        assert down[1] == ref
        proc.puts("went on")

    assert run(main).output == "went on\n"


@pytest.mark.parametrize("depth", [sys.getrecursionlimit() + 100])
def test_a_stack_that_is_too_deep_is_a_crash_of_its_process(depth: int) -> None:
    def dig(left: int) -> int:
        return 1 + dig(left - 1) if left else 0

    def main(proc: Process) -> Any:
        def child(p: Process) -> Any:
            yield p.sleep(1)
            dig(depth)

        proc.spawn_monitor(child)
        down = yield proc.receive()
        proc.puts(type(down[4][0]).__name__)

    assert run(main).output == "RecursionError\n"


# -- the policy -------------------------------------------------------------------------------


def announcing(proc: Process) -> Any:
    def child(p: Process, name: str) -> Any:
        p.puts(f"{name}1")
        yield p.yield_()
        p.puts(f"{name}2")

    for name in "abc":
        proc.spawn(child, name)
    yield proc.sleep(1)
    proc.puts("end")


def test_a_policy_chooses_who_goes_first() -> None:
    def last(entries: Sequence[Any]) -> int:
        return len(entries) - 1

    assert go(announcing)[1] == ["a1", "b1", "c1", "a2", "b2", "c2", "end"]
    assert go(announcing, policy=last)[1] == ["c1", "c2", "b1", "b2", "a1", "a2", "end"]
    assert go(announcing, policy=lambda entries: 0)[1] == go(announcing)[1]


def test_a_policy_is_asked_only_where_there_is_a_choice() -> None:
    asked = []

    def policy(entries: Sequence[Any]) -> int:
        asked.append(len(entries))
        return 0

    go(announcing, policy=policy)
    assert min(asked) > 1 and max(asked) == 3


def test_ties_are_in_the_trace() -> None:
    ties = [event for event in run(announcing).trace if isinstance(event, Tie)]
    assert [(tie.n, tie.among) for tie in ties][:1] == [(3, [101, 102, 103])]
    assert all(tie.n >= len(tie.among) > 1 for tie in ties)


# -- what names the user's line ---------------------------------------------------------------


def test_yielding_from_a_helper_names_the_helpers_line() -> None:
    def helper(proc: Process) -> Any:
        yield proc.sleep(1)
        yield "nonsense"

    def main(proc: Process) -> Any:
        yield from helper(proc)

    with pytest.raises(ScenarioError) as caught:
        run(main)
    assert caught.value.line == helper.__code__.co_firstlineno + 2


@pytest.mark.parametrize("use", ["proc.puts(answer)", "answer[0]", "answer + 1", "raise ValueError(answer)"])
def test_who_takes_what_was_not_yielded_for_an_answer_is_told_so(use: str) -> None:
    scope: dict[str, Any] = {}
    exec(f"def main(proc):\n    answer = proc.receive(after=5)\n    {use}\n    yield\n", scope)
    with pytest.raises(ScenarioError, match="was called and not yielded") as caught:
        run(scope["main"])
    assert caught.value.line == 2


def test_a_name_that_a_process_does_not_have_is_told_with_the_nearest() -> None:
    def main(proc: Any) -> Any:
        yield proc.slep(1)

    assert "a process has no 'slep'; did you mean 'sleep'?" in run(main).reports[0]


@pytest.mark.parametrize("last", ["proc.exit(atom.late)", "proc.throw(1)", "raise SystemExit(3)", "yield", "1 / 0"])
def test_what_a_finally_block_does_after_the_run_has_no_effect(last: str, capfd: pytest.CaptureFixture[str]) -> None:
    scope: dict[str, Any] = {"atom": atom}
    exec(f"def main(proc):\n    try:\n        yield proc.receive()\n    finally:\n        {last}\n", scope)
    assert run(scope["main"]).ended == "finished"
    assert capfd.readouterr() == ("", "")


def test_spawning_without_an_end_is_an_error_with_its_line() -> None:
    def bomb(proc: Any) -> Any:
        proc.spawn(bomb)
        proc.spawn(bomb)
        yield proc.receive()

    with pytest.raises(ScenarioError, match="1,000 processes are alive, and #PID") as caught:
        run(bomb, trace=False, process_limit=1_000)
    assert caught.value.line in (bomb.__code__.co_firstlineno + 1, bomb.__code__.co_firstlineno + 2)


def test_half_a_surrogate_pair_does_not_break_the_trace() -> None:
    def main(proc: Any) -> Any:
        proc.puts("a\ud800")
        proc.note("b\udfff")
        proc.send(proc.pid, "c\ud800")
        yield proc.receive()
        raise ValueError("d\ud800")

    result = run(main)
    assert result.output == "a?\n"
    result.trace.write(io.BytesIO())
