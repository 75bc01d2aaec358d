"""Where there is no supervisor a request for a task exits."""

from simulator import Exit, Task, atom


def main(proc):
    try:
        yield Task.Supervisor.async_(proc, atom.nobody, lambda proc: 1)
    except Exit as caught:
        reason, (module, function, [who, (what, [(node, _, _), monitor], restart, shutdown), timeout]) = caught.reason
        proc.inspect((reason, module, function, who, what, node, monitor, restart, shutdown, timeout))
    proc.inspect(Task.Supervisor.child_spec(name=atom.tasks)[atom.id])
    spec = Task.Supervisor.child_spec([])
    module, _, args = spec[atom.start]
    proc.inspect({**spec, atom.start: (module, atom.start_link, args)})
