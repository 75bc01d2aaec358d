"""An item that info does not know is an error."""

from simulator import atom


def main(proc):
    try:
        proc.inspect(proc.info(proc.pid, atom.mood))
    except ValueError as error:
        proc.puts(str(error))
