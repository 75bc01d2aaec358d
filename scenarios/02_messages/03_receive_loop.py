"""The receive loop: to serve until told to stop

receive takes one message. A process that is to serve for longer receives again, for ever: in Elixir
a function that calls itself, in Python a loop. Leaving the loop ends the process; here :stop does it.

The messages were all sent at 0 ms, before the echo process ran at all. They wait in its mailbox, and
are taken out in the order in which they came: messages of one sender never overtake each other. The
echo process needs 10 ms for each, and the mailbox holds the rest meanwhile. What is sent after :stop
is never read.

Try: simulator run receive_loop --timestamps
     simulator diagram receive_loop -o receive_loop.png
"""

from simulator import atom


def echo(proc):
    while True:
        match (yield proc.receive()):
            case (atom.echo, text):
                yield proc.work(10)
                proc.puts(f"Echo: {text}")
            case atom.stop:
                proc.puts("Stopping")
                return


def main(proc):
    pid = proc.spawn(echo)
    proc.send(pid, (atom.echo, "hello"))
    proc.send(pid, (atom.echo, "world"))
    proc.send(pid, atom.stop)
    proc.send(pid, (atom.echo, "anybody there?"))
    yield proc.sleep(100)
    proc.inspect(proc.alive(pid), label="Echo process alive")
