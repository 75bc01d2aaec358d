"""To demonitor twice, or a reference that never was a monitor, is true."""


def idle(proc):
    yield proc.receive()


def main(proc):
    ref = proc.monitor(proc.spawn(idle))
    proc.inspect((proc.demonitor(ref), proc.demonitor(ref), proc.demonitor(proc.make_ref())))
