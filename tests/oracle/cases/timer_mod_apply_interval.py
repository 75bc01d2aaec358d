"""apply_interval runs a function again and again, while its maker lives."""

from simulator import atom, timer


def main(proc):
    def tell(proc, main):
        proc.send(main, atom.done)

    def maker(proc, main):
        yield timer.apply_interval(proc, 40, tell, main)
        yield proc.sleep(140)

    pid = proc.spawn(maker, proc.pid)
    yield proc.sleep(250)
    for _ in range(4):
        message = yield proc.receive(after=0)
        proc.puts("nothing") if message is None else proc.inspect(message)
    proc.inspect(proc.alive(pid))
