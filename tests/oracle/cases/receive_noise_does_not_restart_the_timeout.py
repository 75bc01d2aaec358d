"""Messages that do not match leave the deadline where it is."""

from simulator import atom


def main(proc):
    me = proc.pid

    def noisy(proc):
        yield proc.sleep(60)
        proc.send(me, atom.noise)
        yield proc.sleep(90)
        proc.send(me, atom.wanted)

    proc.spawn(noisy)
    message = yield proc.receive(atom.wanted, after=110)
    proc.puts("timeout" if message is None else "wanted")
    proc.inspect((yield proc.receive()))
