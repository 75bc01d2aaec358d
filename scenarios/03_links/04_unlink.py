"""Unlinking: the crash of one is no longer the end of the other

Both workers crash at 1000 ms. The main process started them with links, and took one of the links
away before anything happened: that worker crashes alone. The link to the other is still there, so the
main process traps exits to tell the tale, and gets one :EXIT message, not two.

unlink is a promise: once it is called, no exit signal of that process arrives any more. An :EXIT
message that is already in the mailbox stays there.

Try: simulator run unlink --set unlink=false
     simulator diagram unlink --kind links -o unlink.png
"""

from simulator import ANY, Config, atom

config = Config(unlink=True)


def worker(proc):
    yield proc.sleep(1000)
    proc.exit(atom.boom)


def main(proc):
    proc.flag(atom.trap_exit, True)
    first, second = proc.spawn_link(worker), proc.spawn_link(worker)
    proc.inspect(proc.info(proc.pid, atom.links))
    if config.unlink:
        proc.unlink(first)
        proc.inspect(proc.info(proc.pid, atom.links))
    for _ in (first, second):
        match (yield proc.receive((atom.EXIT, ANY, ANY), after=2000)):
            case (_, pid, reason):
                proc.inspect(reason, label=f"{pid} ended at {proc.now_ms} ms")
            case None:
                proc.puts(f"Nothing more by {proc.now_ms} ms")
