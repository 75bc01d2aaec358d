"""Why: what a trace answers when one asks why a process waits, has this state, ended, was late, or got nothing.

:mod:`simulator.trace.why.asking` takes the question. Each answer is a few sentences, and each sentence names the events
that it rests on, so that a picture can mark them.
"""
