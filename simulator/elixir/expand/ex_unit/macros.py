"""ExUnit's macros that make up a test module: ``use ExUnit.Case``, ``test``, ``describe``, ``setup``, ``setup_all``.

A test is a function of its module that takes the context; what there is to know of it stands in an attribute
that accumulates, and at the module's end in the function ``__ex_unit__/0``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.expand.ex_unit.sources import TEMPLATES
from simulator.elixir.expand.modules import templates
from simulator.elixir.expand.modules.fragments import value_of
from simulator.elixir.expand.modules.hooks import CLOSING
from simulator.elixir.expand.modules.module_code import ACTIONS
from simulator.elixir.expand.modules.special_attributes import put
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.modules.uses import USING
from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS, Done
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.runtime.errors import error
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.build import BLOCK, DO, FALSE, KERNEL, NIL, OK, call, elixir, keyword, statements, variable
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

TEMPLATE: Final = Atom("Elixir.ExUnit.CaseTemplate")
TESTS: Final = "ex_unit_tests"
SETUPS: Final = {"setup": "ex_unit_setup", "setup_all": "ex_unit_setup_all"}
REGISTERED: Final = {kind: f"ex_unit_registered_{kind}_attributes" for kind in ("module", "describe", "test")}
_TAGS: Final = ("tag", "describetag", "moduletag")
_NOT_IMPLEMENTED: Final = [(Atom("not_implemented"), Atom("true"))]


def using(x: Context, node: Node, module: Atom, options: Any) -> Any:
    """Return what ``use ExUnit.Case``, or a template for such modules, puts into a module."""
    state = module_of_tests(x, node)
    state.accumulating |= {TESTS, *SETUPS.values(), *REGISTERED.values(), *_TAGS}
    state.before_compile.append((module, "__before_compile__"))
    if module is TEMPLATE:
        return templates.quoted("ExUnit template", node.meta)
    asynchronous = keyword(options, "async")
    return templates.quoted("ExUnit use", node.meta, {"async": FALSE if asynchronous is None else asynchronous})


def closing(state: ModuleState, target: Atom, meta: Meta) -> Any:
    """Return the function that tells of a module's tests, or the macro by which a template is used."""
    if target is TEMPLATE:
        return _used(state)
    told = [Node(Atom("{}"), meta, [_listed(state, TESTS), *(_listed(state, name) for name in SETUPS.values()),
                                    _listed(state, "moduletag")])]  # fmt: skip
    return templates.quoted("ExUnit end", meta, {"told": told[0]})


def _used(state: ModuleState) -> Any:
    """Return the macro that makes a module one of tests, with the template's callbacks before its own."""
    name = inspect_term(state.name)
    lines = ["use ExUnit.Case, unquote(opts)"]
    for kind, attribute in SETUPS.items():
        lines += [f"{kind} {{{name}, {inspect_term(each[1])}}}" for each in _listed(state, attribute)]
    if ("__ex_unit_using__", 1) in state.definitions:
        lines.append(f"{name}.__ex_unit_using__(unquote(opts))")
    body = "\n".join(lines)
    return parse(f"defmacro __using__(opts) do\nquote do\n{body}\nend\nend", "template")


def _using(x: Context, node: Node) -> Any:
    """Return the macro that a template's ``using`` defines."""
    given = node.args[0] if len(node.args) == 2 else Node(Atom("_"), node.meta, KERNEL)
    return Node(Atom("defmacro"), node.meta, [Node(Atom("__ex_unit_using__"), node.meta, [given]), node.args[-1]])


def _listed(state: ModuleState, attribute: str) -> list[Any]:
    found = state.attributes.get(attribute)
    return [] if found is None else list(reversed(found.value))


def module_of_tests(x: Context, node: Node) -> ModuleState:
    """Return the module of tests in which a macro is called. Raises ``ArgumentError`` where there is none."""
    if x.module is None:
        raise x.error(node.meta, f"cannot invoke {node.form.name}/{len(node.args)} outside module", "ArgumentError")
    return x.module


def _taken(state: ModuleState, attribute: str) -> list[Any]:
    """Return what an attribute has accumulated, and let it begin anew."""
    found = state.attributes.pop(attribute, None)
    return [] if found is None else list(found.value)


def _test(x: Context, node: Node) -> Any:
    state = module_of_tests(x, node)
    message, *rest = node.args
    body = rest.pop() if rest else [(DO, elixir("ExUnit.Assertions", "flunk", ["Not implemented"], node.meta))]
    given = rest[0] if rest else Node(Atom("_"), node.meta, KERNEL)
    if len(node.args) == 1:
        _put(x, state, "tag", _NOT_IMPLEMENTED, node.meta)
    if not x.straight:
        return _generated(x, node, message, given, body)
    if message.__class__ is not str:
        message = _evaluated(x, node, message)
    name = register(x, state, message, state.describing, node.meta)
    return Node(Atom("def"), node.meta, [Node(name, node.meta, [given]), body])


