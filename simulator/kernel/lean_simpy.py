"""SimPy, imported in half its time; it is imported here before any module of this room asks for it."""

from simulator.terms.lean import versioned, without_metadata

with without_metadata():
    import simpy

versioned(simpy, "simpy")
