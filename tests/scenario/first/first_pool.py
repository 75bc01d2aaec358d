"""Pool with timeouts."""

from collections import deque

from simulator import Config, Exit, GenServer, Task, atom

config = Config(size=2, clients=6, patience="150ms", seed=1)


class Pool(GenServer):
    def init(proc, size):
        return (atom.ok, {"free": list(range(size)), "queue": deque(), "used": {}})

    def handle_call(proc, request, client, state):
        match request:
            case atom.checkout:
                if state["free"]:
                    worker = state["free"].pop(0)
                    state["used"][proc.monitor(client[0])] = worker
                    return (atom.reply, worker, state)
                state["queue"].append(client)
                return (atom.noreply, state)
            case (atom.checkin, worker):
                ref = next(r for r, w in state["used"].items() if w == worker)
                proc.demonitor(ref, flush=True)
                del state["used"][ref]
                return (atom.reply, atom.ok, Pool.give(proc, worker, state))

    def handle_info(proc, message, state):
        match message:
            case (atom.DOWN, ref, _, _, _):
                if ref in state["used"]:
                    return (atom.noreply, Pool.give(proc, state["used"].pop(ref), state))
                return (atom.noreply, state)

    def give(proc, worker, state):
        if state["queue"]:
            client = state["queue"].popleft()
            state["used"][proc.monitor(client[0])] = worker
            proc.reply(client, worker)
        else:
            state["free"].append(worker)
        return state


def client(proc, n):
    try:
        worker = yield proc.call(Pool, atom.checkout, timeout=config.patience)
    except Exit as gone:
        proc.puts(f"{proc.now_ms} client {n} gave up: {gone}")
        return atom.gave_up
    yield proc.sleep(100)
    yield proc.call(Pool, (atom.checkin, worker))
    proc.puts(f"{proc.now_ms} client {n} done with {worker}")
    return atom.done


def main(proc):
    yield Pool.start_link(proc, config.size, name=Pool)
    tasks = [Task.async_(proc, client, n) for n in range(config.clients)]
    answers = yield Task.await_many(proc, tasks)
    proc.inspect(answers)
