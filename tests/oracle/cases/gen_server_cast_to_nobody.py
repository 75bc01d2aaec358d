"""A cast is :ok whether there is a server or not."""

from simulator import GenServer, atom


def main(proc):
    pid = proc.spawn(lambda child: atom.ok)
    yield proc.sleep(10)
    proc.inspect(proc.cast(pid, atom.hello))
    proc.inspect(proc.cast(atom.nobody, atom.hello))
    proc.inspect(GenServer.whereis(proc, atom.nobody))
    proc.inspect(GenServer.whereis(proc, pid) == pid)
