"""Make the blocking twins: of each library function that calls functions, the generator function that can wait.

The sources are plain. In the twin of a source file, which this writes into ``blocking/``,

* a call of a parameter (or variable) annotated as ``Fun`` waits for what it calls, if that is a generator;
* a loop over ``walk(x)`` is one over ``steps(x)``, one over ``fold(x)`` is one over ``fold_steps(x)``: it hands on
  what a stream waits for, and closes it at the end;
* ``listed(x)``, and every function that does one of these, is called as its own twin.

Comprehensions in which something waits become loops; they must be what their statement evaluates first.
Run it after a change of a source: ``python -m simulator.elixir.library.twins``. It needs nothing but Python, and a
file is replaced at once by one that compiles, or stays as it is.
"""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import TypeGuard

HERE = Path(__file__).parent
PACKAGE = "simulator.elixir.library"
WALKING = "simulator.elixir.runtime.values.walking"
ENUMERABLE = "simulator.elixir.runtime.values.enumerable"
"""What the twins walk with, and what the sources do."""
HAND_MADE = {
    "listed": "listed_blocking", "sequence": "sequence_blocking", "sorted_by": "sorted_by_blocking"
}  # fmt: skip
"""Functions whose twins are written by hand, beside them."""
WALKS = {"walk": "steps", "fold": "fold_steps"}
"""What loops go over, and what their twins do."""
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def sources() -> list[Path]:
    """Return the files that have twins: those with a ``TABLE`` of functions."""
    return [
        path
        for path in sorted(HERE.rglob("*.py"))
        if HERE / "blocking" not in path.parents and "\nTABLE = {" in path.read_text(encoding="utf-8")
    ]


def twins() -> dict[Path, str]:
    """Return the files of twins, and what is to stand in them."""
    trees = {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sources()}
    blocking = _blocking(trees)
    return {
        HERE / "blocking" / _file(name): _twin(name, tree, blocking) for name, tree in trees.items() if blocking[name]
    }


def _name(path: Path) -> str:
    """Return the name of a source within the library, with dots."""
    return ".".join(path.relative_to(HERE).with_suffix("").parts)


def _file(name: str) -> str:
    return f"{name.replace('.', '/')}.py"


def _is_of_library(node: ast.stmt) -> TypeGuard[ast.ImportFrom]:
    """Return whether a statement imports of a file that may have twins: of the library, or of what walks for it."""
    if not isinstance(node, ast.ImportFrom) or node.module is None:
        return False
    return node.module == ENUMERABLE or node.module.startswith(f"{PACKAGE}.")


def _functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def _blocking(trees: dict[str, ast.Module]) -> dict[str, set[str]]:
    """Return by file the names of its functions that call functions, directly or through others."""
    found: dict[str, set[str]] = {name: set() for name in trees}
    changed = True
    while changed:
        changed = False
        for name, tree in trees.items():
            known = found[name] | set(HAND_MADE) | set(WALKS) | _imported(tree, found)
            for function in _functions(tree):
                if function.name not in found[name] and _waits(function, known):
                    found[name].add(function.name)
                    changed = True
    return found


def _imported(tree: ast.Module, found: dict[str, set[str]]) -> set[str]:
    """Return the names of twins that a file imports from other files."""
    names: set[str] = set()
    for node in tree.body:
        if _is_of_library(node):
            other = found.get((node.module or "").removeprefix(f"{PACKAGE}."), set())
            names |= {alias.asname or alias.name for alias in node.names if alias.name in other}
    return names


def _waits(node: ast.AST, known: set[str]) -> bool:
    """Return whether *node* calls a function value or one of the *known* names."""
    functions = _function_values(node) | known
    return any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in functions
        for each in ast.walk(node)
    )


def _function_values(node: ast.AST) -> set[str]:
    """Return the names of what is annotated as a function of Elixir in *node*."""
    names = {each.arg for each in ast.walk(node) if isinstance(each, ast.arg) and _is_fun(each.annotation)}
    names |= {
        each.target.id
        for each in ast.walk(node)
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and _is_fun(each.annotation)
    }
    return names


def _is_fun(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Name) and node.id == "Fun"


