"""A dynamic supervisor's module says in init what it is to do."""

from simulator import Agent, DynamicSupervisor, atom


class Pool(DynamicSupervisor):
    def init(proc, most):
        if isinstance(most, int):
            return DynamicSupervisor.init(strategy=atom.one_for_one, max_children=most)
        return most


def main(proc):
    proc.flag(atom.trap_exit, True)
    proc.inspect({**Pool.child_spec(2), atom.start: (Pool, atom.start_link, [2])})
    _, sup = yield DynamicSupervisor.start_link(proc, Pool, 1, name=atom.pool)
    yield DynamicSupervisor.start_child(proc, atom.pool, (Agent, lambda: 1))
    proc.inspect((yield DynamicSupervisor.start_child(proc, sup, (Agent, lambda: 1))))
    again = yield Pool.start_link(proc, 1, name=atom.pool)
    proc.inspect(again == (atom.error, (atom.already_started, sup)))
    proc.inspect((yield Pool.start_link(proc, atom.ignore)))
    proc.inspect((yield Pool.start_link(proc, atom.nonsense)))
