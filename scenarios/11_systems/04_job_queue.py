"""The job queue: one job at a time, and its spare :process_next

A job is added with a cast. The queue works on it for 1000 ms, and then sends itself :process_next to go
on with the next. A cast that finds nothing being processed sends :process_next, too, to start it.

Three jobs are added at 0 ms. The state says "not processing" until the first :process_next is handled,
and that is after all three casts: each of them sends one. The jobs are done one at a time all the same,
because a server handles one message at a time. But each of the three messages ends in sending another
one, so there are always three on their way. At 3000 ms one of them finds the queue empty and notes "not
processing", although there are two more. So the job that was added at 1500 ms, and is read only now,
sends a fourth. In the end all four find nothing left.

It is harmless here, and costs messages; with a timer in their place there would be four of them,
ticking for ever. With --set careful=true the state says "processing" as soon as a :process_next is on
its way, and one is all there ever is.

Try: simulator run job_queue --set careful=true
     simulator diagram job_queue -o job_queue.png
"""

from simulator import Config, GenServer, atom

config = Config(jobs=3, careful=False, view_at="500ms")


class JobQueue(GenServer):
    def start_link(proc):
        return GenServer.start_link(proc, JobQueue, [], name=JobQueue)

    def add_job(proc, job):
        return proc.cast(JobQueue, (atom.add, job))

    def init(proc, queue):
        return (atom.ok, {atom.queue: queue, atom.processing: False})

    def handle_cast(proc, request, state):
        match request:
            case (atom.add, job):
                state = {**state, atom.queue: [*state[atom.queue], job]}
                if not state[atom.processing]:
                    proc.send(proc.pid, atom.process_next)
                    state[atom.processing] = config.careful
                return (atom.noreply, state)

    def handle_info(proc, message, state):
        match message, state[atom.queue]:
            case atom.process_next, []:
                proc.puts(f"{proc.now_ms} ms: nothing left")
                return (atom.noreply, {**state, atom.processing: False})
            case atom.process_next, [job, *rest]:
                proc.puts(f"{proc.now_ms} ms: processing {job}")
                yield proc.sleep(1000)
                proc.send(proc.pid, atom.process_next)
                return (atom.noreply, {**state, atom.queue: rest, atom.processing: True})


def main(proc):
    yield JobQueue.start_link(proc)
    for number in range(1, config.jobs + 1):
        JobQueue.add_job(proc, f"job {number}")
    yield proc.sleep(1500)
    JobQueue.add_job(proc, "a late job")
