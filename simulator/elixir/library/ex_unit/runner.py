"""Running tests: each in a process of its own, one after the other, those of modules that allow it beside others.

Source of the semantics: ExUnit of Elixir 1.14, ``ExUnit.Runner`` and ``ExUnit.Server``; times are the virtual clock's.
"""

from __future__ import annotations

from collections.abc import Generator
from random import Random
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.ex_unit.suite import AT_ONCE, Clearing, Result, Suite, results_of
from simulator.elixir.library.ex_unit.texts import Failed, Source, failure_text, finished, scaled, slowest, summary
from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE
from simulator.elixir.runtime.errors import CAUGHT, error
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.traces import entries_of
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.modules import call, find
from simulator.elixir.runtime.world import current, world
from simulator.kernel import ANY, Exit, Halted, Process, ScenarioError, TooMuchWork
from simulator.terms import Atom, atom, inspect
from simulator.terms.durations import duration_text
from simulator.terms.lists import is_list, to_list
from simulator.terms.maps import Map, from_pairs, pairs
from simulator.terms.places import WHOLE, shown_file

Steps = Generator[Any, Any, Any]
_FINISHED: Final = Atom("test_finished")
_SETUP_ALL: Final = Atom("setup_all")
_FAILED: Final = 2
_DOCTEST: Final = Atom("doctest")
_SKIP: Final = Atom("skip")
_GRACE: Final = 5000
"""How many milliseconds there are for a process to end that has lost its supervisor."""
_LIMIT: Final = 60_000
_ORDERS: Final = 500


class Test:
    """A test: its function, where it stands, and what it is tagged with."""

    def __init__(self, module: Atom, told: tuple[Any, ...], module_tags: Any) -> None:
        self.module = module
        self.name, self.describe, describe_line, self.line, own, shared, registered = told
        file: str = find(module, self.name.name, 1).__code__.co_filename
        self.file = shown_file(file)
        self.tags: dict[Any, Any] = {}
        for tag in (*_reversed(module_tags), *_reversed(shared), *_reversed(own)):
            for key, value in to_list(tag) if is_list(tag) else [(tag, TRUE)]:
                self.tags[key] = value
        self.place = f"{self.file}:{self.line}"
        self.context = {
            **self.tags, Atom("describe"): self.describe, Atom("describe_line"): describe_line,
            Atom("file"): world().files.absolute(file) if file in WHOLE else file,
            Atom("line"): self.line, Atom("module"): module, Atom("case"): module, Atom("test"): self.name,
            Atom("test_type"): Atom(self.kind), Atom("registered"): registered,
        }  # fmt: skip

    @property
    def kind(self) -> str:
        """What it is: ``test``, ``doctest``, ``property``; its name begins with it."""
        return str(self.name.name.partition(" ")[0])

    @property
    def is_doctest(self) -> bool:
        """Whether it is made of examples in documentation."""
        return _DOCTEST in self.tags

    @property
    def skipped(self) -> bool:
        """Whether it is not to be run."""
        return self.tags.get(_SKIP, FALSE) not in (FALSE, NIL)

    @property
    def title(self) -> str:
        """How it is called where it fails."""
        return f"{self.name.name} ({inspect(self.module)})"


def _reversed(listed: Any) -> list[Any]:
    return list(reversed(to_list(listed)))


def run_at_exit() -> Steps:
    """Run all tests, as ``ExUnit.start`` promised; the process exits with status 2 unless all of them pass."""
    suite: Suite = world().suite
    if suite.options.get("autorun") is FALSE:
        return
    yield from run(suite)
    if suite.nothing_run and suite.counts["excluded"] == suite.counts["tests"]:
        to_stderr(f"{suite.nothing_run}\n")
        raise Halted(1)
    if suite.counts["failures"] or suite.counts["invalid"] or suite.counts["not supported"]:
        raise Exit((atom.shutdown, suite.options.get("exit_status", _FAILED)))


