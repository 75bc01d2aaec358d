"""Task.async and await: work elsewhere while going on here

async starts a process and returns at once; await waits for what comes of it. In between the main
process does 400 ms of work of its own. The task needs 1000 ms: the await waits for the remaining 600,
and not for 1000.

If one's own work takes longer than the task, await returns at once: the reply is in the mailbox
already. If the task takes longer than 5 s, await exits; that is its default timeout, and a task that
may take longer needs another one.

The task is linked: if it crashes, so does whoever awaits it. Only its owner can await it.

Try: simulator run async_await --set own_work=1500
     simulator diagram async_await --time scale -o async_await.png
"""

from simulator import Config, Task

config = Config(own_work=400, task=1000)


def job(proc):
    yield proc.sleep(config.task)
    return "Done!"


def main(proc):
    task = Task.async_(proc, job)
    proc.puts(f"{proc.now_ms} ms: started")
    yield proc.work(config.own_work)
    proc.puts(f"{proc.now_ms} ms: finished own work")
    result = yield Task.await_(proc, task)
    proc.puts(f"{proc.now_ms} ms: {result}")
