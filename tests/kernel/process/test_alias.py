"""Aliases: references that are addresses of a process."""

from simulator import ANY, atom, run


def test_what_is_sent_to_an_alias_arrives_until_it_is_none():
    def main(proc):
        ref = proc.alias()
        proc.send(ref, 1)
        proc.inspect((yield proc.receive()))
        proc.send(ref, 2)
        proc.inspect(proc.unalias(ref))
        proc.send(ref, 3)
        proc.inspect(proc.unalias(ref))
        proc.inspect((yield proc.receive(after=10)))
        proc.inspect(proc.info(proc.pid, atom.monitors))

    # what is on its way to an alias that is taken back is lost, as on the BEAM
    assert run(main).output == "1\ntrue\nfalse\nnil\n{:monitors, []}\n"


def test_an_alias_for_one_reply_is_none_after_it():
    def main(proc):
        ref = proc.alias(atom.reply)
        proc.send(ref, 1)
        proc.send(ref, 2)
        proc.inspect((yield proc.receive()))
        proc.inspect((yield proc.receive(after=10)))
        proc.inspect(proc.unalias(ref))

    assert run(main).output == "1\nnil\nfalse\n"


def test_the_first_message_to_an_alias_ends_the_monitor_with_it():
    def nap(proc):
        yield proc.sleep(10)

    def main(proc):
        ref = proc.monitor(proc.spawn(nap), alias=atom.reply_demonitor)
        proc.send(ref, atom.first)
        proc.inspect((yield proc.receive()))
        proc.inspect((yield proc.receive(after=20)))

    assert run(main).output == ":first\nnil\n"


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