def _twin(name: str, tree: ast.Module, blocking: dict[str, set[str]]) -> str:
    """Return the text of the file of twins of a source."""
    own = blocking[name]
    known = own | _imported(tree, blocking)
    body: list[ast.stmt] = []
    for node in tree.body:
        if _is_of_library(node):
            body += _imports(node, blocking)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            body.append(node)
        elif isinstance(node, ast.FunctionDef) and node.name in own:
            body.append(_Maker(known).function(node))
        elif isinstance(node, ast.Assign) and _assigned(node).startswith("TABLE"):
            body.append(_table(node, own))
    needed = {each.id for node in body for each in ast.walk(node) if isinstance(each, ast.Name)}
    plain = sorted((_defined(tree) - own) & needed - {_assigned(node) for node in body if isinstance(node, ast.Assign)})
    if plain:
        body.insert(0, ast.ImportFrom(f"{PACKAGE}.{name}", [ast.alias(each) for each in plain], 0))
    walking = sorted({"Pending", "Steps", "killed"} & needed)
    body.insert(0, ast.ImportFrom("collections.abc", [ast.alias("Generator")], 0))
    body.insert(0, ast.ImportFrom("types", [ast.alias("GeneratorType")], 0))
    if walking:
        body.insert(0, ast.ImportFrom(WALKING, [ast.alias(each) for each in walking], 0))
    title = f'"""Made by ``{PACKAGE}.twins`` from ``{_file(name)}``: where arguments wait."""'
    return f"{title}\n\n{ast.unparse(ast.fix_missing_locations(ast.Module(_tidy(body), [])))}\n"


