"""The kinds of signals between processes, and the atoms that stand in them."""

from __future__ import annotations

from simulator.terms import Atom

# Kinds of signals, as they stand first in the tuples of a signal queue.
MESSAGE = 0
LINK = 1
UNLINK = 2
EXIT = 3
MONITOR = 4
DEMONITOR = 5
DOWN = 6
ALIAS = 7  # a message to an alias, which must still be one when it arrives
INQUIRY = 8  # a question to a process that has signals to handle first

NORMAL = Atom("normal")
KILL = Atom("kill")
KILLED = Atom("killed")
NOPROC = Atom("noproc")
EXIT_TAG = Atom("EXIT")
EXPLICIT_UNALIAS = Atom("explicit_unalias")  # how a reference is an alias: until it is taken back,
REPLY = Atom("reply")  # for one message,
DEMONITOR_ALIAS = Atom("demonitor")  # for as long as a monitor lasts,
REPLY_DEMONITOR = Atom("reply_demonitor")  # or for one message, which ends the monitor, too
PROCESS_TAG = Atom("process")
NODE = Atom("nonode@nohost")
