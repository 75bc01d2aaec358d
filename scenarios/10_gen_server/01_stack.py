"""The Stack server: a process that keeps a list for all

A GenServer is the receive loop that all servers have, written once. What is left to write are its
callbacks: init gives the first state, handle_cast takes what needs no answer, handle_call answers.
Each gets the state and returns the next one. Nobody else can touch it.

push is a cast: it returns :ok before the server has even looked. pop is a call: it waits for the
reply. Both go through the same mailbox, so the pop after the push finds 4 on top. A pop of the empty
stack is answered with nil. The server has the name of its class: nobody needs its pid.

Try: simulator run stack --set pushes=3
     simulator run stack --set states=true --trace stack.jsonl
     simulator diagram stack -o stack.png
"""

from simulator import Config, GenServer, atom

config = Config(pushes=1)


class Stack(GenServer):
    def start_link(proc, items):
        return GenServer.start_link(proc, Stack, items, name=Stack)

    def push(proc, item):
        return proc.cast(Stack, (atom.push, item))

    def pop(proc):
        return proc.call(Stack, atom.pop)

    def init(proc, items):
        return (atom.ok, items)

    def handle_cast(proc, request, items):
        match request:
            case (atom.push, item):
                return (atom.noreply, [item, *items])

    def handle_call(proc, request, client, items):
        match request, items:
            case atom.pop, [head, *tail]:
                return (atom.reply, head, tail)
            case atom.pop, []:
                return (atom.reply, None, [])


def main(proc):
    yield Stack.start_link(proc, [1, 2, 3])
    for number in range(4, 4 + config.pushes):
        Stack.push(proc, number)
    for _ in range(4 + config.pushes):
        proc.inspect((yield Stack.pop(proc)), label="pop")
