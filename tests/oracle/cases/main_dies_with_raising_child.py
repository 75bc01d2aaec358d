"""The same of a linked child that raises; the child's crash is reported as well."""


def child(proc):
    raise RuntimeError("oops")


def main(proc):
    proc.spawn_link(child)
    yield proc.sleep(100)
    proc.puts("not reached")
