"""Identity: who a process is, and whether it is alive

The sleeper lives for one second. Asked at 0 ms it is alive, asked again at 1100 ms it is not. The
pid itself stays valid as a value: it can be printed, compared and sent to, but it names a process
that has ended, and no other will ever get it. The next process gets the next number.

An answer to "are you alive?" is old as soon as it is given: a process may end in the moment after.
So programs seldom ask. They monitor, and are told (see the scenario spawn_monitor).

Try: simulator run identity --set lifetime=2000
"""

from simulator import Config

config = Config(lifetime=1000)


def sleeper(proc):
    yield proc.sleep(config.lifetime)


def main(proc):
    proc.puts(f"I am {proc.pid}")
    pid = proc.spawn(sleeper)
    proc.inspect(proc.alive(pid), label=f"{pid} alive at {proc.now_ms} ms")
    yield proc.sleep(1100)
    proc.inspect(proc.alive(pid), label=f"{pid} alive at {proc.now_ms} ms")
    proc.puts(f"The next process is {proc.spawn(sleeper)}")
