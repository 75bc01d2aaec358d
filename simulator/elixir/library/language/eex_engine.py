"""``EEx.Engine``: what the code of a template calls, and how EEx itself makes code of a template's parts.

Its state is a map of the pieces of text, the code that goes before, and how many values have a variable.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, Cons, from_list, is_cell, parts, to_list
from simulator.terms.maps import Map, from_pairs, get, pairs

_ENGINE: Final = Atom("Elixir.EEx.Engine")
_KERNEL, _LINE = Atom("Elixir.Kernel"), Atom("line")
_ALIASES: Final = Atom("__aliases__")
_BINARY, _DYNAMIC, _COUNT = Atom("binary"), Atom("dynamic"), Atom("vars_count")


def fetch_assign(assigns: Any, key: Any) -> Any:
    """``EEx.Engine.fetch_assign!/2``: what a template was given under a name; of one that is missing it is warned."""
    known = pairs(assigns) if assigns.__class__ is Map else to_list(assigns)
    for name, value in known:
        if name is key:
            return value
    to_stderr(
        f"warning: assign @{key.name} not available in EEx template. Please ensure all assigns are given as options. "
        f"Available assigns: {inspect(from_list([name for name, _ in known]))}\n"
    )
    return NIL


def handle_assign(term: Any) -> Any:
    """``EEx.Engine.handle_assign/1``: the code for ``@name``, what the template was given under that name."""
    if term.__class__ is not tuple or len(term) != 3:
        return term
    form, meta, args = term
    given = parts(args)[0] if form is Atom("@") and is_cell(args) else []
    if len(given) != 1 or given[0].__class__ is not tuple or given[0][2].__class__ is not Atom:
        return term
    line = next((pair for pair in parts(meta)[0] if pair[0] is _LINE), (_LINE, 0))
    place = from_list([line])
    engine = (_ALIASES, from_list([line, (Atom("alias"), Atom("false"))]), from_list([Atom("EEx"), Atom("Engine")]))
    imports = from_list([(1, _KERNEL), (2, _KERNEL)])
    known = from_list([line, (Atom("context"), _ENGINE), (Atom("imports"), imports)])
    assigns = (Atom("var!"), known, from_list([(Atom("assigns"), place, _ENGINE)]))
    fetch = (Atom("."), place, from_list([engine, Atom("fetch_assign!")]))
    return (fetch, place, from_list([assigns, given[0][0]]))


def init(options: Any) -> Map:
    """``EEx.Engine.init/1``"""
    return from_pairs([(_BINARY, EMPTY), (_DYNAMIC, EMPTY), (_COUNT, 0)])


def _with(state: Any, **changes: Any) -> Map:
    """Return a state with changes. Raises ``RuntimeError`` for what is none."""
    if state.__class__ is not Map or any(get(state, key) is None for key in (_BINARY, _DYNAMIC, _COUNT)):
        message = f"unexpected EEx.Engine state: {inspect(state)}. "
        raise error("RuntimeError", message=f"{message}This typically means a bug or an outdated EEx.Engine or tool")
    return from_pairs([(key, changes.get(key.name, value)) for key, value in pairs(state)])


def handle_begin(state: Any) -> Map:
    """``EEx.Engine.handle_begin/1``"""
    return _with(state, binary=EMPTY, dynamic=EMPTY)


def handle_body(state: Any) -> Any:
    """``EEx.Engine.handle_body/1``, and ``handle_end/1``"""
    whole = _with(state)
    text = (Atom("<<>>"), EMPTY, from_list(parts(get(whole, _BINARY))[0][::-1]))
    code = parts(get(whole, _DYNAMIC))[0][::-1]
    return (Atom("__block__"), EMPTY, from_list([*code, text]))


def handle_text(state: Any, meta: Any, text: Any) -> Map:
    """``EEx.Engine.handle_text/3``"""
    return _with(state, binary=Cons(text, get(_with(state), _BINARY)))


def handle_expr(state: Any, marker: Any, code: Any) -> Map:
    """``EEx.Engine.handle_expr/3``. Raises ``EEx.SyntaxError`` for a marker without a meaning here."""
    before = _with(state)
    if marker == "=":
        count = get(before, _COUNT)
        held = (Atom(f"arg{count}"), EMPTY, _ENGINE)
        given = (Atom("="), EMPTY, from_list([held, _shown(code)]))
        segment = (Atom("::"), EMPTY, from_list([held, (Atom("binary"), EMPTY, _ENGINE)]))
        text, done = Cons(segment, get(before, _BINARY)), Cons(given, get(before, _DYNAMIC))
        return _with(state, binary=text, dynamic=done, vars_count=count + 1)
    if is_binary(marker) and marker:
        unknown = f"unsupported EEx syntax <%{marker} %>"
        message = f"{unknown} (the syntax is valid but not supported by the current EEx engine)"
        raise error("EEx.SyntaxError", message=message)
    return _with(state, dynamic=Cons(code, get(before, _DYNAMIC)))


def _shown(code: Any) -> Any:
    """Return the code that makes a text of a value."""
    alias = (_ALIASES, from_list([(Atom("alias"), Atom("false"))]), from_list([Atom("String"), Atom("Chars")]))
    return ((Atom("."), EMPTY, from_list([alias, Atom("to_string")])), EMPTY, from_list([code]))


FUNCTIONS = {
    "fetch_assign!/2": fetch_assign, "handle_assign/1": handle_assign, "init/1": init, "handle_begin/1": handle_begin,
    "handle_body/1": handle_body, "handle_end/1": lambda state: handle_body(state), "handle_text/3": handle_text,
    "handle_expr/3": handle_expr,
}  # fmt: skip
MACROS = {"__using__/1": None}
"""What there is; ``simulator.elixir.expand.modules.injected`` does it."""
