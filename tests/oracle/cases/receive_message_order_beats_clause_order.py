"""The first message that matches any clause is taken, not the first clause that matches any message."""

from simulator import atom


def main(proc):
    proc.send(proc.pid, atom.second_clause)
    proc.send(proc.pid, atom.first_clause)
    match (yield proc.receive(atom.first_clause, atom.second_clause)):
        case atom.first_clause:
            proc.puts("first")
        case atom.second_clause:
            proc.puts("second")