def run(suite: Suite) -> Steps:
    """Run all tests and tell what became of them."""
    proc = current()
    suite.results.clear()
    suite.counts, suite.kinds = dict.fromkeys(suite.counts, 0), {"test": suite.lost}
    suite.counts["tests"] = suite.counts["not supported"] = suite.lost
    for title, name in (("Excluding", "exclude"), ("Including", "include")):
        if suite.filters(name):
            yield proc.output(f"{title} tags: {inspect(suite.options[name])}\n")
    if suite.filters("exclude") or suite.filters("include"):
        yield proc.output("\n")
    seed = suite.options.get("seed", world().seed)
    chance = Random(seed) if seed else None
    world().stop_test = suite.stop_test
    start = proc.now
    together = [module for module, asynchronous in suite.modules if asynchronous]
    alone = [module for module, asynchronous in reversed(suite.modules) if not asynchronous]
    for modules in (together, alone):
        if chance is not None:
            chance.shuffle(modules)
    at_once = 1 if suite.traces else suite.options.get("max_cases", AT_ONCE)
    yield from _run_modules(proc, suite, together, chance, at_once)
    between = proc.now
    yield from _run_modules(proc, suite, alone, chance, 1)
    world().stop_test = None
    if suite.stopped:
        yield proc.output("--max-failures reached, aborting test suite")
    if 0 < suite.counts["tests"] == suite.counts["excluded"]:
        yield proc.output("All tests have been excluded.\n")
    slow = slowest(suite.times, suite.options.get("slowest"), proc.now - start)
    counted = summary(suite.counts, suite.kinds, suite.plurals)
    yield proc.output(f"\n{finished(proc.now - start, between - start)}\n{slow}{counted}\n\n"
                      f"Randomized with seed {seed}\n")  # fmt: skip
    for function in reversed(suite.after):
        answer = function(results_of(suite))
        if answer.__class__ is GeneratorType:
            yield from answer


def _run_modules(proc: Process, suite: Suite, modules: list[Atom], chance: Random | None, at_once: int) -> Steps:
    """Run modules, each in a process of its own, so many at the same time."""
    waiting = list(modules)
    asynchronous = {module for module, beside in suite.modules if beside}
    running: dict[Any, Atom] = {}
    while (waiting and not suite.stopped) or running:
        while waiting and not suite.stopped and len(running) < at_once:
            module = waiting.pop(0)
            body = _module_body(suite, module, module in asynchronous, chance)
            pid, _ = proc.spawn_opt(body, label=f"{inspect(module)}.__ex_unit__/0", monitor=True)
            running[pid] = module
        _, _, _, pid, reason = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
        module = running.pop(pid)
        if reason is not atom.normal:
            tests = to_list(call(module, "__ex_unit__", [])[0])
            yield from _invalid(proc, suite, module, len(tests), Failed(None, pid=pid, reason=reason))


def _module_body(suite: Suite, module: Atom, asynchronous: bool, chance: Random | None) -> Steps:
    """Run the tests of a module; the steps of its process."""
    proc = current()
    tests, setups, setup_alls, tags = call(module, "__ex_unit__", [])
    found = [Test(module, told, tags) for told in to_list(tests)]
    only = suite.only if world().only_test is None else {world().only_test}
    if only is not None:
        found = [test for test in found if (module.name, test.name.name) in only]
    contexts = [test.context for test in found]
    every = [test for test in found if not suite.excludes(test.context, contexts)]
    if any(key is _SKIP for key, _ in suite.filters("include")):
        for test in every:
            test.tags.pop(_SKIP, None)
    suite.counts["tests"] += len(found) - len(every)
    for test in found:
        suite.kinds[test.kind] = suite.kinds.get(test.kind, 0) + 1
    suite.counts["excluded"] += len(found) - len(every)
    if chance is not None:
        chance.shuffle(every)
    context = {Atom("module"): module, Atom("case"): module, Atom("async"): TRUE if asynchronous else FALSE}
    for test in found:
        if test not in every:
            _note(suite, test, "excluded")
    if suite.traces:
        yield proc.output(f"\n{inspect(module)} [{found[0].file if found else ''}]\n")
        for test in found:
            if test not in every:
                shown, place = test.name.name, f"[L#{test.line}]"
                yield proc.output(f"  * {shown} {place}\r  * {shown} (excluded) {place}\n")
    callbacks = to_list(setup_alls) if every else []
    keeper, prepared = yield from _set_up_all(proc, suite, module, callbacks, context)
    if prepared.__class__ is Failed:
        for test in every:
            _note(suite, test, "not supported" if prepared.unsupported else "invalid")
        yield from _invalid(proc, suite, module, len(every), prepared)
    else:
        for test in sorted(every, key=lambda test: not test.skipped):
            if suite.stopped:
                break
            yield from _tell_test(proc, suite, test, {**prepared, **test.context}, to_list(setups))
    if keeper is not None:
        ref = proc.monitor(keeper)
        proc.exit(keeper, atom.shutdown)
        yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
        yield from _clear(proc, suite, suite.clearing[keeper])


