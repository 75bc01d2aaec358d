"""A raise ends a process with {exception, stacktrace}."""

from simulator import ANY, atom


def child(proc):
    raise RuntimeError("oops")


def main(proc):
    proc.spawn_monitor(child)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, (ANY, list)))
    error, _stacktrace = down[4]
    proc.puts(str(error))
