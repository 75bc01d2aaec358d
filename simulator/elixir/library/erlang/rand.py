"""Erlang's ``:rand``: Xorshift116**, which gives the numbers that the BEAM gives for the same seed.

Each process has a generator of its own. One that nobody has seeded is seeded from the run's own, so that a run
gives the same numbers each time. Source of the algorithm: the documentation of OTP 25's ``rand`` and the papers
that it names.
"""

from __future__ import annotations

from math import cos, log, pi, sqrt
from typing import Any, Final

from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import current, running, world
from simulator.terms import Atom
from simulator.terms.bits import binary

_KEY: Final = Atom("$rand_seed")
_MASK58: Final = (1 << 58) - 1
_MASK64: Final = (1 << 64) - 1
_EXSSS: Final = Atom("exsss")
_ALGORITHMS: Final = (_EXSSS, Atom("default"))

State = tuple[int, int]


def _splitmix(state: int) -> tuple[int, int]:
    state = state + 0x9E3779B97F4A7C15 & _MASK64
    mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & _MASK64
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK64
    return mixed ^ mixed >> 31, state


def _seed58(state: int) -> tuple[int, int]:
    while True:
        mixed, state = _splitmix(state)
        if mixed & _MASK58:
            return mixed & _MASK58, state


def seeded(seed: Any) -> State:
    """Return the state that a seed makes: an integer, or three of them."""
    if seed.__class__ is int:
        high, state = _seed58(seed & _MASK64)
        low, _ = _seed58(state)
        return high, low
    if seed.__class__ is tuple and len(seed) == 3 and all(part.__class__ is int for part in seed):
        _, state = _seed58(seed[0] & _MASK64)
        high, state = _seed58(seed[1] & _MASK64 ^ state)
        low, _ = _seed58(seed[2] & _MASK64 ^ state)
        return high, low
    raise badarg(2, "not a valid seed")


def step(state: State) -> tuple[int, State]:
    """Return the next number, of 58 bits, and the next state."""
    high, low = state
    shifted = high ^ high << 24 & _MASK58
    new = shifted ^ low ^ shifted >> 11 ^ low >> 41
    times5 = low + (low << 2 & _MASK58) & _MASK58
    rotated = (times5 << 7 & _MASK58) | times5 >> 51
    return rotated + (rotated << 3 & _MASK58) & _MASK58, (low, new)


def _state() -> State:
    """Return the state of the process that runs; outside of any, that of the world."""
    if not running():
        here = world()
        if here.random_state is None:
            here.random_state = seeded(0)
        return here.random_state  # type: ignore[no-any-return]
    proc = current()
    state = proc.get(_KEY)
    if state is None:
        state = seeded(proc.random.getrandbits(64))
    return state  # type: ignore[no-any-return]


def _keep(state: State) -> None:
    if running():
        current().put(_KEY, state)
    else:
        world().random_state = state


def next_number() -> int:
    """Return the next number of 58 bits of the process that runs."""
    number, state = step(_state())
    _keep(state)
    return number


def below(count: int) -> int:
    """Return a number from 1 to *count*."""
    most = (1 << 58) - count
    if most < 0:
        bits = count.bit_length() + 64
        return sum(next_number() << 58 * index for index in range(bits // 58 + 1)) % count + 1
    while True:
        number = next_number()
        if number < count:
            return number + 1
        rest = number % count
        if number - rest <= most:
            return rest + 1


def uniform() -> float:
    """``:rand.uniform/0``"""
    return (next_number() >> 5) * 2.0**-53


def uniform_of(count: Any) -> int:
    """``:rand.uniform/1``"""
    if count.__class__ is not int or count < 1:
        raise badarg(1, "not a positive integer")
    return below(count)


def uniform_real() -> float:
    """``:rand.uniform_real/0``"""
    return uniform() or 2.0**-53


def normal() -> float:
    """``:rand.normal/0``: normally distributed; not the numbers that the BEAM gives."""
    return sqrt(-2 * log(uniform_real())) * cos(2 * pi * uniform())


def normal_of(mean: Any, variance: Any) -> float:
    """``:rand.normal/2``"""
    return float(mean + sqrt(variance) * normal())


def bytes_(count: Any) -> Any:
    """``:rand.bytes/1``"""
    return binary(bytes(next_number() & 255 for _ in range(count)))


def seed(algorithm: Any) -> Any:
    """``:rand.seed/1``: of the default algorithm, seeded from the run's own generator; or of an exported state."""
    if algorithm.__class__ is tuple:
        state = algorithm[1] if algorithm[0].__class__ is Atom else algorithm
        return _kept(state)
    _check(algorithm)
    return _kept(seeded(current().random.getrandbits(64)))


def seed_with(algorithm: Any, given: Any) -> Any:
    """``:rand.seed/2``"""
    _check(algorithm)
    return _kept(seeded(given))


def _check(algorithm: Any) -> None:
    if algorithm not in _ALGORITHMS:

        refuse(f"the algorithm {algorithm!r} of :rand, only :exsss")


def _kept(state: State) -> Any:
    _keep(state)
    return (_EXSSS, state)


def seed_s(algorithm: Any) -> Any:
    """``:rand.seed_s/1``"""
    return (_EXSSS, seeded(current().random.getrandbits(64)))


def seed_s_with(algorithm: Any, given: Any) -> Any:
    """``:rand.seed_s/2``"""
    _check(algorithm)
    return (_EXSSS, seeded(given))


def export_seed() -> Any:
    """``:rand.export_seed/0``"""
    return (_EXSSS, _state())


def export_seed_s(state: Any) -> Any:
    """``:rand.export_seed_s/1``"""
    return state


def uniform_s(state: Any) -> Any:
    """``:rand.uniform_s/1``"""
    number, new = step(state[1])
    return ((number >> 5) * 2.0**-53, (_EXSSS, new))


def uniform_s_of(count: Any, state: Any) -> Any:
    """``:rand.uniform_s/2``"""
    current_state = state[1]
    while True:
        number, current_state = step(current_state)
        rest = number % count
        if number - rest <= (1 << 58) - count:
            return (rest + 1, (_EXSSS, current_state))


FUNCTIONS = {
    "uniform/0": uniform, "uniform/1": uniform_of, "uniform_real/0": uniform_real, "normal/0": normal,
    "normal/2": normal_of, "bytes/1": bytes_, "seed/1": seed, "seed/2": seed_with, "seed_s/1": seed_s,
    "seed_s/2": seed_s_with, "export_seed/0": export_seed, "export_seed_s/1": export_seed_s,
    "uniform_s/1": uniform_s, "uniform_s/2": uniform_s_of,
}  # fmt: skip
