"""An interval ends with the process that it is for, and one for an unknown name at once."""

from simulator import atom, timer


def main(proc):
    def worker(proc, main):
        proc.register(proc.pid, atom.worker)
        yield timer.send_interval(proc, 30, main, atom.for_main)
        yield proc.receive(atom.stop)

    pid = proc.spawn(worker, proc.pid)
    yield proc.sleep(10)
    yield timer.send_interval(proc, 30, pid, atom.for_worker)
    yield timer.send_interval(proc, 30, atom.worker, atom.for_worker)
    yield timer.send_interval(proc, 30, atom.nobody, atom.for_nobody)
    yield proc.sleep(100)
    proc.inspect(len(proc.info(pid, atom.messages)[1]))
    proc.send(pid, atom.stop)
    yield proc.sleep(10)
    proc.register(proc.pid, atom.worker)
    yield proc.sleep(100)
    for _ in range(4):
        message = yield proc.receive(after=0)
        proc.puts("nothing") if message is None else proc.inspect(message)
