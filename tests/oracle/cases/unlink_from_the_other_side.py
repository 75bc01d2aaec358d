"""Either of the two can take the link away."""

from simulator import atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.unlink(me)
        proc.exit(atom.boom)

    pid = proc.spawn_link(child)
    yield proc.sleep(20)
    proc.inspect((proc.alive(pid), proc.info(me, atom.links)))
