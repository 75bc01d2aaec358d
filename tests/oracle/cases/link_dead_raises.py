"""To link to a dead process where exits are not trapped raises in the caller."""

from simulator import ANY, ErlangError, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    try:
        proc.link(pid)
        proc.puts("linked")
    except ErlangError as error:
        proc.puts(str(error))
