"""Printing by way of the group leader: who prints waits one round of the run queue."""

from simulator import ANY, atom, run
from simulator.kernel import Front, Kernel


def test_output_lets_those_in_the_queue_run_first():
    def child(proc, name):
        proc.puts(name)
        yield proc.output(f"{name} again\n")
        proc.puts(f"{name} ends")

    def main(proc):
        proc.spawn(child, "a")
        proc.spawn(child, "b")
        yield proc.output("main\n")
        proc.puts("main goes on")

    assert run(main).output.split("\n")[:-1] == [
        "main", "a", "a again", "b", "b again", "main goes on", "a ends", "b ends",
    ]  # fmt: skip


def test_a_message_to_one_that_prints_waits_in_its_place_of_the_mailbox():
    def printer(proc, main):
        yield proc.receive(atom.go)
        yield proc.output("printing\n")
        for _ in range(3):
            proc.send(main, (yield proc.receive()))

    def main(proc):
        pid = proc.spawn(printer, proc.pid)
        yield proc.yield_()
        proc.send(pid, 1)
        proc.send(pid, atom.go)
        yield proc.yield_()
        proc.send(pid, 2)
        proc.send(pid, 3)
        for _ in range(3):
            proc.inspect((yield proc.receive()))

    assert run(main).output == "printing\n1\n2\n3\n"


def test_a_process_killed_while_it_prints_goes_no_further():
    def printer(proc):
        yield proc.output("once\n")
        proc.puts("never")

    def main(proc):
        pid, ref = proc.spawn_monitor(printer)
        yield proc.yield_()
        proc.exit(pid, atom.kill)
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])

    assert run(main).output == "once\n:killed\n"


def test_the_trace_shows_the_output_and_no_wait_for_it():
    def main(proc):
        yield proc.output("x\n")
        yield proc.consult()

    assert [type(event).__name__ for event in run(main).trace] == ["Spawn", "Output", "Exit", "End"]


def test_a_front_end_decides_how_failures_look():
    class Shouting(Front):
        def headline(self, failure):
            return super().headline(failure).upper()

        def listed(self, items):
            return tuple(items)

    def main(proc):
        yield proc.sleep(1)
        raise ValueError("no")

    kernel = Kernel(front=Shouting())
    kernel.start(main)
    kernel.run()
    assert kernel.main_banner.startswith("** (VALUEERROR) NO\n    test_group_leader.py:")
    assert isinstance(kernel.main_exit[0][1], tuple)