def _tidy(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return statements with the imports that they need first: each name once, in the order of the modules' names."""
    rest = [node for node in body if not isinstance(node, ast.Import | ast.ImportFrom)]
    needed = {each.id for node in rest for each in ast.walk(node) if isinstance(each, ast.Name)}
    plain: dict[str, ast.stmt] = {}
    wanted: dict[str, dict[str, ast.alias]] = {"__future__": {"annotations": ast.alias("annotations")}}
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                if bound not in needed:
                    continue
                if isinstance(node, ast.Import):
                    plain[ast.unparse(alias)] = ast.Import([alias])
                else:
                    wanted.setdefault(node.module or "", {})[bound] = alias
    future, *others = (
        ast.ImportFrom(module, [wanted[module][name] for name in sorted(wanted[module])], 0)
        for module in sorted(wanted)
    )
    return [future, *(plain[text] for text in sorted(plain)), *others, *rest]


def _assigned(node: ast.Assign) -> str:
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


def _defined(tree: ast.Module) -> set[str]:
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    names |= {each.id for node in tree.body if isinstance(node, ast.Assign) for each in ast.walk(node.targets[0])
              if isinstance(each, ast.Name)}  # fmt: skip
    return names | {
        node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def _table(node: ast.Assign, own: set[str]) -> ast.Assign:
    assert isinstance(node.value, ast.Dict), "a TABLE is written as a dict"
    kept = [
        (key, value)
        for key, value in zip(node.value.keys, node.value.values, strict=True)
        if isinstance(value, ast.Name) and value.id in own
    ]
    return ast.Assign(node.targets, ast.Dict([key for key, _ in kept], [value for _, value in kept]))


def _imports(node: ast.ImportFrom, blocking: dict[str, set[str]]) -> list[ast.stmt]:
    """Return the import of a library's file, that of what has twins from their file."""
    stem = (node.module or "").removeprefix(f"{PACKAGE}.")
    twin = blocking.get(stem, set())
    made: list[ast.stmt] = []
    theirs = [alias for alias in node.names if alias.name in twin]
    plain = [ast.alias(HAND_MADE.get(alias.name, alias.name), alias.asname) for alias in node.names
             if alias.name not in twin]  # fmt: skip
    if node.module == ENUMERABLE:
        plain = [ast.alias(WALKS.get(alias.name, alias.name)) for alias in plain]
    if plain:
        made.append(ast.ImportFrom(node.module, plain, 0))
    if theirs:
        made.append(ast.ImportFrom(f"{PACKAGE}.blocking.{stem}", theirs, 0))
    return made


class _Maker:
    """Makes the twin of a function."""

    def __init__(self, known: set[str]) -> None:
        self.known = known
        self.functions: set[str] = set()
        self.count = 0
        self.before: list[ast.stmt] = []

    def function(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Return the generator function."""
        outer, self.functions = self.functions, self.functions | _function_values(node)
        returns = ast.parse(f"Generator[Any, Any, {ast.unparse(node.returns) if node.returns else 'Any'}]", mode="eval")
        body = self.block(node.body)
        self.functions = outer
        return ast.FunctionDef(node.name, node.args, body, node.decorator_list, returns.body, None)

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Return the twins of statements."""
        made: list[ast.stmt] = []
        for node in body:
            outer, self.before = self.before, []
            twin = self.statement(node)
            made += [*self.before, *twin]
            self.before = outer
        return made

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        """Return the twin of a statement; what is to stand before it goes to ``before``."""
        if isinstance(node, ast.FunctionDef):
            waits = _waits(node, self.functions | self.known | set(HAND_MADE) | set(WALKS))
            return [self.function(node)] if waits else [node]
        if isinstance(node, ast.For):
            return self.loop(node)
        for field, value in ast.iter_fields(node):
            if field in ("body", "orelse", "finalbody"):
                setattr(node, field, self.block(value))
            elif field == "handlers":
                for handler in value:
                    handler.body = self.block(handler.body)
            elif isinstance(value, ast.expr):
                setattr(node, field, self.expression(value))
        return [node]

    def loop(self, node: ast.For) -> list[ast.stmt]:
        """Return the twin of a loop."""
        body = self.block(node.body)
        orelse = self.block(node.orelse)
        over = node.iter
        if not (isinstance(over, ast.Call) and isinstance(over.func, ast.Name) and over.func.id in WALKS):
            return [ast.For(node.target, self.expression(node.iter), body, orelse)]
        self.count += 1
        source = f"source{self.count}"
        item = f"item{self.count}" if not isinstance(node.target, ast.Name) else node.target.id
        if not isinstance(node.target, ast.Name):
            body.insert(0, ast.Assign([node.target], ast.Name(item)))
        check = f"if {item}.__class__ is Pending:\n    yield from {item}.settle()\n    continue"
        finish = f"if {source}.__class__ is Steps and not killed():\n    yield from {source}.halt()"
        begin = ast.Assign(
            [ast.Name(source)], ast.Call(ast.Name(WALKS[over.func.id]), [self.expression(over.args[0])], [])
        )
        loop = ast.For(ast.Name(item), ast.Name(source), [*ast.parse(check).body, *body], orelse)
        return [begin, ast.Try([loop], [], [], ast.parse(finish).body)]

    def expression(self, node: ast.expr) -> ast.expr:
        """Return the twin of an expression."""
        if isinstance(node, _COMPREHENSIONS):
            return self.comprehension(node)
        if isinstance(node, ast.Lambda):
            assert not _waits(node.body, self.functions | self.known), "a lambda cannot wait"
            return node
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                setattr(node, field, self.expression(value))
            elif isinstance(value, list):
                setattr(node, field, [self.expression(each) if isinstance(each, ast.expr) else each for each in value])
        return self.call(node) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else node

    def call(self, node: ast.Call) -> ast.expr:
        """Return the twin of a call, the arguments of which are twins already."""
        assert isinstance(node.func, ast.Name)
        name = node.func.id
        if name in self.functions:
            self.count += 1
            result = f"result{self.count}"
            test = ast.Compare(
                ast.Attribute(ast.NamedExpr(ast.Name(result), node), "__class__"),
                [ast.Is()],
                [ast.Name("GeneratorType")],
            )
            return ast.IfExp(test, ast.YieldFrom(ast.Name(result)), ast.Name(result))
        if name in HAND_MADE:
            return ast.YieldFrom(ast.Call(ast.Name(HAND_MADE[name]), node.args, node.keywords))
        return ast.YieldFrom(node) if name in self.known else node

    def comprehension(self, node: ast.expr) -> ast.expr:
        """Return a comprehension, as loops if something waits in it."""
        assert isinstance(node, _COMPREHENSIONS)
        if not _waits(node, self.known | self.functions | set(HAND_MADE) | set(WALKS)):
            return node
        self.count += 1
        found = f"found{self.count}"
        if isinstance(node, ast.DictComp):
            empty: ast.expr = ast.Dict([], [])
            add: ast.stmt = ast.Assign([ast.Subscript(ast.Name(found), node.key)], node.value)
        else:
            empty = ast.Call(ast.Name("set"), [], []) if isinstance(node, ast.SetComp) else ast.List([])
            method = "add" if isinstance(node, ast.SetComp) else "append"
            add = ast.Expr(ast.Call(ast.Attribute(ast.Name(found), method), [node.elt], []))
        inner: list[ast.stmt] = [add]
        for part in reversed(node.generators):
            for test in reversed(part.ifs):
                inner = [ast.If(test, inner, [])]
            inner = [ast.For(part.target, part.iter, inner, [])]
        self.before += [ast.Assign([ast.Name(found)], empty), *self.block(inner)]
        return ast.Name(found)


def write(path: Path, text: str) -> None:
    """Put *text* into the file at *path* at once. Raises ``SyntaxError`` if it is not Python: then the file stays."""
    compile(text, str(path), "exec", dont_inherit=True)
    fresh = path.with_suffix(".tmp")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def main() -> None:
    """Write the files."""
    for path, text in twins().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, text)


if __name__ == "__main__":
    main()
