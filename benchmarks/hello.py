"""Hello: a small scenario, to time the command by.

A process greets another and waits for the answer.
"""

from simulator import atom


def greeter(proc):
    sender, name = yield proc.receive()
    proc.send(sender, (atom.hello, name))


def main(proc):
    pid = proc.spawn(greeter)
    proc.send(pid, (proc.pid, "world"))
    message = yield proc.receive((atom.hello, str), after=1000)
    proc.puts(f"hello {message[1]}")
