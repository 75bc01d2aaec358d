"""An interval sends again and again until it is cancelled."""

from simulator import atom, timer


def main(proc):
    _, tref = yield timer.send_interval(proc, 100, atom.tick)
    proc.inspect(tref[0])
    started = proc.now_ms
    for _ in range(3):
        yield proc.receive(atom.tick)
        proc.inspect((proc.now_ms - started + 20) // 50)
    proc.inspect((yield timer.cancel(proc, tref)))
    again = yield proc.receive(atom.tick, after=250)
    proc.puts("silence" if again is None else "again")
    proc.inspect((yield timer.cancel(proc, tref)))
