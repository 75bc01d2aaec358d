"""The command line: what there is to say, and its help."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from simulator.cli.examples import (
    CHECK_EXAMPLES,
    DIAGRAM_EXAMPLES,
    DIFF_EXAMPLES,
    EXAMPLES,
    EXPLORE_EXAMPLES,
    EXPORT_EXAMPLES,
    GALLERY_EXAMPLES,
    PLAY_EXAMPLES,
    RUN_EXAMPLES,
    STATS_EXAMPLES,
    WHY_EXAMPLES,
)

FOLDER_HELP = "default: scenarios, or where there is no such folder the scenarios that come along"

_ALLOWED = {"read": "may read files below", "write": "writes to the disk below", "env": "knows the variable"}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; takes ``-5s`` for a value, which is then refused as a negative time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._negative_number_matcher = re.compile(r"-\.?\d")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write help as anything is written: that it cannot be is said, where argparse would keep it to itself."""
        (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"simulator: {message} (see {self.prog} --help)\n")


def make_parser(command: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command line; of one *command* alone if it is named: that is made sooner."""
    parser = _Parser(
        prog="simulator",
        description="Runs Elixir/OTP processes on a deterministic virtual clock, and draws what they do.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    known = {
        "run": _add_run, "diagram": _add_diagram, "play": _add_play, "stats": _add_stats, "export": _add_export,
        "diff": _add_diff, "why": _add_why, "check": _add_check, "explore": _add_explore, "gallery": _add_gallery,
        "list": _add_list, "test": _add_test, "completion": _add_completion,
    }  # fmt: skip
    for name, add in known.items():
        if command not in known or name == command:
            add(commands)
    return parser


def takes_arguments(options: argparse.Namespace) -> bool:
    """Return whether what the command runs is an Elixir program, which may have arguments of its own."""
    file = getattr(options, "file", None)
    elixir = file is not None and (file == "-" or file.endswith((".exs", ".ex")))
    return elixir or getattr(options, "code", None) is not None


class _Version(argparse.Action):
    """Prints the version; looks it up only when it is asked for."""

    def __init__(self, option_strings: list[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from simulator import __version__

        print(f"simulator {__version__}")
        parser.exit()


def _add_run(commands: Any) -> None:
    parser = _command(commands, "run", "run a scenario", RUN_EXAMPLES)
    _complete(
        parser.add_argument(
            "file", metavar="FILE", nargs="?", help="a scenario, an Elixir file, or a name that simulator list lists"
        )
    )
    _add_required(parser)
    _add_settings(parser)
    _complete(parser.add_argument("--trace", metavar="PATH", help="write the trace to PATH; - is standard output"))
    parser.add_argument("--echo", action="store_true", help="Elixir: print the value of each top-level expression")
    parser.add_argument(
        "--strict", action="store_true", help="Elixir: refuse a program that mentions what is not supported"
    )
    parser.add_argument("-e", metavar="CODE", dest="code", help="Elixir: run this code in place of a file")
    parser.add_argument("--timestamps", action="store_true", help="put the virtual time before each line of output")
    parser.add_argument("--json", action="store_true", help="print output and summary as one JSON object")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="no summary")
    loudness.add_argument("-v", "--verbose", action="store_true", help="settings, and who still waits at the end")
    parser.set_defaults(command=_run)


def _add_diagram(commands: Any) -> None:
    parser = _command(commands, "diagram", "draw a scenario or a trace", DIAGRAM_EXAMPLES)
    _complete(parser.add_argument("file", metavar="FILE|TRACE", help="a scenario, which is run, or a trace; -: stdin"))
    parser.add_argument("--kind", choices=("sequence", "timeline", "links"), default="sequence", help="which picture")
    parser.add_argument(
        "--format",
        choices=("svg", "png", "pdf", "mermaid", "text", "dot", "graphml", "json"),
        help="svg, or as the ending of -o says; text is for sequence, mermaid for sequence and links, "
        "dot, graphml, json for links",
    )
    _complete(parser.add_argument("-o", "--output", metavar="PATH", help="where to; - is standard output"))
    parser.add_argument("--at", metavar="T", help="links: at this virtual time, or end; else when most live")
    parser.add_argument("--messages", action="store_true", help="links: with messages and their counts")
    parser.add_argument("--from", dest="start", metavar="T", help="sequence, timeline: from this virtual time on")
    parser.add_argument("--to", dest="end", metavar="T", help="sequence, timeline: up to this virtual time")
    parser.add_argument("--only", metavar="NAMES", help="only these processes: names, functions or pids, with commas")
    parser.add_argument("--hide", metavar="NAMES", help="all but these processes")
    parser.add_argument(
        "--time", choices=("steps", "scale"), help="sequence, timeline: gaps compressed, or time to scale"
    )
    parser.add_argument(
        "--animate", metavar="SECONDS", nargs="?", type=float, const=0.0,
        help="sequence, timeline: an SVG that plays by itself, without a script",
    )  # fmt: skip
    parser.add_argument(
        "--wrap", metavar="PIXELS", type=float,
        help="timeline as SVG: in lines of this width; links: about so wide, children in rows",
    )  # fmt: skip
    parser.add_argument("--alt", action="store_true", help="besides, the picture in words, in a file beside it (.txt)")
    _add_required(parser)
    _add_settings(parser)
    parser.set_defaults(command=_diagram)


def _add_play(commands: Any) -> None:
    parser = _command(commands, "play", "write the page that plays a scenario or a trace", PLAY_EXAMPLES)
    _add_two(parser)
    _complete(parser.add_argument("-o", "--output", metavar="PATH", help="where to; - is standard output"))
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    parser.add_argument("--watch", action="store_true", help="serve it here, anew whenever the scenario is saved")
    parser.add_argument("--embed", action="store_true", help="nothing around the picture, for a slide or another page")
    parser.add_argument("--port", metavar="N", type=int, help="port to serve it on; any that is free")
    _add_required(parser)
    _add_settings(parser)
    parser.set_defaults(command=_play)


def _add_stats(commands: Any) -> None:
    parser = _command(commands, "stats", "measure a scenario or a trace", STATS_EXAMPLES)
    _complete(parser.add_argument("file", metavar="FILE|TRACE", help="a scenario, which is run, or a trace; -: stdin"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="as CSV, one figure a line")
    parser.add_argument("--only", metavar="NAMES", help="only these processes: names, functions or pids, with commas")
    parser.add_argument("--all", action="store_true", help="every row of every table, not the 20 largest")
    parser.add_argument("--runs", metavar="N", type=int, help="run it with N seeds, from --seed on, and give means")
    parser.add_argument("--jobs", metavar="N", type=int, help="so many runs at a time, each in its own process")
    _add_settings(parser)
    parser.set_defaults(command=_stats)


def _add_export(commands: Any) -> None:
    from simulator.diagrams.exports.formats import FORMATS

    formats = "".join(f"  {name:17}{form.what}\n" for name, form in FORMATS.items())
    parser = _command(commands, "export", "write a trace for another tool", EXPORT_EXAMPLES + formats)
    _complete(parser.add_argument("file", metavar="FILE|TRACE", help="a scenario, which is run, or a trace; -: stdin"))
    parser.add_argument("--format", choices=tuple(FORMATS), required=True, metavar="FORMAT", help="see below")
    _complete(parser.add_argument("-o", "--output", metavar="PATH", help="where to; - is standard output"))
    _add_required(parser)
    _add_settings(parser)
    parser.set_defaults(command=_export)


def _add_diff(commands: Any) -> None:
    parser = _command(commands, "diff", "find where two runs part", DIFF_EXAMPLES)
    _add_two(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    _add_settings(parser)
    parser.set_defaults(command=_diff)


def _add_why(commands: Any) -> None:
    parser = _command(commands, "why", "answer why a process waits, ended, was late, or has its state", WHY_EXAMPLES)
    _complete(parser.add_argument("file", metavar="FILE|TRACE", help="a scenario, which is run, or a trace; -: stdin"))
    parser.add_argument(
        "--process", metavar="NAME", help="about whom: a name, a function or a pid; else what stands out"
    )
    parser.add_argument("--at", metavar="T", help="at this virtual time, or '#N': at that event; default: at the end")
    parser.add_argument(
        "--ask", metavar="WHAT", choices=("wait", "end", "value", "late", "not", "history", "way"), action="append",
        help="only this question: %(choices)s; more than once",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="as JSON, with the events that each sentence rests on")
    _add_required(parser)
    _add_settings(parser)
    parser.set_defaults(command=_why)


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", "check what you wrote for a lesson's task", CHECK_EXAMPLES)
    parser.add_argument("task", metavar="TASK", help="a scenario's name; its second task: NAME:2")
    _complete(parser.add_argument("file", metavar="FILE", nargs="?", help="your program; without one the task is told"))
    parser.add_argument("--json", action="store_true", help="as JSON, with a verdict for each thing that must be true")
    _add_required(parser)
    _add_settings(parser)
    parser.set_defaults(command=_check)


def _add_explore(commands: Any) -> None:
    parser = _command(commands, "explore", "look for an order of events that breaks a program", EXPLORE_EXAMPLES)
    _complete(parser.add_argument("file", metavar="FILE", help="a scenario, an Elixir file or a file of tests"))
    parser.add_argument("--strategy", metavar="S", default="all", help="holds, pct, pos, walk or all (the default)")
    parser.add_argument("--seconds", metavar="N", type=float, help="how long to look; 10")
    parser.add_argument("--runs", metavar="N", type=int, help="so many runs at most, in place of a time")
    parser.add_argument("--jobs", metavar="N", type=int, help="so many processes look at a time")
    parser.add_argument("--dask", metavar="ADDRESS", help="a Dask cluster looks; local: one of --jobs here")
    parser.add_argument("--slack", metavar="T", help="how late timers and code may be; 0, and then 5ms")
    parser.add_argument("--delivery", metavar="D", default="instant", help="instant (the default) or pairwise")
    parser.add_argument("--expect", metavar="TEXT", help="a run whose output does not have this text has failed")
    parser.add_argument(
        "--invariant", metavar="F", help="what always holds: FILE.py:function of the trace so far, or Module.function"
    )
    parser.add_argument("--allow-crash", action="store_true", help="that a process crashes is no failure")
    parser.add_argument("--mailbox", metavar="N", type=int, default=10_000, help="messages that flood a mailbox")
    _complete(parser.add_argument("-o", "--output", metavar="SCHEDULE", help="where to write what shows a failure"))
    parser.add_argument(
        "--page", action=argparse.BooleanOptionalAction, default=True, help="write the page of a failure beside that"
    )
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    _add_required(parser)
    _add_settings(parser, schedule=False)
    parser.set_defaults(command=_explore)


def _add_test(commands: Any) -> None:
    from simulator.cli.test_options import EXAMPLES as TEST_EXAMPLES
    from simulator.cli.test_options import add_test_options

    parser = _command(commands, "test", "run the tests of a Mix project", TEST_EXAMPLES)
    add_test_options(parser)
    _add_outside(parser)
    _add_settings(parser, schedule=False)
    parser.set_defaults(command=_test)


def _add_two(parser: argparse.ArgumentParser) -> None:
    """Add what says which two runs are meant."""
    _complete(parser.add_argument("file", metavar="FILE|TRACE", help="a scenario, which is run, or a trace; -: stdin"))
    _complete(parser.add_argument("second", metavar="FILE|TRACE", nargs="?", help="the other run"))
    parser.add_argument(
        "--against",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help="in place of a second file: run the first again with this setting; more than once",
    )


def _add_gallery(commands: Any) -> None:
    parser = _command(commands, "gallery", "build a site of all scenarios of a folder", GALLERY_EXAMPLES)
    _complete(parser.add_argument("folder", metavar="DIR", nargs="?", help=FOLDER_HELP))
    _complete(
        parser.add_argument(
            "-o", "--output", metavar="SITE", default="output/gallery", help="where to; default: output/gallery"
        )
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    _add_nets(parser)
    parser.set_defaults(command=_gallery)


def _add_list(commands: Any) -> None:
    parser = _command(commands, "list", "list the scenarios of a folder, by topic", "")
    _complete(parser.add_argument("folder", metavar="DIR", nargs="?", help=FOLDER_HELP))
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(command=_list)


def _add_completion(commands: Any) -> None:
    parser = _command(
        commands,
        "completion",
        "print a completion script for your shell",
        'examples:\n  eval "$(simulator completion bash)"\n  simulator completion zsh > "${fpath[1]}/_simulator"\n',
    )
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    parser.set_defaults(command=_completion)


def _add_settings(parser: argparse.ArgumentParser, schedule: bool = True) -> None:
    """Add the options that override a scenario's settings, and the one that names its order."""
    if schedule:
        _complete(parser.add_argument("--schedule", metavar="FILE", help="run it in the order that explore has found"))
    group = parser.add_argument_group("settings, in place of the scenario's own")
    group.add_argument("--until", metavar="T", help="stop at this virtual time")
    group.add_argument("--seed", metavar="N", type=int, help="seed of every random number")
    group.add_argument("--schedulers", metavar="N", help="how many processes may work at once; unlimited")
    group.add_argument("--cost", metavar="T", help="that a turn takes, and each counted call of an Elixir program: 1us")
    group.add_argument("--latency", metavar="T", help='of messages: 5ms, 1ms..5ms, "exponential(5ms)"')
    group.add_argument(
        "--halt",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="end when the main process has ended",
    )
    group.add_argument("--limit", metavar="N", type=int, help="stop a run without an end after N turns of processes")
    group.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        dest="assignments",
        help="any setting, more than once",
    )
    _add_nets(parser)