def _evaluated(x: Context, node: Node, message: Any) -> Any:
    """Return the value of an expression in a module's body."""
    straight, x.straight = x.straight, False
    expanded = expand(x, message)
    x.straight = straight
    made = folded(expanded)
    return value_of(x, expanded, node.meta) if made is None else made


def _generated(x: Context, node: Node, message: Any, given: Any, body: Any) -> Any:
    """Return the code of a test in a loop: its name is known when the loop runs."""
    meta = node.meta.with_(generates=True)
    name = variable("ex_unit_name", meta, KERNEL)
    made = elixir("Kernel.Utils", "register_test", [x.module_name, message, node.line], meta)
    return _named_later(node, name, made, given, body)


def _named_later(node: Node, name: Node, made: Node, given: Any, body: Any) -> Node:
    """Return the definition of a function whose name another one gives when the code runs."""
    meta = made.meta
    head = Node(Node(Atom("unquote"), meta, [name]), meta, [given])
    return Node(BLOCK, meta, [Node(Atom("="), meta, [name, made]), Node(Atom("def"), node.meta, [head, body])])


def register(
    x: Context, state: ModuleState, message: Any, describing: Any, meta: Meta, kind: str = "test", tags: Any = None
) -> Atom:
    """Note a test of a module, of a kind and with *tags* of its own; return the name of its function."""
    title, line = describing if describing is not None else (None, None)
    name = Atom(f"{kind} {message}" if title is None else f"{kind} {title} {message}")
    if (name.name, 1) in state.definitions:
        problem = f"{inspect_term(name)} is already defined in {inspect_term(state.name)}"
        raise x.error(meta, problem, "ExUnit.DuplicateTestError")
    told = [name, NIL if title is None else title, NIL if line is None else line, meta.line,
            [*_taken(state, "tag"), *([] if tags is None else [tags])], _told(state, "describetag"),
            _registered(state, meta)]  # fmt: skip
    _put(x, state, TESTS, Node(Atom("{}"), meta, told), meta)
    return name


def _registered(state: ModuleState, meta: Meta) -> Node:
    """Return the values of the attributes that were registered for tests; those of a single test begin anew."""
    found = []
    for kind in REGISTERED.values():
        for each in _told(state, kind):
            known = state.attributes.get(each.name)
            if known is not None:
                known.used = True
            absent: Any = [] if each.name in state.accumulating else NIL
            found.append((each, absent if known is None else known.value))
    _forgotten(state, "test")
    return Node(Atom("%{}"), meta, found)


def _forgotten(state: ModuleState, kind: str) -> None:
    """Let the registered attributes of a kind begin anew."""
    for each in _told(state, REGISTERED[kind]):
        state.attributes.pop(each.name, None)


def _attribute_now(x: Context, state: ModuleState, kind: str, name: str, options: dict[str, bool]) -> Atom:
    """Register an attribute whose value each test of the module is told."""
    if any(Atom(name) in _told(state, other) for each, other in REGISTERED.items() if each != kind):
        raise error("ArgumentError", message=f"cannot register attribute {inspect_term(Atom(name))} multiple times")
    if name in state.attributes or name in state.accumulating or Atom(name) in _told(state, REGISTERED[kind]):
        raise error("RuntimeError", message=f"you must set @{name} after it has been registered")
    if options.get("accumulate"):
        state.accumulating.add(name)
    _put(x, state, REGISTERED[kind], Atom(name), Meta())
    return OK


def _register_now(
    x: Context, state: ModuleState, message: Any, line: int, kind: str = "test", tags: Any = None
) -> Atom:
    """Note a test of the module whose body runs now."""
    return register(x, state, message, state.describing, Meta(line), kind, tags)


def _callback_now(x: Context, state: ModuleState, kind: Atom, line: int) -> Atom:
    """Note a ``setup`` of the module whose body runs now; return the name of its function."""
    return _callback(x, state, kind.name, Meta(line))


def _describe_now(x: Context, state: ModuleState, title: Any, line: int) -> Atom:
    """Begin a ``describe`` in the module whose body runs now, or end it, if *title* is nil."""
    if title is NIL:
        _end_describe(state)
    else:
        _begin_describe(x, state, title, Meta(line))
    return OK


def _told(state: ModuleState, attribute: str) -> list[Any]:
    found = state.attributes.get(attribute)
    return [] if found is None else list(found.value)


