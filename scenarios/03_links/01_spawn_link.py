"""spawn_link: processes that are linked crash together

worker crashes at 100 ms. It is linked to the main process, and the main process to helper: the crash
runs along the links, and all three are gone in the same instant. Nobody asked the main process: its
last line is never printed, and the command ends with exit status 1, as `elixir` would.

loner was started with spawn, without a link. It hears nothing of all this and prints at 200 ms. (The
run goes on until nothing more can happen. `elixir` stops with the main process: that is --halt.)

This is meant to be so. Processes that cannot do without each other should not live on as halves:
link them, and whoever restarts them finds all of them gone. A link passes on an abnormal reason only:
if worker returns instead of crashing, nothing happens to the others.

Try: simulator run spawn_link --set crash=false
     simulator run spawn_link --halt
     simulator diagram spawn_link --kind links -o spawn_link.png
"""

from simulator import Config

config = Config(crash=True)


def worker(proc):
    yield proc.sleep(100)
    if config.crash:
        raise RuntimeError("I crashed!")


def helper(proc):
    yield proc.sleep(150)
    proc.puts("helper: done")


def loner(proc):
    yield proc.sleep(200)
    proc.puts(f"loner: still here at {proc.now_ms} ms")


def main(proc):
    proc.spawn_link(worker)
    proc.spawn_link(helper)
    proc.spawn(loner)
    yield proc.sleep(1000)
    proc.puts("main: done")
