from simulator import atom


def job(proc, boss):
    yield proc.work(500)
    proc.send(boss, atom.done)


def main(proc):
    for _ in range(3):
        proc.spawn(job, proc.pid)
    for _ in range(3):
        yield proc.receive(atom.done)
    proc.puts(f"all done at {proc.now_ms} ms")
