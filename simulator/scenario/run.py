"""Running: a main function on a kernel, and the :class:`Run` that comes of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, nullcontext, suppress
from functools import partial
from typing import Any

from simulator.kernel import Halted, Kernel, LimitReached, ScenarioError
from simulator.kernel.costs import Costly
from simulator.otp import call as call  # with its room every process has its call, cast and reply
from simulator.scenario.config import DEFAULTS, Config, misspelt, overridden, seen_as
from simulator.scenario.outcome import Run
from simulator.scenario.outputs import open_trace, unwritable
from simulator.scenario.source import Loaded, title_and_doc
from simulator.terms.durations import nanoseconds
from simulator.terms.places import OURS


def run(
    main: Callable[..., Any] | Loaded,
    *,
    trace: bool | str | os.PathLike[str] | Callable[[Any, str], Any] = True,
    echo: Callable[[str], Any] | None = None,
    report: Callable[[str], Any] | None = None,
    prepare: Callable[[Kernel], Any] | None = None,
    config: Config | None = None,
    check: bool = False,
    **settings: Any,
) -> Run:
    """Run ``main(proc)``, or a loaded scenario, and return the :class:`Run`.

    The settings are those of *config*, or else of the ``config`` that stands beside ``main`` in its
    module; *settings* override them for this run alone, and none of the objects is changed: the
    scenario's own ``config.workers`` is 5 while ``run(main, workers=5)`` lasts. One that the config does
    not have is a :class:`~simulator.scenario.ConfigError` that names the nearest.

    *trace* is True to keep the trace in memory, False for none, the path of a file to stream it to, or a
    function that makes a recorder of the trace's header and the scenario's path. *echo*
    and *report* are called with what processes print and with crash reports, as they come. *prepare*
    is called with the kernel before the first turn.

    A mistake in how the scenario uses the simulator (a request that is not yielded, time that stands still) is raised,
    as a :class:`~simulator.kernel.ScenarioError`; what was printed and traced until then is kept. An exception in a
    process is none: the process crashes, as on the BEAM, and the run goes on; what became of ``main`` is in
    :attr:`Run.reason`. With *check* a run that comes to no good end is raised, too, as a :class:`RunError` (see
    :meth:`Run.check`).

    >>> def main(proc):
    ...     yield proc.sleep("1h")
    ...     proc.puts("an hour later")
    >>> run(main).output
    'an hour later\\n'
    """
    loaded = main if isinstance(main, Loaded) else Given(main)
    if settings or config is not None:
        given = () if config is None else (config,)
        loaded = loaded.with_config(overridden(config or loaded.config, settings), *given)
    result = start(loaded, trace=trace, echo=echo, report=report, prepare=prepare)
    if result.error is not None:
        raise result.error
    if result.ended == "interrupted":
        raise KeyboardInterrupt
    if check:
        result.check()
    return result


class Given(Loaded):
    """A main function that was handed over, without a file."""

    def __init__(self, main: Callable[..., Any]) -> None:
        self.path = getattr(getattr(main, "__code__", None), "co_filename", "")
        self.source = ""
        beside = getattr(main, "__globals__", {}).get("config")
        self.config = beside if isinstance(beside, Config) else Config()
        self.own_configs = (self.config,)
        self.main = main
        self.title, self.doc = title_and_doc(main.__doc__)

    @property
    def name(self) -> str:
        return str(getattr(self.main, "__name__", "main"))


def start(
    loaded: Loaded,
    *,
    trace: Any = True,
    echo: Callable[[str], Any] | None = None,
    report: Callable[[str], Any] | None = None,
    prepare: Callable[[Kernel], Any] | None = None,
) -> Run:
    """Run a scenario to its end, whatever that is: nothing is raised for what goes wrong in it."""
    recorder, file = _recorder(loaded, trace)
    with nullcontext() if file is None else closing(file):
        return _run(loaded, recorder, file, trace is True, echo, report, prepare)


def _run(
    loaded: Loaded,
    recorder: Any,
    file: Any,
    keep: bool,
    echo: Callable[[str], Any] | None,
    report: Callable[[str], Any] | None,
    prepare: Callable[[Kernel], Any] | None,
) -> Run:
    """Run a scenario with this recorder; *keep* what it prints although *echo* hears it."""
    config = loaded.config
    output: list[str] = []
    reports: list[str] = []
    cost, kernel_class = nanoseconds(config.cost), loaded.kernel_class
    if cost and kernel_class is Kernel:  # who explores orders takes code as free
        kernel_class = partial(Costly, cost)
    kernel = kernel_class(
        seed=config.seed,
        schedulers=config.schedulers,
        time_slice=config.time_slice,
        latency=config.latency,
        recorder=recorder,
        record_states=config.states,
        limit=config.limit,
        mailbox_limit=config.mailbox_limit,
        process_limit=config.process_limit,
        output=output.append if echo is None else _both(output, echo, keep=keep),
        report=reports.append if report is None else _both(reports, report, keep=True),
        front=loaded.front,
    )
    result = Run(kernel, config, output, reports)
    if prepare is not None:
        prepare(kernel)
    loaded.begin(kernel)
    try:
        kernel.start(loaded.main, halt=config.halt)
        until = None if config.until is None else nanoseconds(config.until)
        with seen_as(loaded.own_configs, config):
            loaded.carry_out(lambda: kernel.run(until, stay=False))
        result.ended = "halted" if kernel.halted else "until" if kernel.pending else "finished"
        result.conclude()
        result.misspelt = misspelt(loaded.own_configs)
    except LimitReached:
        result.ended = "limit"
    except Halted as halted:
        result.ended, result.status = "halted", halted.status
    except KeyboardInterrupt:
        result.error = None if loaded.cut is None else loaded.cut()
        result.ended = "interrupted" if result.error is None else "error"
    except SystemExit:
        result.ended = "interrupted"
        raise
    except ScenarioError as wrong:
        result.ended, result.error = "error", wrong
    except Exception as wrong:
        result.ended, result.error = "error", _beside(wrong)
    finally:
        try:
            result._waiting = kernel.waiting()
            loaded.carry_out(kernel.close)
        finally:
            loaded.end()
        result.kept = list(loaded.kept)
        if result.crash is not None:
            reports.append(result.crash)
        if recorder is not None:
            result._trace = _finish(recorder, kernel, result, file)
    return result


def _beside(wrong: Exception) -> ScenarioError:
    """Return the error for what SimPy code beside the processes raised; raise it as it is if it is a defect of ours."""
    step = wrong.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    code = None if step is None else step.tb_frame.f_code
    if code is None or code.co_filename.startswith(OURS):
        raise wrong
    problem = f"SimPy code beside the processes failed: {type(wrong).__name__}: {wrong}"
    return ScenarioError(problem, code.co_filename, 0 if step is None else step.tb_lineno)


def _both(kept: list[str], tell: Callable[[str], Any], keep: bool) -> Callable[[str], Any]:
    """Return a function that passes text on and, where it is to be kept, keeps it."""
    if not keep:
        return tell

    def pass_on(text: str) -> None:
        kept.append(text)
        tell(text)

    return pass_on


def _recorder(loaded: Loaded, trace: Any) -> tuple[Any, Any]:
    """Return the recorder that *trace* asks for, and its file if it has one."""
    if trace is False or trace is None:
        return None, None
    from simulator.trace import FileRecorder, Header, MemoryRecorder, Scenario
    from simulator.trace.events import FORMAT, VERSION

    scenario = Scenario(loaded.name, loaded.title, loaded.doc, loaded.source)
    header = Header(FORMAT, VERSION, scenario, _plain_settings(loaded.config), loaded.config.seed)
    if trace is True:
        return MemoryRecorder(header, loaded.path), None
    if callable(trace):
        return trace(header, loaded.path), None
    if hasattr(trace, "write"):
        return FileRecorder(header, loaded.path, trace), None
    file = open_trace(trace)
    try:
        return FileRecorder(header, loaded.path, file), file
    except OSError as wrong:
        with suppress(OSError):  # the same failure once more
            file.close()
        raise unwritable(trace, wrong) from None


def _plain_settings(config: Config) -> dict[str, Any]:
    """Return the settings as they stand in a trace's header: times in nanoseconds, the rest as JSON or text."""
    plain: dict[str, Any] = {}
    for key, value in config.settings().items():
        if key in ("until", "time_slice", "cost") and value is not None:
            value = nanoseconds(value)
            if key == "cost" and not value:
                continue
        elif key == "work_limit" and value == DEFAULTS[key]:
            continue
        elif key == "latency" and isinstance(value, dict):
            value = {f"{sender} -> {receiver}": shown for (sender, receiver), shown in value.items()}
        elif value is not None and not isinstance(value, (bool, int, float, str)):
            value = repr(value)
        plain[key] = value
    return plain


def _finish(recorder: Any, kernel: Kernel, result: Run, file: Any) -> Any:
    """Record the end, and return the trace."""
    detail = None if result.error is None else result.error.args[0]
    recorder.extend(("end", recorder.seq, kernel.now, None, None, None, 0, result.ended, detail))
    recorder.seq += 1
    try:
        recorder.close()
    except BrokenPipeError:
        raise
    except OSError as wrong:
        if file is not None:
            with suppress(OSError):  # the same failure once more
                file.close()
        raise unwritable(getattr(file, "name", "trace"), wrong) from None
    from simulator.trace import FileTrace, MemoryRecorder, MemoryTrace

    if isinstance(recorder, MemoryRecorder):
        return MemoryTrace(recorder)
    if file is None:
        return None
    file.close()
    return FileTrace(file.name) if os.path.isfile(file.name) else None
