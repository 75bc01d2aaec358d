"""A supervisor takes in no more tasks than it may."""

from simulator import Task, atom


def main(proc):
    _, sup = yield Task.Supervisor.start_link(proc, max_children=1)
    yield Task.Supervisor.start_child(proc, sup, lambda proc: proc.sleep(1_000))
    proc.inspect((yield Task.Supervisor.start_child(proc, sup, lambda proc: 1)))
    for start in (
        lambda: Task.Supervisor.async_(proc, sup, lambda proc: 1),
        lambda: Task.Supervisor.async_nolink(proc, sup, lambda proc: 1),
        lambda: Task.Supervisor.async_stream(proc, sup, [1, 2], lambda proc, n: n),
    ):
        try:
            yield start()
        except RuntimeError as error:
            proc.inspect(error)
    proc.inspect(proc.info(proc.pid, [atom.messages, atom.monitors]))
