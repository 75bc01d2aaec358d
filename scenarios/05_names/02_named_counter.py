"""The named counter: one process keeps a value for all

There is no variable that two processes could change. The count lives in the loop of one process, and
all others send messages to it. They are taken one after the other, so no increment is ever lost,
however many processes count at the same time: here three clients, each of which counts to ten.

The question {:get, caller} waits in the same queue. The main process asks twice: at once, when no
client has run yet, and after 10 ms, when they all have. The answers are 2 (the main process's own
two) and 32.

Try: simulator run named_counter --set clients=20 --set each=1000
"""

from simulator import ANY, Config, atom

config = Config(clients=3, each=10)


def counter(proc, count):
    while True:
        match (yield proc.receive()):
            case atom.increment:
                count += 1
            case (atom.get, caller):
                proc.send(caller, (atom.count, count))


def client(proc):
    for _ in range(config.each):
        proc.send(atom.counter, atom.increment)


def get(proc):
    proc.send(atom.counter, (atom.get, proc.pid))
    _, count = yield proc.receive((atom.count, ANY))
    return count


def main(proc):
    proc.register(proc.spawn(counter, 0), atom.counter)
    for _ in range(config.clients):
        proc.spawn(client)
    proc.send(atom.counter, atom.increment)
    proc.send(atom.counter, atom.increment)
    proc.puts(f"Count: {yield from get(proc)}")
    yield proc.sleep(10)
    proc.puts(f"Count: {yield from get(proc)}")
