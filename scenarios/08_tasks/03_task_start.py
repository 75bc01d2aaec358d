"""Task.start: fire and forget

The main process starts a task that sends an e-mail, and goes on. It does not wait for it, gets no
reply, and is not linked to it. The first e-mail needs 300 ms; the main process has ended long before,
at 10 ms, and the task goes on all the same.

The second one crashes at 100 ms. Nobody but the log hears of it. So forgetting is for work that may be
lost: whoever wants to know what became of it takes async, whoever wants it done starts it under a
supervisor.

As in elixir FILE, with --halt, the run ends with the main process, and neither e-mail is sent.

Try: simulator run task_start --halt
     simulator diagram task_start -o task_start.png
"""

from simulator import ArgumentError, Task


def send_email(proc, to):
    yield proc.sleep(100)
    if "@" not in to:
        raise ArgumentError(f"no address: {to}")
    yield proc.sleep(200)
    proc.puts(f"{proc.now_ms} ms: sent to {to}")


def main(proc):
    Task.start(proc, send_email, "alice@example.com")
    Task.start(proc, send_email, "bob")
    yield proc.sleep(10)
    proc.puts(f"{proc.now_ms} ms: the main process is done")
