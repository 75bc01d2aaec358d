"""A raise reaches the links as {exception, stacktrace}."""

from simulator import ANY, atom


def child(proc):
    raise RuntimeError("oops")


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(child)
    _, _, (error, _stacktrace) = yield proc.receive((atom.EXIT, pid, (ANY, list)))
    proc.puts(str(error))
