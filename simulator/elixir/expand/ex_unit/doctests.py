"""``doctest``: the examples in a module's documentation as tests.

Source of the semantics: Elixir 1.14, ``ExUnit.DocTest``: an example begins with ``iex>``, goes on with ``...>`` and
ends with what it gives; a blank line begins the next test.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from simulator.elixir.expand.ex_unit.macros import module_of_tests, register
from simulator.elixir.expand.modules.fragments import value_of
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS, Done
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.known import exported
from simulator.elixir.expand.scope.module_state import MODULE_DOC, ModuleState
from simulator.elixir.syntax.errors import SyntaxError
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.build import BLOCK, DO, KERNEL, OK, TRUE, arrow, elixir, keyword, statements, variable
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

DOCTEST: Final = Atom("Elixir.ExUnit.DocTest")
_PROMPT: Final = re.compile(r"iex(\(\d+\))?>")
_MORE: Final = re.compile(r"\.\.\.(\(\d+\))?>")
_INSPECTED: Final = re.compile(r"#[A-Z][\w.]*<.*>", re.DOTALL)
_ERROR: Final = re.compile(r"\*\* \(([\w.]+)\)\s*(.*)", re.DOTALL)
_FENCES: Final = ("```", "~~~")


class Example(NamedTuple):
    """An expression of a doctest: its text, what it is to give, and both as they are shown."""

    code: str
    expected: str
    line: int
    shown: str


class DocTest(NamedTuple):
    """The examples that are one test, and the function that they document."""

    key: tuple[str, str, int]
    line: int
    examples: list[Example]


def _doctest(x: Context, node: Node) -> Any:
    state = module_of_tests(x, node)
    module = expand(x, node.args[0])
    options = node.args[1] if len(node.args) == 2 else []
    found = None if x.unit.space.seek is None or module in x.unit.defined else x.unit.find(module)
    ours = found is None and exported(module) is not None
    if found is None and not ours:
        problem = (
            f"could not retrieve the documentation for module {inspect_term(module)}. The module was not compiled with "
            "documentation or its BEAM file cannot be accessed"
        )
        raise x.error(node.meta, problem, "ExUnit.DocTest.Error")
    x.requires = {**x.requires, module: node.line}
    imports = [Node(Atom("import"), node.meta.with_(counter=0), [module])]
    if _value(x, options, "import", node.meta) is not TRUE:
        imports = []
    if found is None:
        body = elixir("ExUnit.DocTest", "__library__", [module], node.meta)
        _define(x, state, node, module, f"module {inspect_term(module)} (1)", [], body)
        return Done(OK)
    tests = _chosen(tests_of(found), _value(x, options, "only", node.meta), _value(x, options, "except", node.meta))
    tags = _value(x, options, "tags", node.meta) or []
    for number, test in enumerate(tests, 1):
        body = Node(BLOCK, node.meta, [*imports, *[_tested(each, found, test.line) for each in test.examples]])
        _define(x, state, node, module, f"{_title(module, test.key)} ({number})", tags, body)
    return Done(OK)


def _define(x: Context, state: ModuleState, node: Node, module: Atom, title: str, tags: Any, body: Node) -> None:
    """Add a test of a module's documentation."""
    tags = [(Atom("doctest"), module), *tags]
    name = register(x, state, title, state.describing, node.meta, "doctest", tags)
    ignored = Node(Atom("_"), node.meta, KERNEL)
    statement(x, state, Node(Atom("def"), node.meta, [Node(name, node.meta, [ignored]), [(DO, body)]]))


def _value(x: Context, options: Any, name: str, meta: Meta) -> Any:
    """Return the value of an option, in quoted form; None where it is not given."""
    given = keyword(options, name)
    if given is None:
        return None
    expanded = expand(x, given)
    made = folded(expanded)
    return value_of(x, expanded, meta) if made is None else made


def _title(module: Atom, key: tuple[str, str, int]) -> str:
    shown = inspect_term(module)
    return f"module {shown}" if key == MODULE_DOC else f"{shown}.{key[1]}/{key[2]}"


def _chosen(tests: list[DocTest], only: Any, refused: Any) -> list[DocTest]:
    """Return the tests that ``only`` names, in reversed order as ExUnit has them, or those that ``except`` does not."""
    if only is not None:
        wanted = [_named(each) for each in only]
        return [test for test in reversed(tests) if _key(test) in wanted]
    unwanted = [_named(each) for each in refused or []]
    return [test for test in tests if _key(test) not in unwanted]


def _named(option: Any) -> Any:
    return option if option.__class__ is Atom else (option[0].name, option[1])


def _key(test: DocTest) -> Any:
    return Atom("moduledoc") if test.key == MODULE_DOC else test.key[1:]


