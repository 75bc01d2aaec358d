"""With module, function and arguments the element comes first."""

from simulator import Task, atom


class Work:
    def show(proc, element, a, b):
        return (element, a, b)


def main(proc):
    proc.inspect((yield Task.async_stream(proc, [1, 2], Work, "show", [atom.a, atom.b])))
    proc.inspect((yield Task.async_stream(proc, {atom.k: 1}, Work, "show", [atom.a, atom.b])))
