"""exit(pid, :kill) ends the main process with :killed."""

from simulator import atom


def main(proc):
    me = proc.pid
    proc.spawn(lambda child: child.exit(me, atom.kill))
    yield proc.sleep(100)
    proc.puts("not reached")
