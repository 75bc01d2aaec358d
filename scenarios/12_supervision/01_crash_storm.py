"""A supervision tree in a crash storm: restarts, and when they end

App supervises a database and Web; Web supervises three pages. All restart one for one: whoever crashes
is started again, with its first state, and the others do not notice. A page that crashes now and then,
at 1000 and 2000 ms, costs one restart each.

At 10 s the storm begins: a page crashes every 50 ms. A supervisor gives up when it would have to
restart more than three times in five seconds, because then starting again does not help. So the fourth
crash makes Web end its pages and itself. For App that is one crash of a child: it starts Web again,
with all three pages, and Web counts from zero. App does so three times as well. The fourth time it ends
the database, which had no part in any of it, and itself.

What crashes seldom is repaired at the bottom of the tree, what crashes all the time climbs to its top.
The numbers decide how long that takes: with max_restarts=10 the storm passes, and App still runs.

Try: simulator run crash_storm --set max_restarts=10
     simulator diagram crash_storm --kind links --at 1500 -o crash_storm.png
"""

from simulator import ANY, Config, GenServer, Supervisor, atom

config = Config(max_restarts=3, storm=40, view_at="10850ms")


class Page(GenServer):
    def start_link(proc, name):
        return GenServer.start_link(proc, Page, name, name=name)

    def init(proc, name):
        proc.puts(f"{proc.now_ms} ms: {name.name} starts")
        return (atom.ok, name)


class Database(GenServer):
    def start_link(proc, name):
        return GenServer.start_link(proc, Database, name, name=name)

    def init(proc, name):
        proc.flag(atom.trap_exit, True)
        proc.puts(f"{proc.now_ms} ms: {name.name} starts")
        return (atom.ok, name)

    def terminate(proc, reason, name):
        proc.puts(f"{proc.now_ms} ms: {name.name} ends: {reason.name}")


class Web(Supervisor):
    def start_link(proc, arg):
        proc.puts(f"{proc.now_ms} ms: web starts")
        return Supervisor.start_link(proc, Web, arg, name=atom.web)

    def init(proc, names):
        pages = [Supervisor.child_spec((Page, name), id=name) for name in names]
        return Supervisor.init(pages, strategy=atom.one_for_one, max_restarts=config.max_restarts)


def main(proc):
    proc.flag(atom.trap_exit, True)
    names = [atom.home, atom.news, atom.shop]
    children = [(Database, atom.database), (Web, names)]
    _, app = yield Supervisor.start_link(proc, children, strategy=atom.one_for_one, name=atom.app)
    for _ in range(2):
        yield proc.sleep(1000)
        proc.exit(proc.whereis(atom.shop), atom.crash)
    yield proc.sleep(8000)
    proc.puts(f"{proc.now_ms} ms: the storm begins")
    for number in range(config.storm):
        yield proc.sleep(50)
        page = proc.whereis(names[number % 3])
        if page is not None:
            proc.exit(page, atom.crash)
    down = yield proc.receive((atom.EXIT, app, ANY), after=1000)
    if down is None:
        proc.puts(f"{proc.now_ms} ms: the storm is over, and app runs")
    else:
        proc.inspect(down[2], label="app has ended")
