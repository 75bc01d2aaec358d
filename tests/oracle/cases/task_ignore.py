"""ignore parts from a task: it goes on alone, unless it has ended already."""

from simulator import Task, atom


def goes_on(proc, main):
    yield proc.sleep(50)
    proc.send(main, atom.went_on)
    proc.exit(atom.alone)


def main(proc):
    task = Task.async_(proc, goes_on, proc.pid)
    proc.inspect((yield Task.ignore(proc, task)))
    proc.inspect(proc.info(proc.pid, atom.monitors))
    yield proc.receive(atom.went_on)
    proc.puts("went on")
    yield proc.sleep(20)
    task = Task.async_(proc, lambda proc: atom.value)
    yield proc.sleep(20)
    proc.inspect((yield Task.ignore(proc, task)))
    proc.flag(atom.trap_exit, True)
    task = Task.async_(proc, lambda proc: proc.exit(atom.boom))
    yield proc.sleep(20)
    proc.inspect((yield Task.ignore(proc, task)))
