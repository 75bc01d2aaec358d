"""Several tasks: all in the time of the slowest

Users take 300 ms, orders 500 ms, products 200 ms. One after the other that is 1000 ms; as three tasks
it is 500 ms, the time of the slowest. The results come in the order of the tasks, not of finishing:
each reply carries the reference of its task, and waits in the mailbox until it is asked for.

The timeout of await_many is for all of them together. With a patience of 400 ms the orders come too
late, and the users and products that were there in time are lost with them: await_many exits, the main
process dies of it, and its links end the task that is left.

Try: simulator run await_many --set patience=400
     simulator run await_many --set orders=1000
     simulator diagram await_many -o await_many.png
"""

from simulator import Config, Task

config = Config(users=300, orders=500, products=200, patience=5000)


def fetch(proc, what, ms):
    yield proc.sleep(ms)
    proc.puts(f"{proc.now_ms} ms: {what} are there")
    return what


def main(proc):
    tasks = [
        Task.async_(proc, fetch, "users", config.users),
        Task.async_(proc, fetch, "orders", config.orders),
        Task.async_(proc, fetch, "products", config.products),
    ]
    results = yield Task.await_many(proc, tasks, config.patience)
    proc.inspect(results, label=f"{proc.now_ms} ms")
