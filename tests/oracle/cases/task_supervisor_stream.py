"""A stream of supervised tasks: without links a crash is a result, with them it is the owner's end."""

from simulator import ANY, Task, atom


def work(proc, n):
    return proc.exit(atom.two) if n == 2 else n


def slow(proc, ms):
    yield proc.sleep(ms)
    return ms


def owner(proc, sup):
    yield Task.Supervisor.async_stream(proc, sup, [1, 2, 3], work, max_concurrency=2)


def main(proc):
    _, sup = yield Task.Supervisor.start_link(proc)
    proc.inspect((yield Task.Supervisor.async_stream_nolink(proc, sup, [1, 2, 3], work, max_concurrency=2)))
    options = {"max_concurrency": 2, "timeout": 50, "on_timeout": atom.kill_task}
    proc.inspect((yield Task.Supervisor.async_stream_nolink(proc, sup, [10, 200, 20], slow, **options)))
    proc.inspect((yield Task.Supervisor.async_stream(proc, sup, [10, 5], slow, max_concurrency=2)))
    _, ref = proc.spawn_monitor(owner, sup)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])
    proc.inspect((yield Task.Supervisor.children(proc, sup)))
    proc.inspect(proc.info(proc.pid, atom.messages))
