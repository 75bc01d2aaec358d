"""The KV store: reading what one has written

put and delete are casts, get is a call; the store takes 10 ms to write. Alice is put and read at once:
put returns at 0 ms, and get waits until 10 ms, because the store takes one message after the other. So
a process reads what it has written itself, although it never waited for the writing.

Nothing is promised about what others write. Another process puts Bob at 15 ms. The get at 10 ms finds
nothing of it; the one at 20 ms finds the store writing, waits for that until 25 ms, and reads Bob. And
a put that the store could not finish, because it crashed, is lost in silence: where that matters, put
is a call.

Try: simulator run kv_store --set write=100
     simulator diagram kv_store --time scale -o kv_store.png
"""

from simulator import Config, GenServer, atom

config = Config(write=10)


class KVStore(GenServer):
    def start_link(proc):
        return GenServer.start_link(proc, KVStore, {}, name=KVStore)

    def put(proc, key, value):
        return proc.cast(KVStore, (atom.put, key, value))

    def get(proc, key):
        return proc.call(KVStore, (atom.get, key))

    def delete(proc, key):
        return proc.cast(KVStore, (atom.delete, key))

    def init(proc, pairs):
        return (atom.ok, pairs)

    def handle_cast(proc, request, pairs):
        yield proc.work(config.write)
        match request:
            case (atom.put, key, value):
                return (atom.noreply, {**pairs, key: value})
            case (atom.delete, key):
                return (atom.noreply, {k: v for k, v in pairs.items() if k != key})

    def handle_call(proc, request, client, pairs):
        match request:
            case (atom.get, key):
                return (atom.reply, pairs.get(key), pairs)


def other(proc):
    yield proc.sleep(15)
    KVStore.put(proc, atom.friend, "Bob")


def show(proc, key):
    value = yield KVStore.get(proc, key)
    proc.inspect(value, label=f"{proc.now_ms} ms: {key.name}")


def main(proc):
    yield KVStore.start_link(proc)
    proc.spawn(other)
    KVStore.put(proc, atom.name, "Alice")
    yield from show(proc, atom.name)
    yield from show(proc, atom.friend)
    yield proc.sleep(10)
    yield from show(proc, atom.friend)
    KVStore.delete(proc, atom.name)
    yield from show(proc, atom.name)
