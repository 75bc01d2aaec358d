"""Matches and the forms made of clauses: ``=``, ``^``, ``case``, ``cond``, ``receive``, ``try``, ``fn``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.checks import coverage, failures
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, expand_scoped, form, local_call, variable_key, versioned
from simulator.elixir.tree.build import ARROW, DO, UNDERSCORE, WHEN
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


def pattern(x: Context, patterns: list[Any]) -> list[Any]:
    """Expand the patterns of one match together; their variables are bound from here on."""
    saved = x.match, x.prematch, x.pattern_start
    x.prematch, x.pattern_start = x.vars, x.version[0]
    x.match = "match"
    expanded = [expand(x, each) for each in patterns]
    x.match, x.prematch, x.pattern_start = saved
    return expanded


def guard(x: Context, node: Any) -> Any:
    """Expand a guard."""
    saved = x.match
    x.match = "guard"
    expanded = expand(x, node)
    x.match = saved
    return expanded


def head(x: Context, patterns: list[Any]) -> list[Any]:
    """Expand the left side of a clause, with its guard, which stands as ``when`` around all patterns."""
    if len(patterns) == 1 and patterns[0].__class__ is Node and patterns[0].form is WHEN:
        inner = patterns[0]
        args = pattern(x, inner.args[:-1])
        return [Node(WHEN, inner.meta, [*args, guard(x, inner.args[-1])])]
    return pattern(x, patterns)


Left = Callable[[Context, list[Any]], list[Any]]


def clause(x: Context, node: Any, left: Left) -> list[Node]:
    """Expand one ``left -> body`` in a scope of its own; ``when a when b`` gives two clauses."""
    saved = x.open()
    patterns = left(x, node.args[0])
    body = expand(x, node.args[1])
    x.close(saved)
    if len(patterns) == 1 and patterns[0].__class__ is Node and patterns[0].form is WHEN:
        inner = patterns[0]
        return [Node(ARROW, node.meta, [[Node(WHEN, inner.meta, [*inner.args[:-1], each])], body])
                for each in alternatives(inner.args[-1])]  # fmt: skip
    return [Node(ARROW, node.meta, [patterns, body])]


def alternatives(condition: Any) -> list[Any]:
    """Return the guards of ``a when b``, of which one has to hold; a failure in one leaves the others."""
    if condition.__class__ is Node and condition.form is WHEN:
        return [alternative for each in condition.args for alternative in alternatives(each)]
    return [condition]


@form("when", 2)
def when_form(x: Context, node: Node) -> Any:
    """``when`` within a guard: alternatives."""
    if x.match != "guard":
        return misplaced(x, node)
    return Node(node.form, node.meta, [expand(x, each) for each in node.args])


def misplaced(x: Context, node: Node) -> Any:
    """Expand what is no special form here, as the call that it looks like."""
    return local_call(x, node)


def clauses(x: Context, kind: str, section: str, value: Any, parent: Node, left: Left, count: int | None) -> list[Any]:
    """Expand the clauses of a section; *count* is how many patterns each takes, None for any."""
    if value.__class__ is not list or not value or not all(_is_arrow(each) for each in value):
        raise x.error(parent.meta, f"expected -> clauses for :{section} in \"{kind}\"")
    expanded = []
    for each in value:
        size = _size(each.args[0])
        if count is not None and size != count:
            raise x.error(parent.meta, _wrong_count(kind, section, count))
        expanded += clause(x, each, left)
    if left is head:
        coverage.arrows(x, expanded)
    return expanded


def _is_arrow(node: Any) -> bool:
    return node.__class__ is Node and node.form is ARROW


def _size(patterns: list[Any]) -> int:
    if len(patterns) == 1 and patterns[0].__class__ is Node and patterns[0].form is WHEN:
        return len(patterns[0].args) - 1
    return len(patterns)


def _wrong_count(kind: str, section: str, count: int) -> str:
    words = "one argument" if count == 1 else "one or two arguments"
    return f'expected {words} for :{section} clauses (->) in "{kind}"'


def sections(x: Context, node: Node, kind: str, allowed: tuple[str, ...], options: Any) -> list[tuple[Atom, Any]]:
    """Return the ``do``/``after``/... sections of a form; an unknown or repeated one is an error."""
    if options.__class__ is not list or not all(pair.__class__ is tuple for pair in options):
        raise x.error(node.meta, f'invalid arguments for "{kind}", expected a keyword list')
    seen = set()
    for key, _ in options:
        if key.__class__ is not Atom or key.name not in allowed:
            raise x.error(node.meta, f'unexpected option {inspect_term(key)} in "{kind}"')
        if key in seen:
            raise x.error(node.meta, f'duplicated :{key.name} clauses given for "{kind}"')
        seen.add(key)
    if allowed[0] == "do" and kind != "receive" and DO not in seen:
        raise x.error(node.meta, f'missing :do option in "{kind}"')
    return options


@form("=", 2)
def match_operator(x: Context, node: Node) -> Any:
    """``left = right``: the right side first."""
    left, right = node.args
    if x.match == "guard":
        raise x.error(node.meta, "invalid expression in guards, = is not allowed in guards. To learn more about "
                                 "guards, "
                      "visit: https://hexdocs.pm/elixir/patterns-and-guards.html")  # fmt: skip
    if x.match == "match":
        return Node(node.form, node.meta, [expand(x, left), expand(x, right)])
    value = expand(x, right)
    bound = pattern(x, [left])[0]
    failures.remember(x, bound, value)
    return Node(node.form, node.meta, [bound, value])


@form("^", 1)
def pin(x: Context, node: Node) -> Any:
    """``^variable``: what it was before the pattern."""
    if x.match != "match":
        raise x.error(node.meta, f"cannot use ^{to_source(node.args[0])} outside of match clauses")
    inner = node.args[0]
    if inner.__class__ is not Node or not inner.is_variable or inner.form is UNDERSCORE:
        raise x.error(node.meta, f"invalid argument for unary operator ^, expected an existing variable, got: ^"
                      f"{to_source(inner)}")  # fmt: skip
    key = variable_key(inner)
    version = x.prematch.get(key)
    if version is None:
        name = inner.form.name
        raise x.error(inner.meta, f'undefined variable ^{name}. No variable "{name}" has been defined before the '
                      "current pattern")  # fmt: skip
    x.used(key, version)
    return Node(node.form, node.meta, [versioned(inner, version)])


@form("case", 2)
def case_form(x: Context, node: Node) -> Any:
    """``case subject do ... end``."""
    refuse_in_match(x, node, "case")
    subject = expand(x, node.args[0])
    options = sections(x, node, "case", ("do",), node.args[1])
    done = clauses(x, "case", "do", options[0][1], node, head, 1)
    return Node(node.form, node.meta, [subject, [(DO, done)]])


@form("cond", 1)
def cond_form(x: Context, node: Node) -> Any:
    """``cond do ... end``: the left sides are expressions."""
    refuse_in_match(x, node, "cond")
    options = sections(x, node, "cond", ("do",), node.args[0])
    done = clauses(x, "cond", "do", options[0][1], node, _condition, 1)
    last = done[-1].args[0][0]
    if last.__class__ is Node and last.form is UNDERSCORE:
        raise x.error(node.meta, "invalid use of _ inside \"cond\"")
    return Node(node.form, node.meta, [[(DO, done)]])


def _condition(x: Context, patterns: list[Any]) -> list[Any]:
    if len(patterns) == 1:
        single = patterns[0]
        if single.__class__ is Node and single.form is UNDERSCORE and single.is_variable:
            raise x.error(single.meta, "invalid use of _ inside \"cond\". If you want the last clause to always match, "
                          "you probably meant to use: true ->")  # fmt: skip
    return [expand(x, each) for each in patterns]


@form("receive", 1)
def receive_form(x: Context, node: Node) -> Any:
    """``receive do ... after ... end``."""
    refuse_in_match(x, node, "receive")
    options = sections(x, node, "receive", ("do", "after"), node.args[0])
    done: list[Any] = []
    for key, value in options:
        if key is DO:
            empty = value.__class__ is Node and value.is_call("__block__", 0)
            done.append((key, [] if empty else clauses(x, "receive", "do", value, node, head, 1)))
        else:
            timeouts = clauses(x, "receive", "after", value, node, _condition, 1)
            if len(timeouts) != 1:
                raise x.error(node.meta, 'expected a single -> clause for :after in "receive"')
            done.append((key, timeouts))
    if not done:
        raise x.error(node.meta, 'missing :do or :after option in "receive"')
    return Node(node.form, node.meta, [done])


@form("try", 1)
def try_form(x: Context, node: Node) -> Any:
    """``try do ... rescue ... catch ... else ... after ... end``."""
    refuse_in_match(x, node, "try")
    kind = node.meta.get("kind", "try")
    options = sections(x, node, kind, ("do", "rescue", "catch", "else", "after"), node.args[0])
    if len(options) == 1:
        raise x.error(node.meta, 'missing :catch/:rescue/:after option in "try"')
    given = [key.name for key, _ in options]
    if "rescue" in given and "catch" in given[: given.index("rescue")]:
        x.warn(node.line, f'"catch" should always come after "rescue" in {kind}', place="")
    if given == ["do", "else"]:
        x.warn(node.line, f'"else" shouldn\'t be used as the only clause in "{kind}", use "case" instead', place="")
    done: list[Any] = []
    for key, value in options:
        name = key.name
        if name in ("do", "after"):
            done.append((key, expand_scoped(x, value)))
        else:
            saved = x.rescuing
            x.rescuing = x.rescuing or name in ("rescue", "catch")
            left, count = {"rescue": (_rescue, 1), "catch": (head, None), "else": (head, 1)}[name]
            done.append((key, clauses(x, kind, name, value, node, left, count)))
            x.rescuing = saved
    return Node(node.form, node.meta, [done])


def _rescue(x: Context, patterns: list[Any]) -> list[Any]:
    """``rescue`` takes ``error``, ``Module``, ``[Module]``, ``error in Module``, ``error in [Module]``, ``_``.

    All become ``variable in [modules]`` or a variable alone.
    """
    if len(patterns) != 1:
        raise x.error(patterns[0].meta, 'expected one argument for :rescue clauses (->) in "try"')
    node = patterns[0]
    if node.__class__ is Node and node.is_variable:
        return pattern(x, [node])
    if node.__class__ is Node and node.is_call("in", 2):
        left = pattern(x, [node.args[0]])[0]
        if not (left.__class__ is Node and left.is_variable):
            raise _bad_rescue(x, node)
        return [Node(node.form, node.meta, [left, _exceptions(x, node, node.args[1])])]
    modules = _exceptions(x, node, node)
    meta = node.meta if node.__class__ is Node else _first_meta(x, node)
    return [Node(Atom("in"), meta, [Node(UNDERSCORE, meta, None), modules])]


def _first_meta(x: Context, node: Any) -> Any:
    return next((each.meta for each in node if each.__class__ is Node), Meta()) if node.__class__ is list else Meta()


def _exceptions(x: Context, node: Any, what: Any) -> Any:
    if what.__class__ is Node and what.form is UNDERSCORE:
        return what
    names = expand(x, what)
    every = names if names.__class__ is list else [names]
    if not every or not all(name.__class__ is Atom for name in every):
        raise _bad_rescue(x, node)
    return every


def _bad_rescue(x: Context, node: Any) -> Exception:
    meta = node.meta if node.__class__ is Node else _first_meta(x, node)
    return x.error(meta, 'invalid "rescue" clause. The clause should match on an alias, a variable or be in the '
                   '"var in [alias]" format')  # fmt: skip


@form("fn")
def fn_form(x: Context, node: Node) -> Any:
    """``fn ... -> ... end``."""
    refuse_in_match(x, node, "fn")
    if any(arg.__class__ is Node and arg.is_call("\\\\", 2) for each in node.args for arg in each.args[0]):
        raise x.error(node.meta, "anonymous functions cannot have optional arguments")
    sizes = {_size(each.args[0]) for each in node.args}
    if len(sizes) != 1:
        raise x.error(node.meta, "cannot mix clauses with different arities in anonymous functions")
    done = [made for each in node.args for made in clause(x, each, head)]
    coverage.arrows(x, done)
    return Node(node.form, node.meta, done)


@form("__STACKTRACE__", 0)
def stacktrace(x: Context, node: Node) -> Any:
    """The stack trace of the exception being handled."""
    if not x.rescuing:
        raise x.error(node.meta, "__STACKTRACE__ is available only inside catch and rescue clauses of try expressions")
    return Node(node.form, node.meta, [])


def refuse_in_match(x: Context, node: Node, kind: str) -> None:
    """Refuse a form that patterns and guards do not have."""
    if x.match == "match":
        raise x.error(node.meta, f"invalid pattern in match, {kind} is not allowed in matches")
    if x.match == "guard":
        raise x.error(node.meta, f"invalid expression in guards, {kind} is not allowed in guards. To learn more about "
                      "guards, visit: https://hexdocs.pm/elixir/patterns-and-guards.html")  # fmt: skip

