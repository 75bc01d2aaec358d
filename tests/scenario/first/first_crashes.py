"""Supervisors under random crashes."""

from simulator import Config, GenServer, Supervisor, atom

config = Config(until="2s", seed=3, workers=4, mtbf=300)


class Worker(GenServer):
    def start_link(proc, n):
        return GenServer.start_link(proc, Worker, n)

    def init(proc, n):
        proc.send_after(proc.pid, atom.crash, proc.random.expovariate(1 / config.mtbf))
        return (atom.ok, n)

    def handle_info(proc, message, n):
        raise RuntimeError(f"worker {n} failed")


class Team(Supervisor):
    def init(proc, workers):
        children = [Supervisor.child_spec((Worker, n), id=n) for n in range(workers)]
        return Supervisor.init(children, strategy=atom.one_for_one, max_restarts=5, max_seconds="1s")


def main(proc):
    proc.flag(atom.trap_exit, True)
    _, team = yield Team.start_link(proc, config.workers)
    while True:
        match (yield proc.receive(after="500ms")):
            case None:
                counts = yield Supervisor.count_children(proc, team)
                proc.puts(f"{proc.now_ms} {counts}")
            case (atom.EXIT, _, reason):
                proc.puts(f"{proc.now_ms} the team gave up: {reason}")
                return