def _set_up_all(
    proc: Process, suite: Suite, module: Atom, callbacks: list[Any], context: dict[Any, Any]
) -> Generator[Any, Any, tuple[Any, Any]]:
    """Do what is to be done before all tests, in a process that stays; return it, and the context or a ``Failed``."""
    if not callbacks:
        return None, context
    outcome: list[Any] = []
    body = _setup_all_body(proc, module, callbacks, context, outcome)
    keeper, ref = proc.spawn_opt(body, label=f"{inspect(module)}.__ex_unit_setup_all/1", monitor=True)
    suite.clearing[keeper] = Clearing()
    suite.running[keeper] = None
    answer = yield proc.receive((keeper, _SETUP_ALL), (atom.DOWN, ref, ANY, ANY, ANY))
    problem = suite.running.pop(keeper)
    if answer[0] is atom.DOWN:
        return keeper, _failed(keeper, answer[4], problem)
    proc.demonitor(ref, flush=True)
    return keeper, outcome[0]


def _failed(pid: Any, reason: Any, problem: ScenarioError | None) -> Failed:
    """Return how the process of a test failed that has ended, or what it asked for that is not supported."""
    if problem is not None:
        lacking = not isinstance(problem, TooMuchWork)
        place = f"\n  {problem.file}:{problem.line}" if problem.file else ""
        return Failed(None, text=f"{problem.args[0]}{place}", unsupported=lacking)
    return Failed(None, pid=pid, reason=reason)


def _setup_all_body(
    parent: Process, module: Atom, callbacks: list[Any], context: dict[Any, Any], outcome: list[Any]
) -> Steps:
    """Run the callbacks and wait to be ended; the steps of a process of its own."""
    proc = current()
    try:
        for _, name in callbacks:
            context = _merged(module, context, (yield from _called(module, name, context)))
        outcome.append(context)
    except CAUGHT as failure:
        outcome.append(Failed(caught(failure)))
    proc.send(parent.pid, (proc.pid, _SETUP_ALL))
    yield proc.receive(_SETUP_ALL)


def _invalid(proc: Process, suite: Suite, module: Atom, tests: int, failed: Failed) -> Steps:
    """Tell that none of a module's tests can run."""
    suite.counts["tests"] += tests
    suite.counts["not supported" if failed.unsupported else "invalid"] += tests
    title = f"{inspect(module)}: failure on setup_all callback, all tests have been invalidated"
    source = Source(module, Atom("nil"), [])
    text = failure_text(_reported(suite), title, "", failed, source)
    yield proc.output("?" * tests + text + "\n")


