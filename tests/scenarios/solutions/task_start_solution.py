from simulator import Task


def quiet(proc):
    yield proc.sleep(500)
    proc.puts("done")


def failing(proc):
    raise RuntimeError("nobody hears this")


def main(proc):
    Task.start(proc, quiet)
    Task.start(proc, failing)