def _put(x: Context, state: ModuleState, attribute: str, value: Any, meta: Meta) -> None:
    put(x, state, attribute, value, meta)


def _describe(x: Context, node: Node) -> Any:
    state = module_of_tests(x, node)
    if not x.straight:
        meta = node.meta.with_(generates=True)
        begin, end = (
            elixir("Kernel.Utils", "describe", [x.module_name, title, node.line], meta) for title in (node.args[0], NIL)
        )
        return Node(BLOCK, meta, [begin, *statements(keyword(node.args[1], "do")), end])
    title = node.args[0] if node.args[0].__class__ is str else _evaluated(x, node, node.args[0])
    _begin_describe(x, state, title, node.meta)
    for each in statements(keyword(node.args[1], "do")):
        statement(x, state, each)
    x.straight = True
    _end_describe(state)
    return Done(OK)


def _begin_describe(x: Context, state: ModuleState, title: Any, meta: Meta) -> None:
    if state.describing is not None:
        problem = (
            'cannot call "describe" inside another "describe". See the documentation for ExUnit.Case.describe/2 on '
            "named setups and how to handle hierarchies"
        )
        raise x.error(meta, problem, "RuntimeError")
    state.describing = (title, meta.line)


def _end_describe(state: ModuleState) -> None:
    state.describing = None
    _taken(state, "describetag")
    _forgotten(state, "describe")


def _setup(x: Context, node: Node) -> Any:
    state = module_of_tests(x, node)
    block = keyword(node.args[-1], "do")
    if block is not None:
        given = node.args[0] if len(node.args) == 2 else Node(Atom("_"), node.meta, KERNEL)
        return _defined(x, state, node, given, node.args[-1])
    named = folded(expand(x, node.args[0]))
    functions = named if named.__class__ is list else [named]
    return Node(BLOCK, node.meta, [_calling(x, state, node, each) for each in functions])


def _calling(x: Context, state: ModuleState, node: Node, function: Any) -> Any:
    """Return a callback that calls a function, given by its name or with its module."""
    context = [variable("context", node.meta, KERNEL)]
    if function.__class__ is tuple:
        called = Node(Node(Atom("."), node.meta, list(function)), node.meta, context)
    elif function.__class__ is Atom:
        called = call(function.name, context, node.meta)
    else:
        raise x.error(node.meta, "setup/setup_all expect a callback as an atom or {module, function} tuple, got: "
                      f"{inspect_term(function)}", "ArgumentError")  # fmt: skip
    return _defined(x, state, node, context[0], [(DO, called)])


def _defined(x: Context, state: ModuleState, node: Node, given: Any, body: Any) -> Node:
    """Return the definition of a callback, which is noted now, or in a loop when the loop runs."""
    kind = node.form.name if node.form.__class__ is Atom else node.form.args[1].name
    if x.straight:
        return Node(Atom("def"), node.meta, [Node(_callback(x, state, kind, node.meta), node.meta, [given]), body])
    meta = node.meta.with_(generates=True)
    made = elixir("Kernel.Utils", "register_callback", [x.module_name, Atom(kind), node.line], meta)
    return _named_later(node, variable("ex_unit_name", meta, KERNEL), made, given, body)


def _callback(x: Context, state: ModuleState, kind: str, meta: Meta) -> Atom:
    """Note a callback; return the name of its function."""
    attribute = SETUPS[kind]
    if kind == "setup_all" and state.describing is not None:
        raise x.error(meta, "cannot invoke setup_all/1-2 inside describe as setup_all/1-2 always applies to all "
                      "tests in a module", "RuntimeError")  # fmt: skip
    name = Atom(f"__ex_unit_{kind}_{len(_told(state, attribute))}")
    _put(x, state, attribute, (NIL if state.describing is None else state.describing[0], name), meta)
    return name


LIBRARY_MACROS |= {
    ("Elixir.ExUnit.Case", "test"): _test,
    ("Elixir.ExUnit.Case", "describe"): _describe,
    ("Elixir.ExUnit.CaseTemplate", "using"): _using,
    ("Elixir.ExUnit.Callbacks", "setup"): _setup,
    ("Elixir.ExUnit.Callbacks", "setup_all"): _setup,
}
ACTIONS |= {
    "register_attribute": _attribute_now, "register_test": _register_now, "register_callback": _callback_now,
    "describe": _describe_now,
}  # fmt: skip
for _name in ("Elixir.ExUnit.Case", TEMPLATE.name):
    USING[_name] = using
    CLOSING[_name] = closing
templates.TEMPLATES.update(TEMPLATES)
