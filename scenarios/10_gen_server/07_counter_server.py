"""The counter as a GenServer: which increments a get has seen

increment and decrement are casts, get is a call. The counter starts at 10. The main process increments
it twice and gets 12: what one process sends to another arrives in the order of sending, so a call has
seen all casts that the same process made before it.

That holds for each sender alone. The two clients, who decrement three times each, had not even run by
then. When they are done, get answers 6: no cast was lost, however many clients there were, because only
one process ever changes the count.

Try: simulator run counter_server --set clients=50
     simulator diagram counter_server -o counter_server.png
"""

from simulator import Config, GenServer, atom

config = Config(clients=2, each=3)


class Counter(GenServer):
    def start_link(proc, initial=0):
        return GenServer.start_link(proc, Counter, initial, name=Counter)

    def increment(proc):
        return proc.cast(Counter, atom.increment)

    def decrement(proc):
        return proc.cast(Counter, atom.decrement)

    def get(proc):
        return proc.call(Counter, atom.get)

    def init(proc, initial):
        return (atom.ok, initial)

    def handle_cast(proc, request, count):
        match request:
            case atom.increment:
                return (atom.noreply, count + 1)
            case atom.decrement:
                return (atom.noreply, count - 1)

    def handle_call(proc, request, client, count):
        match request:
            case atom.get:
                return (atom.reply, count, count)


def client(proc):
    for _ in range(config.each):
        Counter.decrement(proc)


def main(proc):
    yield Counter.start_link(proc, 10)
    for _ in range(config.clients):
        proc.spawn(client)
    Counter.increment(proc)
    Counter.increment(proc)
    proc.inspect((yield Counter.get(proc)), label="after two increments of one's own")
    yield proc.sleep(10)
    proc.inspect((yield Counter.get(proc)), label="when all clients are done")
