"""Messages that wait with an exit signal behind them are not looked at: signals come first."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def forwarder(proc):
        proc.send(me, (yield proc.receive()))
        yield proc.receive()

    pid, _ = proc.spawn_monitor(forwarder)
    yield proc.sleep(20)
    proc.send(pid, atom.read_me)
    proc.exit(pid, atom.boom)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
