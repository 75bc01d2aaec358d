from simulator import ANY, Agent, atom


def client(proc, agent):
    for _ in range(50):
        yield Agent.update(proc, agent, lambda n: n + 1)


def main(proc):
    _, agent = yield Agent.start_link(proc, lambda: 0)
    for _ in range(2):
        proc.spawn_monitor(client, agent)
    for _ in range(2):
        yield proc.receive((atom.DOWN, ANY, ANY, ANY, ANY))
    proc.puts((yield Agent.get(proc, agent, lambda n: n)))
