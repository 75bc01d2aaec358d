"""What is no task has no clause; nor has what is no function."""

from simulator import Task, atom


def main(proc):
    for ask in (
        lambda: Task.await_(proc, 5),
        lambda: Task.yield_(proc, atom.task, 10),
        lambda: Task.shutdown(proc, proc.pid),
        lambda: Task.async_(proc, atom.work),
        lambda: Task.start(proc, 7),
        lambda: Task.start_link(proc, "work"),
    ):
        try:
            ask()
        except ValueError as error:
            proc.puts(str(error))