def tests_of(state: ModuleState) -> list[DocTest]:
    """Return the tests in the documentation of a module, and then of its functions and macros, sorted by name."""
    found: list[DocTest] = []
    for key, line, text in sorted(state.documentation, key=lambda each: (each[0] != MODULE_DOC, each[0])):
        found += extracted(key, line + text.endswith("\n"), text)
    return found


def extracted(key: tuple[str, str, int], line: int, text: str) -> list[DocTest]:
    """Return the tests in a text of documentation that begins at a line.

    >>> extracted(("function", "f", 0), 1, "Adds.\\n\\n    iex> 1 +\\n    ...> 1\\n    2\\n")[0].examples[0].code
    ' 1 +\\n 1'
    """
    tests: list[DocTest] = []
    new, indent = True, 0
    code: list[str] = []
    shown: list[str] = []
    expected: list[str] = []
    first = line

    def close() -> None:
        if code:
            whole = "\n".join([*shown, *expected])
            tests[-1].examples.append(Example("\n".join(code), "\n".join(expected), first, whole))
        code.clear()
        shown.clear()
        expected.clear()

    for number, raw in enumerate(text.split("\n"), line):
        stripped = raw.lstrip()
        prompt, more = _PROMPT.match(stripped), _MORE.match(stripped)
        if prompt is not None:
            if expected:
                close()
            if new:
                tests.append(DocTest(key, number, []))
            if not code:
                first = number
            new, indent = False, len(raw) - len(stripped)
            code.append(stripped[prompt.end() :])
            shown.append(f"iex>{stripped[prompt.end() :]}")
        elif more is not None and code:
            code.append(stripped[more.end() :])
            shown.append(f"...>{stripped[more.end() :]}")
        elif not stripped or stripped.startswith(_FENCES):
            close()
            new = True
        elif code:
            expected.append(raw[indent:].rstrip() if not raw[:indent].strip() else stripped)
    close()
    return [test for test in tests if test.examples]


def _tested(example: Example, state: ModuleState, line: int) -> Any:
    """Return the code that tries an example."""
    meta = Meta(example.line)
    stack = _stack(state, line, meta)
    try:
        tried = _parsed(example.code, example.line, state.file)
        return _compared(example, tried, state, stack, meta)
    except SyntaxError as wrong:
        told = f"Doctest did not compile, got: {str(wrong).removeprefix('** ')}"
        return elixir("ExUnit.DocTest", "__fail__", [told, example.shown, stack], meta)


def _compared(example: Example, tried: Any, state: ModuleState, stack: Any, meta: Meta) -> Any:
    last = to_source((statements(tried) or [Atom("nil")])[-1])
    failing = _ERROR.fullmatch(example.expected)
    if failing is not None:
        function = Node(Atom("fn"), meta, [arrow([], tried, meta)])
        name, message = Atom(f"Elixir.{failing[1]}"), failing[2]
        shown = example.shown.removesuffix(example.expected) + f"** ({failing[1]}) {inspect_term(message)}"
        return elixir("ExUnit.DocTest", "__error__", [function, name, message, shown, stack], meta)
    value = variable("doctest_value", meta, DOCTEST)
    given = Node(Atom("="), meta, [value, _asserted(tried)])
    if _INSPECTED.fullmatch(example.expected):
        expected = inspect_term(example.expected)
        shown = example.shown.removesuffix(example.expected) + expected
        inspected = elixir("Kernel", "inspect", [value], meta)
        told = [
            inspected,
            example.expected,
            shown,
            f"inspect({last})",
            expected,
            stack,
        ]
    else:
        expected_value = _parsed(example.expected, example.line, state.file) if example.expected else value
        told = [value, expected_value, example.shown, last, example.expected.strip(), stack]
    return Node(BLOCK, meta, [given, elixir("ExUnit.DocTest", "__test__", told, meta)])


def _asserted(tried: Any) -> Any:
    """Return code whose matches are asserted, so that one that fails is told as one."""
    if tried.__class__ is not Node:
        return tried
    if tried.form is BLOCK:
        return Node(BLOCK, tried.meta, [_asserted(each) for each in tried.args])
    if tried.is_call("=", 2) and not (tried.args[0].__class__ is Node and tried.args[0].is_variable):
        return elixir("ExUnit.Assertions", "assert", [tried], tried.meta)
    return tried


def _parsed(text: str, line: int, file: str) -> Any:
    """Return quoted code that stands at a line of a file."""
    return parse("\n" * (line - 1) + text, file)


def _stack(state: ModuleState, line: int, meta: Meta) -> Any:
    """Return the stack trace of a doctest that failed: its place in the documentation."""
    file = elixir("String", "to_charlist", [state.file], meta)
    where = [(Atom("file"), file), (Atom("line"), line)]
    return [Node(Atom("{}"), meta, [state.name, Atom("__MODULE__"), 0, where])]


LIBRARY_MACROS[DOCTEST.name, "doctest"] = _doctest
