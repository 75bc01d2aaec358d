"""put gives the old value or nil, get the value or a default, delete what it took away."""

from simulator import atom


def main(proc):
    proc.inspect((proc.put(atom.a, 1), proc.put(atom.a, 2), proc.get(atom.a)))
    proc.inspect((proc.get(atom.b), proc.get(atom.b, 9)))
    proc.inspect((proc.delete(atom.a), proc.delete(atom.a), proc.get(atom.a), proc.get_keys()))
