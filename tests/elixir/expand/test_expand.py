"""What the expander gives: versions of variables, scopes, macros as special forms, modules with their functions."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.elixir.expand.program import expand
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.errors import CompileError, NotSupported
from simulator.elixir.tree.nodes import Node, Program
from simulator.terms import Atom, inspect


def program(source: str) -> Program:
    """Expand a source text."""
    return expand(parse(source, "a.exs"), "a.exs")


def shown(node: Any) -> str:
    """Write expanded code on one line: variables with their versions, calls by their names."""
    if isinstance(node, Node):
        if node.is_variable:
            version = node.meta.get("version")
            return node.form.name if version is None else f"{node.form.name}@{version}"
        form = node.form
        if isinstance(form, Node) and form.form is Atom("."):
            name = ".".join(part.name if isinstance(part, Atom) else shown(part) for part in form.args)
        else:
            name = form.name
        return f"{name}({', '.join(map(shown, node.args))})"
    if isinstance(node, list):
        return "[" + ", ".join(map(shown, node)) + "]"
    if isinstance(node, tuple):
        return "{" + ", ".join(map(shown, node)) + "}"
    return inspect(node)


def main(source: str) -> str:
    """Return the expanded top level of a source."""
    return shown(program(source).main)


def clauses(source: str, name: str) -> list[str]:
    """Return the clauses of a function of the first module."""
    functions = [each for each in program(source).modules[0].functions if f"{each.name}/{each.arity}" == name]
    return [f"{shown(each.args)} when {shown(each.guard)} do {shown(each.body)}" if each.guard is not None else
            f"{shown(each.args)} do {shown(each.body)}" for each in functions[0].clauses]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expanded"),
    [
        ("x = 1\nx = x + 1\nx", "__block__(=(x@0, 1), =(x@1, erlang.+(x@0, 1)), x@1)"),
        ("x = 1\n{x = 2, x}", "__block__(=(x@0, 1), {=(x@1, 2), x@0})"),
        ("x = 1\nfn x -> x end\nx", "__block__(=(x@0, 1), fn(->([x@1], x@1)), x@0)"),
        ("x = 1\ncase 2 do\n  ^x -> x\nend", "__block__(=(x@0, 1), case(2, [{:do, [->([^(x@0)], x@0)]}]))"),
        ("{a, a} = {1, 1}\na", "__block__(=({a@0, a@0}, {1, 1}), a@0)"),
        ("with {:ok, a} <- 1, b = a, do: b", "with(<-({:ok, a@0}, 1), =(b@1, a@0), [{:do, b@1}])"),
        ("for x <- [1], x > 0, do: x", "for(<-(x@0, [1]), erlang.>(x@0, 0), [{:do, x@0}])"),
        ("-1 + 2", "erlang.+(-1, 2)"),
        ("1 != 2", "erlang./=(1, 2)"),
        ("length([1])", "Elixir.Kernel.length([1])"),
        ("true and false", "erlang.andalso(true, false)"),
        ("1 |> IO.inspect() |> IO.puts", "Elixir.IO.puts(Elixir.IO.inspect(1))"),
        ('"a" <> "b"', '<<>>(::("a", binary()), ::("b", binary()))'),
        ('x = 1\n"n#{x}"', '__block__(=(x@0, 1), <<>>(::("n", binary()), '
         "::(Elixir.String.Chars.to_string(x@0), binary())))"),
        ("1..3", "%{}({:__struct__, Range}, {:first, 1}, {:last, 3}, {:step, 1})"),
        ("1 in [1, 2]", "lists.member(1, [1, 2])"),
        ("~w(a b)a", "[:a, :b]"),
        ("~c(ab)", "[97, 98]"),
        ("&IO.puts/1", "&(/(Elixir.IO.puts(), 1))"),
        ("&IO.puts(&1)", "&(/(Elixir.IO.puts(), 1))"),
        ("&(&1 + 1)", "fn(->([&1@0], erlang.+(&1@0, 1)))"),
        ("&{&2, &1}", "fn(->([&1@0, &2@1], {&2@1, &1@0}))"),
        ("&length/1", "&(/(Elixir.Kernel.length(), 1))"),
        ("raise \"no\"",
         'erlang.error(Elixir.RuntimeError.exception("no"), :none, [{:error_info, %{}({:module, Exception})}])'),
        ("raise ArgumentError",
         "erlang.error(Elixir.ArgumentError.exception([]), :none, [{:error_info, %{}({:module, Exception})}])"),
        ("alias String, as: S\nS.length(\"\")", '__block__(String, Elixir.String.length(""))'),
        ("import String, only: [upcase: 1]\nupcase(\"a\")", '__block__(String, Elixir.String.upcase("a"))'),
        ("%{a: 1}.a", "%{}({:a, 1}).a()"),
        ("<<1::little-16>>", "<<>>(::(1, -(-(integer(), little()), size(16))))"),
        ("{1, 2, 3}", "{}(1, 2, 3)"),
        ("quote do: f(x)", "{}(:f, [], [{}(:x, [], Elixir)])"),
    ],
)  # fmt: skip
def test_expressions(source: str, expanded: str) -> None:
    assert main(source) == expanded


def test_if_is_a_case_that_says_so() -> None:
    node = program("if true, do: 1, else: 2").main
    assert node.is_call("case", 2)
    assert node.meta.get("form") == "if"
    no, yes = node.args[1][0][1]
    assert (no.args[1], yes.args[1]) == (2, 1)


def test_clauses_guards_and_defaults() -> None:
    source = "defmodule A do\n  def f(x, y \\\\ 2)\n  def f(0, y) when y > 1, do: y\n  def f(x, _), do: x\nend"
    assert clauses(source, "f/2") == ["[0, y@0] when erlang.>(y@0, 1) do y@0", "[x@1, _] do x@1"]
    assert clauses(source, "f/1") == ["[x0@0] do f(x0@0, 2)"]


def test_alternatives_of_a_guard_are_clauses() -> None:
    source = "defmodule A do\n  def f(x) when x == 1 when x == 2, do: x\nend"
    assert [each.partition(" do ")[0] for each in clauses(source, "f/1")] == [
        "[x@0] when erlang.==(x@0, 1)", "[x@0] when erlang.==(x@0, 2)",
    ]  # fmt: skip


def test_attributes_are_values() -> None:
    source = "defmodule A do\n  @a 2 * 3\n  @b [@a, 1]\n  def f, do: @b\nend"
    assert clauses(source, "f/0") == ["[] do [6, 1]"]


def test_values_that_have_to_be_computed_are_computed() -> None:
    source = "defmodule A do\n  @a Enum.map([1, 2], &(&1 * 2))\n  def f, do: @a\nend"
    assert clauses(source, "f/0") == ["[] do [2, 4]"]


def test_functions_made_in_a_loop() -> None:
    source = "defmodule A do\n  for {n, v} <- [a: 1, b: 2] do\n    def unquote(n)(), do: unquote(v)\n  end\nend"
    assert [clauses(source, f"{name}/0") for name in "ab"] == [["[] do 1"], ["[] do 2"]]


def test_struct_literals_are_whole_maps() -> None:
    source = "defmodule A do\n  defstruct [:a, b: 2]\n  def f, do: %A{a: 1}\nend"
    assert clauses(source, "f/0") == ["[] do %{}({:__struct__, A}, {:b, 2}, {:a, 1})"]
    assert program(source).modules[0].struct == [(Atom("a"), Atom("nil")), (Atom("b"), 2)]


def test_macros_are_hygienic() -> None:
    source = (
        "defmodule A do\n  defmacro m(e) do\n    quote do\n      x = unquote(e)\n      x\n    end\n  end\nend\n"
        "defmodule B do\n  require A\n  def f(x), do: {A.m(x + 1), x}\nend"
    )
    done = program(source)
    body = done.modules[1].functions[0].clauses[0].body
    assert shown(body) == "{__block__(=(x@1, erlang.+(x@0, 1)), x@1), x@0}"


def test_use_gives_a_child_specification() -> None:
    source = "defmodule A do\n  use GenServer, restart: :transient\n  def init(x), do: {:ok, x}\nend"
    module = program(source).modules[0]
    assert {f"{each.name}/{each.arity}" for each in module.functions} == {"child_spec/1", "init/1"}
    assert module.behaviours == [Atom("Elixir.GenServer")]


def test_super_is_a_function_of_its_own() -> None:
    source = (
        "defmodule A do\n  def f(x), do: x\n  defoverridable f: 1\n  def f(x), do: super(x) + 1\nend"
    )
    assert clauses(source, "f/1") == ["[x@0] do erlang.+(f (overridable 1)(x@0), 1)"]
    assert clauses(source, "f (overridable 1)/1") == ["[x@0] do x@0"]


def test_a_module_is_defined_where_it_stands() -> None:
    done = program("IO.puts(1)\ndefmodule A do\n  IO.puts(2)\nend\nIO.puts(3)")
    assert shown(done.main) == "__block__(Elixir.IO.puts(1), __define__(A), Elixir.IO.puts(3))"
    assert shown(done.modules[0].body) == "Elixir.IO.puts(2)"


def test_protocols_and_implementations() -> None:
    done = program("defprotocol P do\n  def f(x)\nend\ndefimpl P, for: [Integer, Map] do\n  def f(x), do: x\nend")
    names = [each.name.name for each in done.modules]
    assert names == ["Elixir.P", "Elixir.P.Integer", "Elixir.P.Map"]
    assert done.modules[0].protocol == ([("f", 1)], {"fallback_to_any": False})
    assert done.modules[1].implementation == (Atom("Elixir.P"), Atom("Elixir.Integer"))


def test_files_that_run_together_see_each_other() -> None:
    before = Workspace()
    expand(parse("defmodule A do\n  defstruct [:a]\n  def f, do: 1\nend", "a.ex"), "a.ex", None, before)
    done = expand(parse("import A\n{f(), %A{a: 2}}", "b.exs"), "b.exs", None, before)
    assert shown(done.main) == "__block__(A, {Elixir.A.f(), %{}({:__struct__, A}, {:a, 2})})"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("defmodule A do\n  use GenEvent\nend", "a.exs:2: not supported: use GenEvent"),
    ],
)  # fmt: skip
def test_what_is_not_supported_is_named(source: str, what: str) -> None:
    with pytest.raises(NotSupported) as refused:
        program(source)
    assert str(refused.value) == what


def test_what_is_only_mentioned_is_noted() -> None:
    done = program('defmodule A do\n  def f, do: Code.format_file!("a")\nend')
    assert done.lacking == [("Code.format_file!/1", "a.exs", 2, 19)]


def test_errors_know_their_place() -> None:
    with pytest.raises(CompileError) as refused:
        program("x = 1\n  y(x)")
    assert (refused.value.line, refused.value.column, refused.value.exception) == (2, 3, "CompileError")


def test_warnings_come_before_the_error() -> None:
    warnings: list[str] = []
    with pytest.raises(CompileError):
        expand(parse("defmodule A do\n  def f(x), do: 1\n  def g, do: h()\nend", "a.exs"), "a.exs", warnings)
    assert [each.partition("\n")[0] for each in warnings] == [
        'warning: variable "x" is unused (if the variable is not meant to be used, prefix it with an underscore)'
    ]
