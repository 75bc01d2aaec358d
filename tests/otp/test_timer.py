"""The timer module beside what OTP recorded: when ticks come, and who sends them."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import Run, atom, run, timer
from simulator.kernel import ForgottenYield


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def test_ticks_of_an_interval_come_at_its_multiples_to_the_nanosecond():
    seen = []

    def main(proc):
        yield timer.send_interval(proc, "333333ns", atom.tick)
        for _ in range(5):
            yield proc.receive(atom.tick)
            seen.append(proc.now)
            yield proc.work("100us")

    run(main, until="5ms")
    assert seen == [333_333 * n for n in range(1, 6)]


def test_ticks_that_were_missed_wait_in_the_mailbox():
    def main(proc):
        yield timer.send_interval(proc, 10, atom.tick)
        yield proc.sleep(35)
        proc.inspect(proc.info(proc.pid, atom.message_queue_len))

    assert run(main, halt=True).output == "{:message_queue_len, 3}\n"


def test_a_message_to_a_pid_needs_no_server_and_an_interval_starts_one():
    def main(proc):
        yield timer.send_after(proc, 10, atom.hello)
        proc.inspect(proc.whereis(atom.timer_server))
        _, tref = yield timer.send_interval(proc, 10, atom.tick)
        first = proc.whereis(atom.timer_server)
        yield timer.cancel(proc, tref)
        yield timer.apply_after(proc, 10, main)
        proc.inspect(first is not None and first == proc.whereis(atom.timer_server))

    assert run(main, until=5).output == "nil\ntrue\n"


def test_a_run_ends_when_its_intervals_have_ended():
    def main(proc):
        yield timer.send_interval(proc, 10, atom.tick)
        yield proc.sleep(25)

    result = run(main)
    assert result.ended == "finished"
    assert result.now == 25_000_000


def test_the_trace_tells_who_ticks():
    def main(proc):
        yield timer.send_interval(proc, 10, atom.tick)
        yield proc.receive(atom.tick)

    result = run(main)
    server = next(event.pid for event in events(result, "spawn") if event.function == "TimerServer.init/1")
    tick = next(event for event in events(result, "send") if event.msg == ":tick")
    assert (tick.pid, tick.to, tick.t) == (server, 100, 10_000_000)


def test_what_a_timer_applies_that_crashes_leaves_the_server_alive():
    def broken(proc):
        raise RuntimeError("oops")

    def main(proc):
        yield timer.apply_after(proc, 10, broken)
        yield timer.send_after(proc, 20, proc.pid, atom.after)
        yield timer.exit_after(proc, 15, atom.nobody, atom.reason)
        yield proc.receive(atom.after)
        proc.inspect(proc.alive(proc.whereis(atom.timer_server)))

    result = run(main)
    assert result.output == "true\n"
    assert len(result.reports) == 1


def test_sleeping_for_ever_ends_no_sooner():
    def sleeper(proc):
        yield timer.sleep(proc, atom.infinity)

    def main(proc):
        pid = proc.spawn(sleeper)
        proc.send(pid, atom.wake)
        yield proc.sleep("1h")
        proc.inspect(proc.alive(pid))

    assert run(main).output == "true\n"


def test_tc_measures_what_a_function_waits_and_works_and_names_functions_of_modules():
    class Work:
        def plain(proc, value):
            return value

        def busy(proc, ms):
            yield proc.work(ms)
            return atom.done

    def main(proc):
        proc.inspect((yield timer.tc(proc, Work.plain, 5)))
        proc.inspect((yield timer.tc(proc, Work, "busy", ["1.5ms"])))

    assert run(main).output == "{0, 5}\n{1500, :done}\n"


@pytest.mark.parametrize("what", [5, "text", None])
def test_what_cannot_be_run_is_badarg(what):
    def main(proc):
        proc.inspect((yield timer.apply_after(proc, 10, what)))
        proc.inspect((yield timer.apply_interval(proc, 10, what)))

    assert run(main).output == "{:error, :badarg}\n" * 2


def test_a_timer_that_is_not_yielded_is_a_mistake_at_its_line():
    def main(proc):
        timer.send_interval(proc, 10, atom.tick)
        yield proc.sleep(1)

    with pytest.raises(ForgottenYield) as raised:
        run(main)
    assert raised.value.line == main.__code__.co_firstlineno + 1
