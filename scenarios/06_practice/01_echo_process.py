"""The echo process: every message goes back to its sender

The smallest server there is: a loop, a message with the pid of the sender in it, an answer. Three
clients use it at the same time. Each receives its own echo, because the answer goes to the pid that
came with the question; the server does not know how many clients there are.

It serves one message after the other, 10 ms each. The third client waits for the first two: 30 ms.
The server never ends: it still waits when nothing more can happen, and so the run is over.

Try: simulator run echo_process --set clients=8 --timestamps
     simulator run echo_process -v
"""

from simulator import ANY, Config, atom

config = Config(clients=3)


def echo(proc):
    while True:
        sender, text = yield proc.receive((ANY, ANY))
        yield proc.work(10)
        proc.send(sender, (atom.echo, text))


def client(proc, server, number):
    proc.send(server, (proc.pid, f"hello {number}"))
    _, text = yield proc.receive((atom.echo, ANY))
    proc.puts(f"{proc.now_ms} ms: {text}")


def main(proc):
    server = proc.spawn(echo)
    for number in range(1, config.clients + 1):
        proc.spawn(client, server, number)
    yield proc.sleep(0)
