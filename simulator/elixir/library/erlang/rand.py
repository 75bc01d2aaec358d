"""Erlang's ``:rand``: Xorshift116**, which gives the numbers that the BEAM gives for the same seed.

Each process has a generator of its own. One that nobody has seeded is seeded from the run's own, so that a run
gives the same numbers each time. Source of the algorithm: the documentation of OTP 25's ``rand`` and the papers
that it names.
"""

from __future__ import annotations

from math import cos, log, pi, sqrt
from typing import Any, Final

from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count as count_items
from simulator.elixir.runtime.values.counted import count_bytes
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.elixir.runtime.world import current, running, world
from simulator.terms import Atom
from simulator.terms.bits import binary

_KEY: Final = Atom("$rand_seed")
_MASK58: Final = (1 << 58) - 1
_MASK64: Final = (1 << 64) - 1
_EXSSS: Final = Atom("exsss")
_EXSP: Final = Atom("exsp")
_EXSPLUS: Final = Atom("exsplus")
"""The same numbers; of its fractions all bits are kept, though they are more than a float holds."""

State = tuple[int, int]
Generator = tuple[Atom, State]
"""An algorithm and its state, as ``:rand`` gives them out."""


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


def _seeded_exsp(seed: Any) -> State:
    """Return the state of Xorshift116+ that a seed makes."""
    if seed.__class__ is not tuple:
        return seeded(seed)
    first, second, third = seed
    _, state = _step_exsp((first * 4294967197 + 1 & _MASK58, second * 4294967231 + 1 & _MASK58))
    _, state = _step_exsp((third * 4294967279 + 1 & _MASK58, state[1]))
    return state


def _mixed(state: State) -> int:
    high, low = state
    shifted = high ^ high << 24 & _MASK58
    return shifted ^ low ^ shifted >> 11 ^ low >> 41


def _step_exsp(state: State) -> tuple[int, State]:
    """Return the next number of Xorshift116+, and its next state."""
    new = _mixed(state)
    return state[1] + new & _MASK58, (state[1], new)


def step(state: State) -> tuple[int, State]:
    """Return the next number, of 58 bits, and the next state."""
    low = state[1]
    new = _mixed(state)
    times5 = low + (low << 2 & _MASK58) & _MASK58
    rotated = (times5 << 7 & _MASK58) | times5 >> 51
    return rotated + (rotated << 3 & _MASK58) & _MASK58, (low, new)


_BITS: Final = 58
_ALL: Final = 1 << _BITS
_ALGORITHMS: Final = {_EXSSS: (seeded, step), Atom("default"): (seeded, step), _EXSP: (_seeded_exsp, _step_exsp),
                      _EXSPLUS: (_seeded_exsp, _step_exsp)}  # fmt: skip


def _next(generator: Generator) -> tuple[int, Generator]:
    """Return the next number of a generator, and the generator from then on."""
    number, state = _ALGORITHMS[generator[0]][1](generator[1])
    return number, (generator[0], state)


def _made(algorithm: Any, seed: Any) -> Generator:
    found = _ALGORITHMS.get(algorithm) if algorithm.__class__ is Atom else None
    if found is None:
        refuse(f"the algorithm {algorithm!r} of :rand, only :exsss, :exsp and :exsplus")
    return (_EXSSS if algorithm is Atom("default") else algorithm, found[0](seed))


def _state() -> Generator:
    """Return the state of the process that runs; outside of any, that of the world."""
    if not running():
        here = world()
        if here.random_state is None:
            here.random_state = _made(_EXSSS, 0)
        return here.random_state  # type: ignore[no-any-return]
    proc = current()
    state = proc.get(_KEY)
    if state is None:
        state = _made(_EXSSS, proc.random.getrandbits(64))
    return state  # type: ignore[no-any-return]


def _keep(state: Generator) -> None:
    if running():
        current().put(_KEY, state)
    else:
        world().random_state = state


def next_number() -> int:
    """Return the next number of 58 bits of the process that runs."""
    number, state = _next(_state())
    _keep(state)
    return number