def _tell_test(proc: Process, suite: Suite, test: Test, context: dict[Any, Any], setups: list[Any]) -> Steps:
    """Run one test, if it is not to be skipped, and tell what became of it."""
    suite.counts["tests"] += 1
    start = proc.now
    if suite.traces:
        yield proc.output(f"  * {test.name.name} [L#{test.line}]")
    failed = None if test.skipped else (yield from _outcome(proc, suite, test, context, setups))
    if not test.skipped:
        suite.times.append((proc.now - start, f"{test.title} ({scaled(proc.now - start, 10_000)}ms) [{test.place}]"))
    mark = "" if failed else "."
    if test.skipped:
        suite.counts["skipped"] += 1
        mark = "*"
    if suite.traces:
        how = "skipped" if test.skipped else f"{scaled(proc.now - start, 10_000)}ms"
        mark = f"\r  * {test.name.name} ({how}) [L#{test.line}]\n"
    if failed is None:
        _note(suite, test, "skipped" if test.skipped else "passed", proc.now - start)
        yield proc.output(mark)
        return
    suite.counts["not supported" if failed.unsupported else "failures"] += 1
    source = Source(test.module, test.name, _lines(test.context[Atom("file")]), _documented_in(test))
    text = failure_text(_reported(suite), test.title, suite.prefix + test.place, failed, source)
    _note(suite, test, "not supported" if failed.unsupported else "failed", proc.now - start, text.strip("\n"))
    yield proc.output(mark + text.removeprefix("\n" if suite.traces else "") + "\n")
    if suite.tells_processes and world().only_test is None:
        to_stderr(_processes(test, failed, proc.now))


def _note(suite: Suite, test: Test, outcome: str, took: int = 0, text: str = "") -> None:
    """Note what became of a test."""
    place = test.module.name, test.name.name, test.file, test.line
    suite.results.append(Result(*place, outcome, took, text))


def _processes(test: Test, failed: Failed, now: int) -> str:
    """Return which processes were alive when a test failed, and how to see it."""
    lines = "".join(f"       {line}\n" for line in failed.alive)
    told = f"     alive when it failed, at {duration_text(now)}:\n{lines}" if lines else ""
    return f"{told}     simulator play {test.place} --open   shows it\n"


def _reported(suite: Suite) -> int:
    """Return the number of the report that comes now: of tests that failed, or that are not supported."""
    return suite.counts["failures"] + suite.counts["not supported"]


def _outcome(proc: Process, suite: Suite, test: Test, context: dict[Any, Any], setups: list[Any]) -> Steps:
    """Run a test and clear up after it; return how it failed, or None."""
    outcome: list[Failed] = []
    body = _test_body(proc, test, context, setups, outcome)
    pid, ref = proc.spawn_opt(body, label=f'{inspect(test.module)}."{test.name.name}"/1', monitor=True)
    clearing = suite.clearing[pid] = Clearing()
    suite.running[pid] = None
    limit = test.tags.get(Atom("timeout"), suite.options.get("timeout", _LIMIT))
    if suite.traces:
        limit = atom.infinity
    answer = yield proc.receive(
        (pid, _FINISHED, ANY), (atom.DOWN, ref, atom.process, pid, ANY), after=None if limit is atom.infinity else limit
    )
    if answer is None:
        stack, alive = entries_of(pid), _alive(pid)
        proc.exit(pid, atom.kill)
        outcome = [Failed(None, text=_late(limit), stack=stack)]
        outcome[0].alive = alive
    elif answer[0] is atom.DOWN:
        outcome = [_failed(pid, answer[4], suite.running[pid])]
        outcome[0].alive = _alive(pid)
    if answer is None or answer[0] is not atom.DOWN:
        yield proc.receive((atom.DOWN, ref, atom.process, pid, ANY))
    del suite.clearing[pid], suite.running[pid]
    cleared = yield from _clear(proc, suite, clearing)
    if Atom("not_implemented") in test.tags:
        return Failed(None, text="Not implemented")
    failed = outcome[0] if outcome else cleared
    return _in_other_orders(test) if failed is None else failed


def _alive(since: Any) -> list[str]:
    """Return which processes are alive that are no older than this one, and what each waits for."""
    kernel = world().kernel
    return [] if kernel is None else kernel.states(since)


def _in_other_orders(test: Test) -> Failed | None:
    """Run a test that is tagged ``explore: N`` in so many other orders; return how it fails in one of them, or None."""
    runs = test.tags.get(Atom("explore"), world().suite.options.get("explore", FALSE))
    explore = world().explore_test
    if explore is None or runs is FALSE or runs is NIL:
        return None
    told = explore(test.module.name, test.name.name, runs if runs.__class__ is int else _ORDERS)
    return None if told is None else Failed(None, text=told)


