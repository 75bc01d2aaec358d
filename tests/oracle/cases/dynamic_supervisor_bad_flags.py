"""What a dynamic supervisor says of each setting that cannot be."""

from simulator import DynamicSupervisor, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    for options in (
        {"strategy": atom.one_for_all},
        {"max_restarts": -1},
        {"max_seconds": 0},
        {"max_children": -1},
        {"max_children": atom.few},
        {"extra_arguments": 1},
    ):
        proc.inspect((yield DynamicSupervisor.start_link(proc, **options)))
