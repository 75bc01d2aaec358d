"""Messages from one process to another arrive in the order sent, messages and exit signals alike."""

from simulator import atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    me = proc.pid

    def child(proc):
        for n in (1, 2, 3):
            proc.send(me, n)
            proc.exit(me, (atom.signal, n))

    proc.spawn_link(child)
    yield proc.sleep(20)
    _, messages = proc.info(me, atom.messages)
    proc.inspect([message[2] if isinstance(message, tuple) else message for message in messages])
