"""A hibernating process waits for any message and goes on with it still in the mailbox."""

from simulator import ANY, atom


def sleeper(proc):
    yield proc.hibernate()
    proc.exit(proc.info(proc.pid, atom.messages))


def main(proc):
    pid, _ = proc.spawn_monitor(sleeper)
    yield proc.sleep(20)
    proc.inspect(proc.info(pid, atom.status))
    proc.send(pid, atom.good_morning)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
