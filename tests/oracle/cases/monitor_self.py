"""A monitor of oneself is a reference and nothing more."""

from simulator import Reference, atom


def main(proc):
    ref = proc.monitor(proc.pid)
    monitors, monitored_by = proc.info(proc.pid, atom.monitors), proc.info(proc.pid, atom.monitored_by)
    proc.inspect((isinstance(ref, Reference), monitors, monitored_by))
