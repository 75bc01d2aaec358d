"""How a report words the reasons of an exit."""

from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)

    def handle_info(proc, reason, state):
        return (atom.stop, reason, state)


def main(proc):
    reasons = [
        atom.noproc,
        atom.timeout,
        atom.killed,
        atom.kill,
        atom.badarg,
        (atom.badarg, []),
        "text",
        (atom.nocatch, 1),
        (atom.bad_return_value, 7),
        (atom.noproc, (atom("Elixir.GenServer"), atom.call, [atom.nobody, atom.hi, 5000])),
        atom.function_clause,
    ]
    for reason in reasons:
        _, pid = yield GenServer.start(proc, Server, [])
        proc.send(pid, reason)
        yield proc.sleep(20)
