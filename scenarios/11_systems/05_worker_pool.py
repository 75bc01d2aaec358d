"""The worker pool: five tasks, three workers, and who gets which

The workers are dealt out in turn: tasks 1 to 5 go to workers 1, 2, 3, 1, 2. Each takes 1000 ms, and
a worker does one at a time: three are done at 1000 ms, two at 2000 ms. Five tasks in 2 s.

Now the first task takes 3000 ms. Round robin deals out as before, without looking: task 4 waits behind
task 1 until 3000 ms and is done at 4000 ms, while worker 3 has had nothing to do since 1000 ms. That is
not fair, and the more the tasks differ, the worse it gets.

Last, each task goes to whichever worker is free: all is done in 3000 ms, the time of the longest. The
queue belongs before the workers, where the next one to be free takes from it, and not into the mailbox
of each.

Try: simulator run worker_pool --set workers=5
     simulator diagram worker_pool --to 1999ms --hide main -o worker_pool.png
"""

from itertools import cycle

from simulator import ANY, Config, GenServer, Task, atom

config = Config(workers=3, first=3000, view_at="500ms")


class Worker(GenServer):
    def init(proc, number):
        return (atom.ok, number)

    def handle_call(proc, request, client, number):
        match request:
            case (atom.work, task, ms):
                yield proc.sleep(ms)
                return (atom.reply, (task, number, proc.now_ms), number)


def start_workers(proc):
    workers = []
    for number in range(1, config.workers + 1):
        _, pid = yield GenServer.start_link(proc, Worker, number)
        workers.append(pid)
    return workers


def ask(proc, worker, task, ms):
    return (yield proc.call(worker, (atom.work, task, ms), atom.infinity))


def round_robin(proc, workers, durations):
    dealt = zip(range(1, len(durations) + 1), durations, cycle(workers), strict=False)
    tasks = [Task.async_(proc, ask, worker, task, ms) for task, ms, worker in dealt]
    return (yield Task.await_many(proc, tasks, atom.infinity))


def whoever_is_free(proc, workers, durations):
    def run(proc, task, ms):
        proc.send(owner, (atom.checkout, proc.pid))
        _, worker = yield proc.receive((atom.worker, ANY))
        done = yield from ask(proc, worker, task, ms)
        proc.send(owner, (atom.checkin, worker))
        return done

    owner = proc.spawn(lend, workers)
    tasks = [Task.async_(proc, run, number, ms) for number, ms in enumerate(durations, 1)]
    return (yield Task.await_many(proc, tasks, atom.infinity))


def lend(proc, free):
    while True:
        _, client = yield proc.receive((atom.checkout, ANY))
        if not free:
            _, worker = yield proc.receive((atom.checkin, ANY))
            free = [worker]
        proc.send(client, (atom.worker, free.pop(0)))


def show(proc, title, how, durations):
    start = proc.now_ms
    workers = yield from start_workers(proc)
    results = yield from how(proc, workers, durations)
    proc.puts(f"{title}: {proc.now_ms - start} ms")
    for task, number, done in results:
        proc.puts(f"  task {task} by worker {number}, done at {done - start} ms")


def main(proc):
    yield from show(proc, "five equal tasks, in turn", round_robin, [1000] * 5)
    yield from show(proc, "a long one first, in turn", round_robin, [config.first, *[1000] * 4])
    yield from show(proc, "a long one first, to whoever is free", whoever_is_free, [config.first, *[1000] * 4])
