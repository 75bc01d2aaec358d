"""Chat with presence."""

from simulator import Config, GenServer, atom

config = Config(until="10s", users=3)


class Room(GenServer):
    def init(proc, _):
        return (atom.ok, {})

    def handle_call(proc, request, client, users):
        match request:
            case (atom.join, name):
                ref = proc.monitor(client[0])
                users = {**users, ref: (name, client[0])}
                for _, p in users.values():
                    proc.send(p, (atom.presence, sorted(n for n, _ in users.values())))
                return (atom.reply, atom.ok, users)
            case atom.who:
                return (atom.reply, sorted(n for n, _ in users.values()), users)

    def handle_cast(proc, request, users):
        match request:
            case (atom.say, name, text):
                for n, p in users.values():
                    if n != name:
                        proc.send(p, (atom.said, name, text))
                return (atom.noreply, users)

    def handle_info(proc, message, users):
        match message:
            case (atom.DOWN, ref, atom.process, _, _):
                gone = users[ref][0]
                users = {r: u for r, u in users.items() if r != ref}
                for _, p in users.values():
                    proc.send(p, (atom.left, gone))
                return (atom.noreply, users)


def user(proc, name, ms):
    yield proc.call(Room, (atom.join, name))
    proc.send_after(proc.pid, atom.leave, ms)
    while True:
        match (yield proc.receive()):
            case atom.leave:
                return
            case (atom.said, who, text):
                proc.puts(f"{proc.now_ms} {name} hears {who}: {text}")
            case (atom.presence, names):
                proc.puts(f"{proc.now_ms} {name} sees {', '.join(names)}")
                if names[-1] == name or len(names) == config.users:
                    proc.cast(Room, (atom.say, name, "hello"))
            case (atom.left, who):
                proc.puts(f"{proc.now_ms} {name} sees {who} go")


def main(proc):
    yield Room.start_link(proc, atom.nothing, name=Room)
    for n in range(config.users):
        proc.spawn(user, f"user{n}", 1000 * (n + 1))
        yield proc.sleep(100)
    proc.inspect((yield proc.call(Room, atom.who)))
    yield proc.sleep("5s")
    proc.inspect((yield proc.call(Room, atom.who)))
