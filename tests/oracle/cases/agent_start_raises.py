"""If the first function raises the agent does not start, and nothing is reported."""

from simulator import ANY, Agent, Exit, atom


def refuses(reason):
    def init():
        raise reason

    return init


def main(proc):
    _, (error, _) = yield Agent.start(proc, refuses(RuntimeError("no")), name=atom.agent)
    proc.inspect(error)
    proc.inspect(proc.whereis(atom.agent))
    proc.inspect((yield Agent.start(proc, refuses(Exit(atom.reason)))))
    proc.flag(atom.trap_exit, True)
    proc.inspect((yield Agent.start_link(proc, refuses(Exit(atom.linked)))))
    proc.inspect((yield proc.receive((atom.EXIT, ANY, ANY)))[2])
