"""Aliases: references that are addresses of a process."""

from simulator import ANY, atom, run


def test_what_is_sent_to_an_alias_arrives_until_it_is_none():
    def main(proc):
        ref = proc.alias()
        proc.send(ref, 1)
        proc.inspect(proc.unalias(ref))
        proc.send(ref, 2)
        proc.inspect(proc.unalias(ref))
        proc.inspect((yield proc.receive()))
        proc.inspect((yield proc.receive(after=10)))
        proc.inspect(proc.info(proc.pid, atom.monitors))

    assert run(main).output == "true\nfalse\n1\nnil\n{:monitors, []}\n"


def test_a_monitor_that_is_no_alias_any_more_still_watches():
    def nap(proc):
        yield proc.sleep(10)

    def main(proc):
        ref = proc.monitor(proc.spawn(nap), alias=True)
        proc.inspect(proc.unalias(ref))
        proc.send(ref, atom.lost)
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
        proc.inspect((yield proc.receive(after=10)))

    assert run(main).output == "true\n:normal\nnil\n"


def test_a_tagged_timer_sends_its_own_reference():
    def main(proc):
        ref = proc.send_after(proc.pid, atom.tick, 5, tagged=True)
        proc.inspect((yield proc.receive()) == (atom.timeout, ref, atom.tick))

    assert run(main).output == "true\n"
