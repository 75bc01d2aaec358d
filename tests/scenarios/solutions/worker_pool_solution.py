from simulator import GenServer, Task, atom


class Worker(GenServer):
    def init(proc, number):
        return (atom.ok, number)

    def handle_call(proc, request, client, number):
        yield proc.sleep(1000)
        return (atom.reply, atom.done, number)


def ask(proc, worker):
    return (yield proc.call(worker, atom.work))


def main(proc):
    workers = []
    for number in range(3):
        _, pid = yield GenServer.start_link(proc, Worker, number)
        workers.append(pid)
    tasks = [Task.async_(proc, ask, workers[n % 3]) for n in range(5)]
    done = yield Task.await_many(proc, tasks)
    proc.puts(f"{len(done)} done")
