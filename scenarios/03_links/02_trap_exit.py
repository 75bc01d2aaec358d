"""Trapping exits: the crash of a linked process arrives as a message

A process that sets the flag :trap_exit does not die of the exit signals of those it is linked to.
They become messages, {:EXIT, pid, reason}, and are received like any other. The reason of a crash is
a pair: what was raised, and where. The reason of a process that just returned is :normal; that comes
as a message, too.

This is how a supervisor works: it links, traps, and starts again whoever has crashed. Here the main
process starts a new worker after each crash, and the third one gets through.

One signal cannot be trapped: exit(pid, :kill).

Try: simulator run trap_exit --set trap=false
     simulator diagram trap_exit -o trap_exit.png
"""

from simulator import ANY, Config, atom

config = Config(trap=True)


def worker(proc, attempt):
    yield proc.work(100)
    if attempt < 3:
        raise RuntimeError(f"attempt {attempt} failed")
    proc.puts(f"Attempt {attempt} got through")


def main(proc):
    proc.flag(atom.trap_exit, config.trap)
    for attempt in range(1, 4):
        pid = proc.spawn_link(worker, attempt)
        match (yield proc.receive((atom.EXIT, pid, ANY))):
            case (_, _, atom.normal):
                proc.puts(f"{pid} ended normally at {proc.now_ms} ms")
            case (_, _, (error, _stacktrace)):
                proc.inspect(error, label=f"{pid} crashed at {proc.now_ms} ms")
