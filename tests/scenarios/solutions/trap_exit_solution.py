from simulator import ANY, atom


def worker(proc):
    raise RuntimeError("again")


def start(proc):
    pid = proc.spawn(worker)
    proc.link(pid)
    return pid


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = start(proc)
    for _ in range(3):
        yield proc.receive((atom.EXIT, pid, ANY))
        pid = start(proc)
    yield proc.receive((atom.EXIT, pid, ANY))
    proc.puts("3 restarts")
