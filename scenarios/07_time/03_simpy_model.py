"""A SimPy model and processes on the same clock

The clock is a SimPy environment, proc.env, and a process may yield any event of it. Three packers
share two machines, a simpy.Resource: packer 3 has to wait until 100 ms, though no message tells it so.

It goes the other way round, too. lorry is a plain SimPy process and has no mailbox. It waits for a
packer as for any SimPy process, because a process is one: it goes on when the packer has ended, with
what the packer returned. It drives for 300 ms and then sends a message, as the outside world may. So
the crates of packers 1 and 2 arrive at 400 ms, those of packer 3 at 500 ms.

SimPy counts in the clock's own unit, nanoseconds. In the picture the packers wait for an event, and
the messages of the lorries come from outside: what SimPy's own processes do is not drawn.

Try: simulator run simpy_model --set machines=1
     simulator diagram simpy_model -o simpy_model.png
"""

import simpy

from simulator import ANY, Config, atom

config = Config(packers=3, machines=2)

MILLISECOND = 1_000_000


def lorry(env, packer, customer):
    crates = yield env.process_of(packer)
    yield env.timeout(300 * MILLISECOND)
    env.send(customer, (atom.arrived, crates))


def packer(proc, number, machines):
    with machines.request() as machine:
        yield machine
        proc.note("has a machine")
        yield proc.sleep(100)
    proc.puts(f"{proc.now_ms} ms: packer {number} is done")
    return f"{number * 10} crates"


def main(proc):
    machines = simpy.Resource(proc.env, capacity=config.machines)
    for number in range(1, config.packers + 1):
        pid = proc.spawn(packer, number, machines)
        proc.env.process(lorry(proc.env, pid, proc.pid))
    for _ in range(config.packers):
        _, crates = yield proc.receive((atom.arrived, ANY))
        proc.puts(f"{proc.now_ms} ms: {crates} arrived")
