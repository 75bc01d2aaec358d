"""With on_timeout: :kill_task it is killed, and the others go on."""

from simulator import Task, atom


def after(proc, ms):
    yield proc.sleep(ms)
    return ms


def main(proc):
    options = {"timeout": 50, "on_timeout": atom.kill_task, "max_concurrency": 2}
    proc.inspect((yield Task.async_stream(proc, [10, 200, 20], after, **options)))
    proc.inspect((yield Task.async_stream(proc, [10, 200, 20], after, ordered=False, **options)))
    proc.inspect((yield Task.async_stream(proc, [10, 200, 20], after, zip_input_on_exit=True, **options)))
    proc.inspect((yield Task.async_stream(proc, [100], after, timeout=atom.infinity)))
    proc.inspect(proc.info(proc.pid, atom.messages))
