"""tc tells microseconds and the value; seconds, minutes, hours and hms are milliseconds."""

from simulator import atom, timer


def main(proc):
    def nap(proc):
        yield proc.sleep(40)
        return atom.rested

    time, value = yield timer.tc(proc, nap)
    proc.inspect((time // 20_000, value))
    proc.inspect((yield timer.sleep(proc, 10)))
    proc.inspect([timer.seconds(3), timer.minutes(2), timer.hours(1), timer.hms(1, 2, 3)])
