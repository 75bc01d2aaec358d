"""The reply pattern: a question carries the pid of whoever asks

A message does not say who sent it. Whoever wants an answer puts the own pid into the question, and
then waits for a message of the right shape. The calculator needs 200 ms for a sum: in the picture the
main process waits for just that long, with its deadline written beside it.

The second question is one that the calculator has no clause for. It is read and dropped, nobody
answers, and only the timeout saves the main process from waiting for ever. A question without a
timeout is a promise that the other side will always answer.

With effort=1500 the answer comes after the timeout, and is then taken for the answer to the second
question, which asked for 5 - 3. A reference in question and answer would tell the two apart.

Try: simulator run reply --set effort=1500
     simulator run reply --latency 300ms --timestamps
"""

from simulator import ANY, Config, atom

config = Config(effort=200)


def calculator(proc):
    while True:
        match (yield proc.receive()):
            case (atom.add, a, b, caller):
                yield proc.work(config.effort)
                proc.send(caller, (atom.result, a + b))
            case atom.stop:
                return


def answer(proc):
    match (yield proc.receive((atom.result, ANY), after=1000)):
        case (atom.result, value):
            proc.puts(f"Result: {value}, at {proc.now_ms} ms")
        case None:
            proc.puts(f"Timeout, at {proc.now_ms} ms")


def main(proc):
    pid = proc.spawn(calculator)
    proc.send(pid, (atom.add, 5, 3, proc.pid))
    yield from answer(proc)
    proc.send(pid, (atom.subtract, 5, 3, proc.pid))
    yield from answer(proc)
    proc.send(pid, atom.stop)
