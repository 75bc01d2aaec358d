"""A parent that ends normally leaves its linked child alone."""

from simulator import Pid, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    me = proc.pid
    proc.spawn(lambda parent: parent.send(me, parent.spawn_link(idle)))
    child = yield proc.receive(Pid)
    yield proc.sleep(20)
    proc.inspect((proc.alive(child), proc.info(child, atom.links)))
