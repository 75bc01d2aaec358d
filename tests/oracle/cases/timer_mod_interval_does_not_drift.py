"""An interval is counted from its start, whatever its receiver does meanwhile."""

from simulator import atom, timer


def main(proc):
    started = proc.now_ms
    yield timer.send_interval(proc, 100, atom.tick)
    for nap in (130, 30, 0, 50, 0):
        yield proc.sleep(nap)
        yield proc.receive(atom.tick)
        proc.inspect((proc.now_ms - started + 10) // 20)
