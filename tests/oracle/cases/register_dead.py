"""A dead process cannot be registered."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    try:
        proc.register(pid, atom.ghost)
        proc.puts("registered")
    except ValueError as error:
        proc.puts(str(error))
    proc.inspect(proc.whereis(atom.ghost))
