"""What the help of each command shows of it: examples that run."""

from __future__ import annotations

from simulator.cli.status import MEANINGS

EXAMPLES = """\
examples:
  simulator list                                     what there is to run
  simulator run lessons/ping_pong.py
  simulator run ping_pong --until 5s --seed 7        a scenario by its name alone: of a file here, or as listed
  simulator diagram ping_pong -o ping_pong.png       draw it
  simulator diagram run.jsonl --kind links --at 2s   who is linked with whom, two seconds in
  simulator play ping_pong --open                    see it run, forwards and backwards, in the browser
"""

RUN_EXAMPLES = """\
examples:
  simulator run ping_pong
  simulator run ping_pong --timestamps --trace ping_pong.jsonl
  simulator run back_pressure --schedulers 2 --latency 1ms..5ms --set jobs=100
  simulator run counter.exs --echo                   an Elixir file, as it is
  simulator run -r stack.ex main.exs -- one two      System.argv() is ["one", "two"]
  simulator run -e 'IO.puts("hello")'

Times are milliseconds, or a number with a unit: 250us, 20ms, 1.5s, 2min, 1h.

exit status:
""" + "".join(f"  {status:3}  {meaning}\n" for status, meaning in MEANINGS.items())

DIAGRAM_EXAMPLES = """\
examples:
  simulator diagram ping_pong                        output/ping_pong.svg
  simulator diagram ping_pong --time scale -o -      to standard output, time to scale
  simulator diagram ping_pong --format text -o -     lines of text, in the terminal
  simulator diagram crash.jsonl --kind links --format dot
  simulator diagram late_reply --kind timeline --animate 8 --alt
  simulator diagram worker_pool --from 1s --to 2s --only lend,main
"""

STATS_EXAMPLES = """\
examples:
  simulator stats worker_pool                        how long the queues were, how long calls took
  simulator stats worker_pool --only lend,run        these processes, and the calls to them
  simulator stats trace.jsonl                        of a trace
  simulator stats latency --runs 30 --jobs 4         means and 95 % confidence intervals over 30 seeds
  simulator stats worker_pool --json | jq .calls

All figures are of virtual time; in JSON they are nanoseconds.
"""

GALLERY_EXAMPLES = """\
examples:
  simulator gallery                                  output/gallery/index.html, of what simulator list lists
  simulator gallery lessons -o site --open
"""

EXPORT_EXAMPLES = """\
examples:
  simulator export deadlock --format perfetto        output/deadlock.perfetto.json, for ui.perfetto.dev
  simulator export trace.jsonl --format csv-messages -o -
  simulator export worker_pool --format shiviz -o pool.log

formats:
"""

DIFF_EXAMPLES = """\
examples:
  simulator diff latency --against seed=2            the same scenario with another seed
  simulator diff before.jsonl after.jsonl            two traces
  simulator diff worker_pool --against latency=1ms..5ms --json

Events are compared by process, kind and text, times apart. Exit status: 0 the same; 1 different; 2 trouble.
"""

EXPLORE_EXAMPLES = """\
examples:
  simulator explore cart.exs                         thousands of legal orders: is there one that breaks it?
  simulator explore cart.exs --expect OK             a run that does not print OK has failed, too
  simulator explore cart_test.exs --runs 500 --json
  simulator explore pool.py --slack 10ms --strategy holds
  simulator run cart.exs --schedule output/cart.schedule.json

What a failure is: the main process crashes or never ends, a test fails, a process crashes that does not in the
ordinary run, a deadlock, a livelock, a flooded mailbox. A schedule is the list of what was held back, and until when.
Exit status: 0 nothing found within the bound; 1 a failure was found, and its schedule written; 2 bad input.
"""

PLAY_EXAMPLES = """\
examples:
  simulator play ping_pong --open                    output/ping_pong.html, in the browser
  simulator play trace.jsonl -o lesson.html          of a trace; the file needs nothing else, not even a network
  simulator play pool.py --watch                     made again, and shown, whenever pool.py is saved
  simulator play worker_pool --against latency=5ms   two runs, side by side
  simulator play before.jsonl after.jsonl

In the page, ? shows its keys and what its signs mean.
"""

WHY_EXAMPLES = """\
examples:
  simulator why deadlock                                   what stands out: a deadlock, crashes, calls that gave up
  simulator why deadlock --process Orders --at 500ms       why it waits, and for whom, half a second in
  simulator why trace.jsonl --process main --ask end       of a trace: why it ended, back to the first cause
  simulator why lost_update --process Agent.Server.init --json
  simulator why stack --process Stack --ask history        its states: what changed, who set it and who read it
  simulator why kv_store --process main --ask way          where the value comes from that it has

A moment is a virtual time, or an event by its number: --at '#45'. Without one it is the end of the run.
"""

CHECK_EXAMPLES = """\
examples:
  simulator check ping_pong                                what is asked
  simulator check ping_pong my_ping_pong.py                whether the run of what you wrote does it
  simulator check ping_pong my_ping_pong.exs --json

Exit status: 0 solved; 1 not yet; 2 trouble.
"""
