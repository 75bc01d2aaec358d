"""M/M/c."""

from simulator import Config

config = Config(schedulers=2, seed=5, jobs=3000, arrival=60.0, service=100.0)
waits = []


def job(proc, ms, began):
    yield proc.work(ms)
    waits.append(proc.now_ms - began - ms)


def main(proc):
    waits.clear()
    for _ in range(config.jobs):
        yield proc.sleep(proc.random.expovariate(1 / config.arrival))
        proc.spawn(job, proc.random.expovariate(1 / config.service), proc.now_ms)
    yield proc.sleep("10s")
    proc.puts(f"mean wait {sum(waits) / len(waits):.1f} ms")