def _add_nets(parser: argparse.ArgumentParser) -> None:
    """Add the options that cut a command off by what it takes of the machine."""
    group = parser.add_argument_group(
        "nets, for programs of strangers", "A program without an end stops itself; these cut off what takes too long."
    )
    group.add_argument("--wall", metavar="T", help="cut the command off after so long by the clock on the wall: 5s")
    group.add_argument("--memory", metavar="SIZE", help="cut it off when it takes more memory: 500MB")


def _add_required(parser: argparse.ArgumentParser) -> None:
    """Add the option of Elixir files that are loaded before."""
    _complete(
        parser.add_argument(
            "-r", metavar="FILE", action="append", default=[], dest="required",
            help="Elixir: load this file first, more than once",
        )
    )  # fmt: skip
    _add_outside(parser)


def _add_outside(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what an Elixir program may reach."""
    outside = parser.add_argument_group(
        "the outside of an Elixir program",
        "By default it reads what lies below its own folder, writes into memory, and finds an empty environment.",
    )
    for kind, what in (("read", "PATH"), ("write", "PATH"), ("env", "NAME")):
        outside.add_argument(
            f"--allow-{kind}", metavar=f"={what}", action="append", default=[],
            help=_ALLOWED[kind] + f" ={what}, or all of it",
        )  # fmt: skip
    outside.add_argument("--allow-all", action="store_true", help="all of the three")
    outside.add_argument(
        "--env", metavar="KEY=VALUE", action="append", default=[], help="a variable of its environment, more than once"
    )


def _command(commands: Any, name: str, summary: str, epilog: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser


def _complete(argument: Any) -> None:
    """Let the shell complete paths for this argument."""
    argument.complete = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}


def _run(options: argparse.Namespace) -> int:
    from simulator.cli.run import run_command

    return run_command(options)


def _diagram(options: argparse.Namespace) -> int:
    from simulator.cli.diagram import diagram_command

    return diagram_command(options)


def _play(options: argparse.Namespace) -> int:
    from simulator.cli.play import play_command

    return play_command(options)


def _stats(options: argparse.Namespace) -> int:
    from simulator.cli.stats import stats_command

    return stats_command(options)


def _export(options: argparse.Namespace) -> int:
    from simulator.cli.export import export_command

    return export_command(options)


def _diff(options: argparse.Namespace) -> int:
    from simulator.cli.diff import diff_command

    return diff_command(options)


def _why(options: argparse.Namespace) -> int:
    from simulator.cli.why import why_command

    return why_command(options)


def _check(options: argparse.Namespace) -> int:
    from simulator.cli.check import check_command

    return check_command(options)


def _explore(options: argparse.Namespace) -> int:
    from simulator.cli.explore import explore_command

    return explore_command(options)


def _gallery(options: argparse.Namespace) -> int:
    from simulator.cli.gallery import gallery_command

    return gallery_command(options)


def _list(options: argparse.Namespace) -> int:
    from simulator.cli.listing import list_command

    return list_command(options)


def _test(options: argparse.Namespace) -> int:
    from simulator.cli.test import test_command

    return test_command(options)


def _completion(options: argparse.Namespace) -> int:
    import shtab

    print(shtab.complete(make_parser(), options.shell))
    return 0
