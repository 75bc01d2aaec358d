"""Back-pressure: three ways to meet more jobs than a pool can do

For one second a job comes every 2 ms: 500 in all. Three workers take 20 ms for each, so they do 150 a
second. Something must happen to the others, and what that is, is a decision.

Accept everything, with a cast: the queue grows to 350 jobs, and the last one waits 2.3 s. Nobody tells
the sender, and if it never stopped there would be no end to it.

Refuse, with a call that is answered :busy when ten jobs wait: no job waits longer than 76 ms, but 340
of the 500 are sent away. Whoever is refused knows it at once, and can come back or leave it.

Wait, with a call that is answered when there is room: every job is done, and again none waits longer
than 76 ms, because the sender is slowed down to the pace of the workers. It needs 3.3 s to send what
it wanted to send in one. That is back-pressure: the load is felt where it comes from.

Try: simulator run back_pressure --set workers=10
     simulator run back_pressure --set room=50
     simulator diagram back_pressure --set jobs=8 --set room=1 --set workers=1 -o back_pressure.png
"""

from simulator import ANY, Config, GenServer, atom

config = Config(jobs=500, pause=2, workers=3, job_ms=20, room=10, view_at="15s")


class Pool(GenServer):
    def init(proc, policy):
        workers = [proc.spawn_link(worker, proc.pid) for _ in range(config.workers)]
        return (atom.ok, {"policy": policy, "free": workers, "queue": [], "outside": [], "longest": 0, "waits": []})

    def handle_cast(proc, request, state):
        match request:
            case (atom.submit, job):
                state["queue"].append((job, proc.now_ms))
            case (atom.done, pid):
                state["free"].append(pid)
        return (atom.noreply, hand_out(proc, state))

    def handle_call(proc, request, client, state):
        match request:
            case (atom.submit, job):
                if len(state["queue"]) < config.room:
                    state["queue"].append((job, proc.now_ms))
                    return (atom.reply, atom.ok, hand_out(proc, state))
                if state["policy"] == "refuse":
                    return (atom.reply, atom.busy, state)
                state["outside"].append((client, job))
                return (atom.noreply, state)
            case atom.figures:
                return (atom.reply, (state["longest"], max(state["waits"])), state)


def hand_out(proc, state):
    """Give jobs to free workers, and let those in who wait outside."""
    queue, outside = state["queue"], state["outside"]
    state["longest"] = max(state["longest"], len(queue))
    while queue and state["free"]:
        job, since = queue.pop(0)
        state["waits"].append(proc.now_ms - since)
        proc.send(state["free"].pop(0), (atom.work, job))
    while outside and len(queue) < config.room:
        client, job = outside.pop(0)
        queue.append((job, proc.now_ms))
        proc.reply(client, atom.ok)
    return state


def worker(proc, pool):
    while True:
        yield proc.receive((atom.work, ANY))
        yield proc.sleep(config.job_ms)
        proc.cast(pool, (atom.done, proc.pid))


def show(proc, policy):
    start = proc.now_ms
    _, pool = yield GenServer.start_link(proc, Pool, policy)
    refused = 0
    for job in range(config.jobs):
        if policy == "accept":
            proc.cast(pool, (atom.submit, job))
        elif (yield proc.call(pool, (atom.submit, job), atom.infinity)) is atom.busy:
            refused += 1
        due = start + (job + 1) * config.pause
        yield proc.sleep(max(0, due - proc.now_ms))
    sent = proc.now_ms - start
    yield proc.sleep(10_000)
    longest, wait = yield proc.call(pool, atom.figures)
    proc.puts(
        f"{policy:6}: sent in {sent:4} ms, queue up to {longest:3}, longest wait {wait:4} ms, refused {refused:3}"
    )


def main(proc):
    for policy in ("accept", "refuse", "wait"):
        yield from show(proc, policy)
