"""send and receive: into a mailbox, and out of it

The main process sends and goes on at once: it prints before anybody has read the message. The other
process waits in receive. It takes the message, finds the clause that fits, {:hello, names}, and ends.
In the picture it waits until the arrow arrives, and only then does it run.

Nothing is shared by the two: the message is a copy. What the main process does to its list after
it has sent it changes nothing for the receiver, which still gets three names.

Try: simulator run send_receive --latency 20ms --timestamps
     simulator run send_receive --set word=goodbye
"""

from simulator import Atom, Config, atom

config = Config(word="hello")


def listener(proc):
    match (yield proc.receive()):
        case (atom.hello, names):
            proc.puts(f"Hello to {', '.join(names)}")
        case (atom.goodbye, names):
            proc.puts(f"Goodbye to {', '.join(names)}")


def main(proc):
    pid = proc.spawn(listener)
    yield proc.sleep(10)
    names = ["Ada", "Joe", "Robert"]
    proc.send(pid, (Atom(config.word), names))
    names.clear()
    proc.puts("Sent, and gone on")
