"""A process that answers each alarm with a new one ticks; to stop is not to rearm."""

from simulator import ANY, atom


def main(proc):
    proc.send_after(proc.pid, (atom.tick, 1), 10)
    while True:
        match (yield proc.receive((atom.tick, ANY), after=200)):
            case (atom.tick, 3):
                proc.puts("tick 3, the last")
                return
            case (atom.tick, n):
                proc.puts(f"tick {n}")
                proc.send_after(proc.pid, (atom.tick, n + 1), 10)
            case None:
                proc.puts("silence")
                return
