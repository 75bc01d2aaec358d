"""The table of operations names everything that a process can do, or says why others do not notice it."""

from __future__ import annotations

import simulator.otp  # gives processes what clients of servers call
from simulator import atom, run
from simulator.kernel import Process
from simulator.kernel.process.operations import COMPOSED, OPERATIONS, PRIVATE, READ, WRITE
from simulator.kernel.process.process import Process as _Process

TABLE = {row.name: row for row in OPERATIONS}


def test_every_public_method_of_a_process_is_in_the_table_or_concerns_nobody_else():
    assert simulator.otp
    public = {name for name in dir(Process) if not name.startswith("_")}
    assert public == set(TABLE) | COMPOSED | PRIVATE


def test_no_method_stands_in_two_lists():
    assert len(TABLE) == len(OPERATIONS)
    assert not set(TABLE) & COMPOSED and not set(TABLE) & PRIVATE and not COMPOSED & PRIVATE


def test_access_is_read_or_write():
    assert {row.access for row in OPERATIONS} == {READ, WRITE}


def idle(proc):
    yield proc.receive()


def touched(function):
    """What one process, made for the purpose, would touch."""
    found = []

    def main(proc):
        found.append(function(proc))
        yield proc.sleep(0)

    run(main)
    return found[0]


def test_a_message_touches_the_mailbox_of_whoever_it_reaches():
    def look(proc):
        other = proc.spawn(idle)
        proc.register(other, atom.server)
        send = TABLE["send"].touched
        return [
            send(proc, other, 1) == ("mailbox", other),
            send(proc, atom.server, 1) == ("mailbox", other),
            send(proc, atom.nobody, 1) == ("name", atom.nobody),
            send(proc, proc.alias(), 1) == ("mailbox", proc.pid),
        ]

    assert touched(look) == [True] * 4


def test_what_concerns_oneself_alone_touches_nothing():
    def look(proc):
        return [
            TABLE["exit"].touched(proc, atom.normal),
            TABLE["exit"].touched(proc, proc.pid, atom.kill),
            TABLE["work"].touched(proc, 5),
        ]

    assert touched(look) == [None, None, None]


def test_links_monitors_and_timers_touch_the_process_that_they_concern():
    def look(proc):
        other = proc.spawn(idle)
        ref, timer = proc.monitor(other), proc.send_after(other, 1, 10)
        return [
            TABLE["link"].touched(proc, other) == ("process", other),
            TABLE["demonitor"].touched(proc, ref) == ("process", other),
            TABLE["cancel_timer"].touched(proc, timer) == ("timer", other),
            TABLE["monitor"].touched(proc, atom.name) == ("name", atom.name),
        ]

    assert touched(look) == [True] * 4


def test_a_run_may_have_processes_of_a_class_of_its_own():
    class Counted(_Process):
        __slots__ = ()
        sends = 0

        def send(self, dest, message):
            Counted.sends += 1
            return super().send(dest, message)

    from simulator.kernel import Kernel

    def main(proc):
        proc.send(proc.pid, 1)
        proc.send_after(proc.pid, 2, 5)
        yield proc.receive()
        yield proc.receive(after=1)
        yield proc.receive(2)

    kernel = Kernel(process_class=Counted)
    kernel.start(main)
    kernel.run()
    assert (Counted.sends, kernel.now, kernel.main_exit[1]) == (1, 5_000_000, "returned")
