"""What OTP says of each setting of a supervisor that cannot be."""

from simulator import ArgumentError, Supervisor, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    for options in (
        {"strategy": atom.none},
        {"max_restarts": -1},
        {"max_restarts": atom.many},
        {"max_restarts": 1.5},
        {"max_seconds": 0},
        {"max_seconds": -5},
        {"max_seconds": None},
    ):
        proc.inspect((yield Supervisor.start_link(proc, [], **{"strategy": atom.one_for_one, **options})))
    try:
        yield Supervisor.start_link(proc, [])
    except ArgumentError as error:
        proc.inspect(error)
