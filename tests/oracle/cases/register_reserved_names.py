"""nil, true, false and :undefined cannot be names."""

from simulator import atom


def main(proc):
    for name in (None, True, False, atom.undefined):
        try:
            proc.register(proc.pid, name)
            proc.puts("registered")
        except ValueError as error:
            proc.puts(str(error))
