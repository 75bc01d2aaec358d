"""shutdown ends a task that runs and gives nil; the owner, though linked, is spared."""

from simulator import ANY, Task, atom


def main(proc):
    for timeout in (5000, atom.brutal_kill):
        task = Task.async_(proc, lambda proc: proc.sleep(1_000))
        ref = proc.monitor(task.pid)
        proc.inspect((yield Task.shutdown(proc, task, timeout)))
        proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    proc.inspect(proc.info(proc.pid, [atom.messages, atom.monitors]))
