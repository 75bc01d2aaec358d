"""An exit signal ends the main process badly, even :normal from itself."""

from simulator import atom


def main(proc):
    proc.exit(proc.pid, atom.normal)
    yield proc.sleep(20)
    proc.puts("not reached")
