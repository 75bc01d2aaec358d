"""A throw that nobody catches ends a process with {{:nocatch, value}, stacktrace}."""

from simulator import ANY, atom


def main(proc):
    proc.spawn_monitor(lambda child: child.throw((atom.ball, 1)))
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, (ANY, list)))
    thrown, _stacktrace = down[4]
    proc.inspect(thrown)
