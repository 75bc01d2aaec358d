"""A century of backups: 36,525 nights in a second

Every midnight the scheduler casts :start to the backup, a state machine. From :idle that takes it to
:running, with a state timeout of an hour, and the timeout takes it back. 100 years have 36,525 midnights:
36,525 backups are started and 36,525 are completed, the last one an hour after the last midnight. The
question for the counts is asked at that midnight, and postponed by the machine until it is idle.

The scheduler computes each midnight from the number of the day, and not as "24 hours from now", so no
delay adds up in a hundred years: the last one is at 3,155,760,000 s exactly.

On a virtual clock to wait costs nothing. What costs are the events, and there are but a few a day. A
machine that is still running at midnight refuses to start: give the backup 25 hours.

Try: simulator run century_of_backups --set days=365 --set hours=25
     simulator diagram century_of_backups --set days=3 --set states=true -o century_of_backups.png
"""

from simulator import ANY, Config, GenServer, StateMachine, atom

config = Config(days=36_525, hours=1)

HOUR = 3_600_000
DAY = 24 * HOUR


class Backup(StateMachine):
    def callback_mode(proc):
        return atom.state_functions

    def init(proc, arg):
        return (atom.ok, atom.idle, {atom.started: 0, atom.completed: 0, atom.refused: 0})

    def idle(proc, kind, content, counts):
        match kind, content:
            case atom.cast, atom.start:
                counts = {**counts, atom.started: counts[atom.started] + 1}
                return (atom.next_state, atom.running, counts, [(atom.state_timeout, config.hours * HOUR, atom.done)])
            case (atom.call, client), atom.counts:
                return (atom.keep_state_and_data, [(atom.reply, client, counts)])

    def running(proc, kind, content, counts):
        match kind, content:
            case atom.state_timeout, atom.done:
                return (atom.next_state, atom.idle, {**counts, atom.completed: counts[atom.completed] + 1})
            case atom.cast, atom.start:
                return (atom.keep_state, {**counts, atom.refused: counts[atom.refused] + 1})
            case (atom.call, _), atom.counts:
                return (atom.keep_state_and_data, [atom.postpone])


class Scheduler(GenServer):
    def init(proc, days):
        Scheduler.wait_for_midnight(proc, 1)
        return (atom.ok, (1, days))

    def handle_info(proc, message, state):
        match message:
            case atom.midnight:
                today, days = state
                proc.cast(Backup, atom.start)
                if today == days:
                    return (atom.stop, atom.normal, state)
                Scheduler.wait_for_midnight(proc, today + 1)
                return (atom.noreply, (today + 1, days))

    def wait_for_midnight(proc, day):
        proc.send_after(proc.pid, atom.midnight, day * DAY - proc.now_ms)


def main(proc):
    yield StateMachine.start_link(proc, Backup, name=Backup)
    _, scheduler = yield GenServer.start(proc, Scheduler, config.days)
    ref = proc.monitor(scheduler)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.puts(f"The last midnight: {proc.now_ms / 1000:,.0f} s")
    counts = yield StateMachine.call(proc, Backup, atom.counts)
    proc.puts(f"Its backup is done: {proc.now_ms / 1000:,.0f} s")
    for what, count in counts.items():
        proc.puts(f"{what.name}: {count:,}")
