"""The rate limiter: five requests a second

The limiter keeps the time of each request that it let through. A request is fine if fewer than five of
them are less than 1000 ms old. Ten requests, 100 ms apart: those at 0 to 400 ms are OK, the five from
500 ms on are limited.

The window slides: there is no moment at which all is forgotten. With fifteen requests the one at 1000 ms
is OK again, because the first one is exactly 1000 ms old by then, and that is enough; each of the next
four finds one more place free. A request that was refused is not noted: to try again costs nothing.

Try: simulator run rate_limiter --set requests=15
     simulator run rate_limiter --set pause=250
     simulator diagram rate_limiter -o rate_limiter.png
"""

from simulator import Config, GenServer, atom

config = Config(requests=10, pause=100, max_requests=5, window=1000)


class RateLimiter(GenServer):
    def start_link(proc, max_requests, window):
        return GenServer.start_link(proc, RateLimiter, (max_requests, window), name=RateLimiter)

    def check(proc):
        return proc.call(RateLimiter, atom.check)

    def init(proc, limits):
        max_requests, window = limits
        return (atom.ok, {atom.max_requests: max_requests, atom.window: window, atom.requests: []})

    def handle_call(proc, request, client, state):
        match request:
            case atom.check:
                cutoff = proc.now_ms - state[atom.window]
                recent = [time for time in state[atom.requests] if time > cutoff]
                if len(recent) < state[atom.max_requests]:
                    return (atom.reply, atom.ok, {**state, atom.requests: [proc.now_ms, *recent]})
                return (atom.reply, atom.rate_limited, state)


def main(proc):
    yield RateLimiter.start_link(proc, config.max_requests, config.window)
    for number in range(1, config.requests + 1):
        match (yield RateLimiter.check(proc)):
            case atom.ok:
                proc.puts(f"{proc.now_ms} ms: request {number}: OK")
            case atom.rate_limited:
                proc.puts(f"{proc.now_ms} ms: request {number}: RATE LIMITED")
        yield proc.sleep(config.pause)
