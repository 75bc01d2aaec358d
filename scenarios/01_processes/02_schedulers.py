"""Schedulers: processes that compute take turns on the cores

All three start at time 0 and each needs one second of computing, but there is one scheduler. It lets
each work for a time slice of 100 ms, then it is the next one's turn. So nobody is done after one
second: they finish at 2800, 2900 and 3000 ms, close together and all of them late. The picture shows
who works and who waits for the scheduler.

With 4 schedulers each has its own, and all finish at 1000 ms; so they do on unlimited ones. Give them
more to do than there are schedulers, 8 operations on 4, and it takes 8 / 4 = 2 seconds. Operations
that only wait (for a disk, for the network) need no scheduler: on 1 all of them finish at 1000 ms.

Try: simulator run schedulers --schedulers 4
     simulator run schedulers --schedulers unlimited
     simulator run schedulers --schedulers 4 --set operations=8
     simulator run schedulers --set waiting=true
"""

from simulator import Config

config = Config(schedulers=1, time_slice=100, operations=3, effort=1000, waiting=False, view_at="1500ms")


def operation(proc, number):
    if config.waiting:
        yield proc.sleep(config.effort)
    else:
        yield proc.work(config.effort)
    proc.puts(f"Operation {number} is done at {proc.now_ms} ms")


def main(proc):
    for number in range(1, config.operations + 1):
        proc.spawn(operation, number)
    yield proc.sleep(0)
