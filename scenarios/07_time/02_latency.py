"""Latency: the same conversation when messages take their time

Messages need 50 ms here, each way. Asking five questions one by one, and waiting for each answer,
takes 5 x 100 = 500 ms. Sending all five questions first, and only then waiting for the answers, takes
100 ms: they travel at the same time. Nothing else was changed. In the picture the arrows slant,
and the second half is a bundle where the first one is a staircase.

On one machine nobody sees this, because messages arrive at once: run it with latency none, and both
ways take 0 ms. A random latency never lets messages of one pair overtake each other.

Try: simulator run latency --latency none
     simulator run latency --latency 20ms..80ms --seed 3
     simulator diagram latency --time scale -o latency.png
"""

from simulator import ANY, Config, atom

config = Config(latency="50ms", questions=5)


def server(proc):
    while True:
        _, caller, n = yield proc.receive((atom.square, ANY, ANY))
        proc.send(caller, (atom.answer, n * n))


def main(proc):
    pid = proc.spawn(server)
    numbers = range(1, config.questions + 1)

    for n in numbers:
        proc.send(pid, (atom.square, proc.pid, n))
        yield proc.receive((atom.answer, ANY))
    halfway = proc.now_ms
    proc.puts(f"One question after the other: {halfway:g} ms")

    for n in numbers:
        proc.send(pid, (atom.square, proc.pid, n))
    for _ in numbers:
        yield proc.receive((atom.answer, ANY))
    proc.puts(f"All questions at once: {proc.now_ms - halfway:g} ms")
