"""Timers fire in the order of their deadlines, not of their making."""


def main(proc):
    for ms in (60, 20, 40):
        proc.send_after(proc.pid, ms, ms)
    for _ in range(3):
        proc.inspect((yield proc.receive()))
