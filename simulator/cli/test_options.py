"""What ``simulator test`` takes on its command line."""

from __future__ import annotations

import argparse

EXAMPLES = """\
examples:
  simulator test                                     all tests of the Mix project in this folder
  simulator test test/stack_test.exs:12              the test at this line
  simulator test --only slow --trace                 those with @tag :slow, each told of
  simulator test --seed 7 --max-failures 1
  simulator test --explore 200                       each test in 200 other legal orders of what happens
  simulator test --junit output/tests.xml            for CI systems
  simulator play test/stack_test.exs:12 --open       the page of one test

Times are virtual: a suite of timeouts takes no time. Options are those of mix test; the seed is 0 unless one is given,
which leaves tests in the order in which they stand.
Exit status: 0 all tests passed; 2 tests failed, or bad input; 1 the project cannot be compiled or started.
"""


def add_test_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose tests, and say how they are run."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a file of tests, FILE:LINE, or a folder; all of them")
    choice = parser.add_argument_group("which tests")
    for name, what in (
        ("only", "only tests with this tag"),
        ("include", "also tests with this tag, though they are excluded"),
        ("exclude", "no tests with this tag"),
    ):
        choice.add_argument(
            f"--{name}", metavar="TAG[:VALUE]", action="append", default=[], help=f"{what}; more than once"
        )
    choice.add_argument("--failed", action="store_true", help="only those that failed the last time")
    how = parser.add_argument_group("how")
    how.add_argument("--trace", action="store_true", help="tell of each test by its name, without its timeout")
    how.add_argument("--max-failures", metavar="N", type=int, help="stop after so many failures")
    how.add_argument("--slowest", metavar="N", type=int, help="tell the N slowest tests, in virtual time")
    how.add_argument("--timeout", metavar="MS", type=int, help="of each test, in place of 60000")
    how.add_argument("--explore", metavar="N", type=int, help="run each test that passes in N other orders, too")
    how.add_argument("--strict", action="store_true", help="refuse a project that mentions what is not supported")
    how.add_argument("--stale", action="store_true", help=argparse.SUPPRESS)
    how.add_argument("--json", action="store_true", help="print what became of each test as JSON")
    how.add_argument("--junit", metavar="FILE", help="write what became of each test as JUnit XML, for CI systems")
    how.add_argument("-q", "--quiet", action="store_true", help="no summary")
