"""The Ticker: a server that sends itself a message every second

init arms a timer for :tick and returns. handle_info takes what is neither call nor cast, so the tick
arrives there: it prints, and arms the timer for the next one. Between the ticks the server is free.

It never ends, and neither would the run: until stops it at 5500 ms, before Tick 5, due at 6000 ms.

The next tick is armed when this one has been handled, so whatever the handling takes is added to every
interval: with 300 ms of work the ticks come at 1000, 2300, 3600 and 4900 ms. A server that must keep
time computes each tick from the first one.

Try: simulator run ticker --until 3s
     simulator run ticker --set work=300
     simulator diagram ticker -o ticker.png
"""

from simulator import Config, GenServer, atom

config = Config(until="5500ms", interval=1000, work=0)


class Ticker(GenServer):
    def start_link(proc, interval):
        return GenServer.start_link(proc, Ticker, interval, name=Ticker)

    def init(proc, interval):
        Ticker.schedule_tick(proc, interval)
        return (atom.ok, {atom.interval: interval, atom.count: 0})

    def handle_info(proc, message, state):
        match message:
            case atom.tick:
                proc.puts(f"{proc.now_ms} ms: Tick {state[atom.count]}")
                yield proc.work(config.work)
                Ticker.schedule_tick(proc, state[atom.interval])
                return (atom.noreply, {**state, atom.count: state[atom.count] + 1})

    def schedule_tick(proc, interval):
        proc.send_after(proc.pid, atom.tick, interval)


def main(proc):
    yield Ticker.start_link(proc, config.interval)
