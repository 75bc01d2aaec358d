"""A process that raises is reported; the others go on."""


def child(proc):
    raise RuntimeError("oops")


def main(proc):
    proc.spawn(child)
    yield proc.sleep(100)
    proc.puts("goes on")
