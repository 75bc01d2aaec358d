"""Who awaits too long exits; the task goes on, and its late reply is dropped."""

from simulator import Exit, Task, atom, inspect


def work(proc, main):
    yield proc.sleep(800)
    proc.send(main, atom.done)
    return atom.late


def main(proc):
    task = Task.async_(proc, work, proc.pid)
    try:
        yield Task.await_(proc, task, 50)
    except Exit as caught:
        proc.puts(inspect(caught.reason))
    proc.inspect(proc.alive(task.pid))
    yield proc.sleep(900)
    proc.inspect(proc.info(proc.pid, atom.messages))
