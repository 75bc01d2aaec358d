"""Token bucket."""

from simulator import Config, GenServer, atom

config = Config(until="5s", rate="200ms", burst=3)


class Bucket(GenServer):
    def init(proc, burst):
        proc.send_after(proc.pid, atom.tick, config.rate)
        return (atom.ok, (burst, burst))

    def handle_call(proc, request, client, state):
        tokens, burst = state
        if tokens:
            return (atom.reply, True, (tokens - 1, burst))
        return (atom.reply, False, state)

    def handle_info(proc, message, state):
        tokens, burst = state
        proc.send_after(proc.pid, atom.tick, config.rate)
        return (atom.noreply, (min(burst, tokens + 1), burst))


def main(proc):
    _, bucket = yield Bucket.start_link(proc, config.burst)
    yes = 0
    for _ in range(20):
        ok = yield proc.call(bucket, atom.take)
        yes += ok
        proc.puts(f"{proc.now_ms:6} {'ok' if ok else 'no'}")
        yield proc.sleep(50)
    proc.note(f"{yes} of 20")
    proc.puts(yes)
