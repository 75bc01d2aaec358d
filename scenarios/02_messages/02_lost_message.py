"""Several clauses, and messages whose receiver has ended

The calculator knows three kinds of messages, and its last clause takes whatever is left. But it
receives once, and then its function returns. Of the three messages that are sent to it one is answered.

The two others are lost in two different ways. {:multiply, 4, 7} is sent before the calculator has
had a chance to run, so it does arrive: it lies in the mailbox, and goes when the process goes. The
picture marks it as never received. {:divide, 8, 2} is sent when the process has long ended. Sending
to a dead process is no error: send returns as always, and nobody is told.

To answer more than one message a process must loop (see receive_loop). To know whether somebody is
still there, monitor it (see monitor_existing).

Try: simulator run lost_message --set receives=2
     simulator diagram lost_message -o lost_message.png
"""

from simulator import Config, atom

config = Config(receives=1)


def calculator(proc):
    for _ in range(config.receives):
        match (yield proc.receive()):
            case (atom.add, a, b):
                proc.puts(f"{a} + {b} = {a + b}")
            case (atom.multiply, a, b):
                proc.puts(f"{a} * {b} = {a * b}")
            case unknown:
                proc.inspect(unknown, label="Unknown message")


def main(proc):
    pid = proc.spawn(calculator)
    proc.send(pid, (atom.add, 5, 3))
    proc.send(pid, (atom.multiply, 4, 7))
    yield proc.sleep(100)
    proc.inspect(proc.alive(pid), label="Calculator alive")
    proc.inspect(proc.send(pid, (atom.divide, 8, 2)), label="Sent all the same")
