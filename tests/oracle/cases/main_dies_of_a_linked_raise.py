"""When what ends the main process is an exception, it is told as one, besides the crash report of who raised."""

from simulator import ANY, atom


def raises(proc):
    raise RuntimeError("oops")


def passes_on(proc):
    proc.flag(atom.trap_exit, True)
    proc.spawn_link(raises)
    _, _, reason = yield proc.receive((atom.EXIT, ANY, ANY))
    yield proc.sleep(100)
    proc.exit(reason)


def main(proc):
    proc.spawn_link(passes_on)
    yield proc.sleep(1_000)
    proc.puts("not reached")
