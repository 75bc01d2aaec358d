from simulator import Agent, GenServer, Supervisor, atom


class Child(GenServer):
    def start_link(proc, starts):
        return GenServer.start_link(proc, Child, starts)

    def init(proc, starts):
        number = yield Agent.get_and_update(proc, starts, lambda n: (n + 1, n + 1))
        if number == 3:
            proc.puts("3 starts")
        return (atom.ok, number, 10)

    def handle_info(proc, message, number):
        if number < 3:
            raise RuntimeError(f"start {number}")
        return (atom.noreply, number)


def main(proc):
    _, starts = yield Agent.start_link(proc, lambda: 0)
    yield Supervisor.start_link(proc, [(Child, starts)], strategy=atom.one_for_one)
    yield proc.sleep(1000)
