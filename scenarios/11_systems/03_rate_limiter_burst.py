"""Rate limiting: the burst over the boundary of a window

Two limiters are asked the same, both of "five a second". One counts in fixed windows: from 0 to 1000 ms,
from 1000 to 2000 ms, with a new count for each. The other slides: it looks back 1000 ms from now.

Five requests come just before 1000 ms, five just after. The fixed windows let all ten through, within
180 ms, because the count began anew in between: twice what was meant. The sliding window lets the first
five through and refuses the others, until the first one is 1000 ms old, at 1900 ms.

The fixed window needs two numbers, the sliding one a list as long as the limit. That is what exactness
costs.

Try: simulator run rate_limiter_burst --set burst=8
     simulator diagram rate_limiter_burst -o rate_limiter_burst.png
"""

from simulator import Config, GenServer, atom

config = Config(burst=5, allowed=5)

WINDOW = 1000


class Fixed(GenServer):
    def init(proc, limit):
        return (atom.ok, (0, 0))

    def handle_call(proc, request, client, state):
        window, count = state
        now = proc.now_ms // WINDOW
        if now != window:
            window, count = now, 0
        if count < config.allowed:
            return (atom.reply, True, (window, count + 1))
        return (atom.reply, False, (window, count))


class Sliding(GenServer):
    def init(proc, limit):
        return (atom.ok, [])

    def handle_call(proc, request, client, times):
        recent = [time for time in times if time > proc.now_ms - WINDOW]
        if len(recent) < config.allowed:
            return (atom.reply, True, [proc.now_ms, *recent])
        return (atom.reply, False, recent)


def main(proc):
    yield GenServer.start_link(proc, Fixed, config.allowed, name=Fixed)
    yield GenServer.start_link(proc, Sliding, config.allowed, name=Sliding)
    before = [1000 - 20 * n for n in range(config.burst, 0, -1)]
    after = [1000 + 20 * n for n in range(config.burst)]
    let_through = {Fixed: 0, Sliding: 0}
    for ms in (*before, *after, 1900):
        yield proc.sleep(ms - proc.now_ms)
        shown = []
        for limiter in (Fixed, Sliding):
            allowed = yield proc.call(limiter, atom.check)
            let_through[limiter] += allowed
            shown.append(f"{limiter.__name__} {'OK     ' if allowed else 'LIMITED'}")
        proc.puts(f"{proc.now_ms:4} ms: {'  '.join(shown).rstrip()}")
    proc.puts(f"let through: Fixed {let_through[Fixed]}, Sliding {let_through[Sliding]}")
