"""Deadlock: two servers that call each other

Orders calls Stock to reserve an article. Before Stock answers, it calls Orders to ask who the customer
is. But Orders is in the middle of its own call, and takes no other message: each waits for the other.

Nothing but a timeout ends that. At 1000 ms Stock gives up, and dies of the exit that it did not catch.
That ends the call in which Orders was waiting, so Orders dies, and with it the call of the main
process. Three calls, one cause: it stands innermost in the reason, with each call around it.

A longer timeout only makes it last longer. The cure is that calls between servers go one way: Orders
passes on what Stock needs to know, and Stock asks nobody. Then the order is there at 0 ms.

Try: simulator run deadlock --set cure=true
     simulator diagram deadlock -o deadlock.png
"""

from simulator import Config, Exit, GenServer, atom

config = Config(cure=False, patience=1000)


class Orders(GenServer):
    def init(proc, customers):
        return (atom.ok, customers)

    def handle_call(proc, request, client, customers):
        match request:
            case (atom.order, number, article):
                customer = customers[number] if config.cure else None
                answer = yield proc.call(Stock, (atom.reserve, number, article, customer))
                return (atom.reply, answer, customers)
            case (atom.customer_of, number):
                return (atom.reply, customers[number], customers)


class Stock(GenServer):
    def init(proc, reserved):
        return (atom.ok, reserved)

    def handle_call(proc, request, client, reserved):
        match request:
            case (atom.reserve, number, article, customer):
                if customer is None:
                    customer = yield proc.call(Orders, (atom.customer_of, number), config.patience)
                return (atom.reply, (atom.reserved, article, customer), {**reserved, article: customer})


def main(proc):
    yield GenServer.start(proc, Orders, {7: "Alice"}, name=Orders)
    yield GenServer.start(proc, Stock, {}, name=Stock)
    try:
        answer = yield proc.call(Orders, (atom.order, 7, "a hat"))
        proc.inspect(answer, label=f"{proc.now_ms} ms")
    except Exit as e:
        proc.puts(f"{proc.now_ms} ms: the order failed")
        reason = e.reason
        while isinstance(reason, tuple):
            reason, (_, _, (server, *_)) = reason
            proc.inspect(server, label="  because of the call to")
        proc.inspect(reason, label="  which came to its end by")
