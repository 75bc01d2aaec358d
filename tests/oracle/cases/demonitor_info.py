"""demonitor with info tells whether there was a monitor to end."""


def idle(proc):
    yield proc.receive()


def main(proc):
    ref = proc.monitor(proc.spawn(idle))
    unknown = proc.make_ref()
    proc.inspect((proc.demonitor(ref, info=True), proc.demonitor(ref, info=True), proc.demonitor(unknown, info=True)))
