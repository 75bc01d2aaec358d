"""A process has one name at most; another one, or the same again, fails."""

from simulator import atom


def main(proc):
    proc.register(proc.pid, atom.first)
    for name in (atom.second, atom.first):
        try:
            proc.register(proc.pid, name)
            proc.puts("registered")
        except ValueError as error:
            proc.puts(str(error))
    proc.inspect((proc.whereis(atom.second), proc.info(proc.pid, atom.registered_name)))