def _late(limit: int) -> str:
    return (
        f"** (ExUnit.TimeoutError) test timed out after {limit}ms. You can change the timeout:\n\n"
        '  1. per test by setting "@tag timeout: x" (accepts :infinity)\n'
        '  2. per test module by setting "@moduletag timeout: x" (accepts :infinity)\n'
        '  3. globally via "ExUnit.start(timeout: x)" configuration\n'
        '  4. by running "mix test --timeout x" which sets timeout\n'
        '  5. or by running "mix test --trace" which sets timeout to infinity\n'
        "     (useful when using IEx.pry/0)\n\n"
        'where "x" is the timeout given as integer in milliseconds (defaults to 60_000).\n'
    )


def _test_body(parent: Process, test: Test, context: dict[Any, Any], setups: list[Any], outcome: list[Failed]) -> Steps:
    """Run a test's setup and the test; the steps of its process."""
    proc = current()
    try:
        for describe, name in setups:
            if describe is NIL or describe == test.describe:
                context = _merged(test.module, context, (yield from _called(test.module, name, context)))
        yield from _called(test.module, test.name, context)
    except CAUGHT as failure:
        outcome.append(Failed(caught(failure)))
        outcome[0].alive = _alive(proc.pid)
    proc.send(parent.pid, (proc.pid, _FINISHED, test.name))
    raise Exit(atom.shutdown)


def _called(module: Atom, name: Atom, context: dict[Any, Any]) -> Steps:
    answer = call(module, name.name, [from_pairs(list(context.items()))])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def _merged(module: Atom, context: dict[Any, Any], answer: Any) -> dict[Any, Any]:
    """Return the context with what a callback adds to it."""
    added = answer
    if answer is atom.ok:
        return context
    if answer.__class__ is tuple and len(answer) == 2 and answer[0] is atom.ok:
        added = answer[1]
    if added.__class__ is Map:
        return {**context, **dict(pairs(added))}
    if is_list(added) and all(each.__class__ is tuple and len(each) == 2 for each in to_list(added)):
        return {**context, **dict(to_list(added))}
    raise error("RuntimeError", message=f"expected ExUnit callback in {inspect(module)} to return :ok | keyword | map, "
                f"got {inspect(answer)} instead")  # fmt: skip


def _clear(proc: Process, suite: Suite, clearing: Clearing) -> Steps:
    """Stop what a test has started, and call what it wanted called at its end; return the first failure, or None."""
    if clearing.supervisor is not None:
        ref = proc.monitor(clearing.supervisor)
        proc.exit(clearing.supervisor, atom.shutdown)
        yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    for pid in clearing.orphans:
        ref = proc.monitor(pid)
        if (yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY), after=_GRACE)) is None:
            proc.exit(pid, atom.kill)
    if not clearing.callbacks:
        return None
    outcome: list[Failed] = []
    pid, ref = proc.spawn_opt(_clearing_body(clearing, outcome), label="on_exit", monitor=True)
    suite.running[pid] = None
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    problem = suite.running.pop(pid)
    if problem is not None:
        return _failed(pid, atom.killed, problem)
    return outcome[0] if outcome else None


def _clearing_body(clearing: Clearing, outcome: list[Failed]) -> Steps:
    for _, function in reversed(clearing.callbacks):
        try:
            answer = function()
            if answer.__class__ is GeneratorType:
                yield from answer
        except CAUGHT as failure:
            outcome.append(Failed(caught(failure)))
    yield current().yield_()


def _documented_in(test: Test) -> str:
    """Return the file in whose documentation a doctest stands; empty for another test."""
    module = loaded(test.tags[_DOCTEST]) if test.is_doctest else None
    codes = [] if module is None else [function.__code__ for function in module.functions.values()]
    return shown_file(codes[0].co_filename) if codes else ""


def _lines(file: str) -> list[str]:
    """Return the lines of the source that a test stands in; none if it is no file."""
    try:
        with open(file, encoding="utf-8") as source:
            return source.read().split("\n")
    except OSError:
        return []
