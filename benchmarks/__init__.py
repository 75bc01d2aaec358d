"""How fast the kernel is and how much memory it takes, beside SimPy and, where it is installed, the BEAM.

``python -m benchmarks.kernel`` prints the table of ``docs/performance.md``. What is compared runs in
the same round of the same process, in alternation, so that a busy machine slows both alike; a figure
is the median over the rounds.
"""
