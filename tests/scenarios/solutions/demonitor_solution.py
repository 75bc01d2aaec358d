from simulator import ANY, atom


def sleeper(proc, seconds):
    yield proc.sleep(f"{seconds}s")


def main(proc):
    for seconds in (1, 2):
        proc.monitor(proc.spawn(sleeper, seconds))
    for _ in range(2):
        yield proc.receive((atom.DOWN, ANY, ANY, ANY, ANY))
    proc.puts(f"both are down at {proc.now_ms:g} ms")
