"""The cache: the instant before, at, and after the expiry

put notes with the value when it expires: 1000 ms from now. get compares that with the time. At 999 ms
the value is there. At 1000 ms it is :expired, because the comparison is "before", and not "up to". On a
virtual clock that is one instant and not a matter of luck: change the comparison, and the output changes.

Nothing removes an expired value. get only says that it has expired; the agent still holds it, as the
last line shows. A cache whose keys are never asked for again grows for ever, unless somebody sweeps it.
A second put makes a value fresh again, for another 1000 ms.

Try: simulator run cache_expiry --set ttl=500
     simulator diagram cache_expiry -o cache_expiry.png
"""

from simulator import Agent, Config, atom

config = Config(ttl=1000)


class Cache(Agent):
    def start_link(proc):
        return Agent.start_link(proc, dict, name=Cache)

    def put(proc, key, value, ttl=60_000):
        expires_at = proc.now_ms + ttl
        return Agent.update(proc, Cache, lambda state: {**state, key: (value, expires_at)})

    def get(proc, key):
        now = proc.now_ms

        def look_up(state):
            match state.get(key):
                case (value, expires_at):
                    return (atom.ok, value) if now < expires_at else atom.expired
                case None:
                    return atom.not_found

        return Agent.get(proc, Cache, look_up)


def main(proc):
    yield Cache.start_link(proc)
    yield Cache.put(proc, atom.name, "Alice", config.ttl)
    for ms in (0, config.ttl - 1, config.ttl, config.ttl + 1):
        yield proc.sleep(ms - proc.now_ms)
        proc.inspect((yield Cache.get(proc, atom.name)), label=f"{proc.now_ms} ms")
    proc.inspect((yield Cache.get(proc, atom.nobody)), label="another key")

    yield Cache.put(proc, atom.name, "Alice", config.ttl)
    proc.inspect((yield Cache.get(proc, atom.name)), label=f"{proc.now_ms} ms: put again")
    yield proc.sleep(60_000)
    proc.inspect((yield Cache.get(proc, atom.name)), label=f"{proc.now_ms} ms")
    proc.inspect((yield Agent.get(proc, Cache, lambda state: state)), label="what the agent holds")
