"""A main process that traps exits survives its linked child."""

from simulator import ANY, atom


def child(proc):
    raise RuntimeError("oops")


def main(proc):
    proc.flag(atom.trap_exit, True)
    proc.spawn_link(child)
    _, _, (error, _) = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.puts(f"survived: {error}")
