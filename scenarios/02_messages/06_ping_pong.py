"""Ping-pong: two processes in turn, and what a message costs

Two processes wait for each other in turn. Each ping waits for its pong, so only one of the two ever
has something to do; the picture is a ladder. The whole game takes no time at all, because a message
costs nothing here unless somebody says so.

Give messages a latency and the clock begins to move: with 10 ms each way a round takes 20 ms, and 3
rounds take 60. A random latency is drawn from the seed: the same seed, the same game.

Try: simulator run ping_pong --latency 10ms
     simulator run ping_pong --latency 5ms..15ms --seed 7
     simulator run ping_pong --set rounds=1000
"""

from simulator import ANY, Config, atom

config = Config(rounds=3)


def ponger(proc):
    while True:
        match (yield proc.receive()):
            case (atom.ping, sender, n):
                proc.send(sender, (atom.pong, n))
            case atom.stop:
                return


def main(proc):
    pid = proc.spawn(ponger)
    for n in range(1, config.rounds + 1):
        proc.send(pid, (atom.ping, proc.pid, n))
        yield proc.receive((atom.pong, ANY))
    proc.send(pid, atom.stop)
    proc.puts(f"{config.rounds} rounds, done at {proc.now_ms} ms")
