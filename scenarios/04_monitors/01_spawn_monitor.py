"""spawn_monitor: watching a process without being drawn into its end

The worker crashes at 1000 ms. The main process is not linked to it and does not die. It gets one
message, {:DOWN, ref, :process, pid, reason}: who has ended, and why. The reference tells this monitor
from all others, which is why spawn_monitor returns both, the pid and the reference.

The report of the crash goes to standard error, as a log would; nobody has to ask for it.

Try: simulator run spawn_monitor --set crash=false
     simulator diagram spawn_monitor -o spawn_monitor.png
"""

from simulator import ANY, Config, atom

config = Config(crash=True)


def worker(proc):
    yield proc.sleep(1000)
    if config.crash:
        raise RuntimeError("Oops")


def main(proc):
    pid, ref = proc.spawn_monitor(worker)
    match (yield proc.receive((atom.DOWN, ref, atom.process, pid, ANY))):
        case (*_, atom.normal):
            proc.puts(f"{pid} finished at {proc.now_ms} ms")
        case (*_, (error, _stacktrace)):
            proc.inspect(error, label=f"{pid} died at {proc.now_ms} ms")