def below(count: int) -> int:
    """Return a number from 1 to *count*."""
    if count > _ALL:
        number, state = _uniform_wide(count, _state())
        _keep(state)
        return number  # type: ignore[no-any-return]
    while True:
        number = next_number()
        rest = number % count
        if number - rest <= _ALL - count:
            return rest + 1


def uniform() -> float:
    """``:rand.uniform/0``"""
    number, state = uniform_s(_state())
    _keep(state)
    return number  # type: ignore[no-any-return]


def uniform_of(count: Any) -> int:
    """``:rand.uniform/1``"""
    if count.__class__ is not int or count < 1:
        raise function_clause(Atom("rand"), "uniform_s", 2, [])
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
    if count.__class__ is not int or count < 0:
        raise function_clause(Atom("rand"), "bytes_s", 2, [count, _state()])
    check_bytes(count)
    count_items(count)
    return binary(bytes(next_number() & 255 for _ in range(count)))


def seed(algorithm: Any) -> Any:
    """``:rand.seed/1``: of an algorithm, seeded from the run's own generator; or of an exported state."""
    if algorithm.__class__ is tuple:
        return _kept(algorithm if algorithm[0].__class__ is Atom else (_EXSSS, algorithm))
    return _kept(_made(algorithm, current().random.getrandbits(64)))


def seed_with(algorithm: Any, given: Any) -> Any:
    """``:rand.seed/2``"""
    return _kept(_made(algorithm, given))


def _kept(generator: Generator) -> Any:
    _keep(generator)
    return generator


def seed_s(algorithm: Any) -> Any:
    """``:rand.seed_s/1``: of an algorithm, or of an exported state."""
    if algorithm.__class__ is tuple:
        return algorithm
    return _made(algorithm, current().random.getrandbits(64))


def seed_s_with(algorithm: Any, given: Any) -> Any:
    """``:rand.seed_s/2``"""
    return _made(algorithm, given)


def export_seed() -> Any:
    """``:rand.export_seed/0``"""
    return _state()


def export_seed_s(state: Any) -> Any:
    """``:rand.export_seed_s/1``"""
    return state


def uniform_s(state: Any) -> Any:
    """``:rand.uniform_s/1``"""
    number, state = _next(state)
    return number / _ALL if state[0] is _EXSPLUS else (number >> 5) * 2.0**-53, state


def uniform_real_s(state: Any) -> Any:
    """``:rand.uniform_real_s/1``"""
    number, state = uniform_s(state)
    return number or 2.0**-53, state


def uniform_s_of(count: Any, state: Any) -> Any:
    """``:rand.uniform_s/2``"""
    if count > _ALL:
        return _uniform_wide(count, state)
    while True:
        number, state = _next(state)
        rest = number % count
        if number - rest <= _ALL - count:
            return rest + 1, state


def _uniform_wide(count: int, state: Any) -> Any:
    """Return an integer of a range that takes more than one number of the generator."""
    weak = 0 if state[0] is _EXSSS else 1
    power = count & count - 1 == 0
    while True:
        number, state = _next(state)
        number, width, state = _widened(count >> (_BITS if power else _BITS - 2), number, weak, state)
        if power:
            return (number & count - 1) + 1, state
        rest = number % count
        if number - rest <= (1 << width) - count:
            return rest + 1, state


def _widened(left: int, number: int, weak: int, state: Any) -> tuple[int, int, Any]:
    """Return a number to which bits were added until there are *left* of them, less its weak ones, and its width."""
    shift, width = _BITS - weak, _BITS
    count_bytes(left.bit_length() // 8)
    while left > 1:
        more, state = _next(state)
        number = (number >> weak << weak << shift) ^ more
        left, width = left >> shift, width + shift
    return number, width, state


FUNCTIONS = {
    "uniform/0": uniform, "uniform/1": uniform_of, "uniform_real/0": uniform_real, "normal/0": normal,
    "normal/2": normal_of, "bytes/1": bytes_, "seed/1": seed, "seed/2": seed_with, "seed_s/1": seed_s,
    "seed_s/2": seed_s_with, "export_seed/0": export_seed, "export_seed_s/1": export_seed_s,
    "uniform_s/1": uniform_s, "uniform_real_s/1": uniform_real_s, "uniform_s/2": uniform_s_of,
}  # fmt: skip
