"""exit(self(), :kill) ends the process with :killed, trapping or not."""

from simulator import ANY, atom


def kills_itself(proc):
    proc.exit(proc.pid, atom.kill)


def traps_and_kills_itself(proc):
    proc.flag(atom.trap_exit, True)
    proc.exit(proc.pid, atom.kill)


def main(proc):
    for function in (kills_itself, traps_and_kills_itself):
        proc.spawn_monitor(function)
        down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
        proc.inspect(down[4])
