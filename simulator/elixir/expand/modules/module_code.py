"""What code that runs while a module is defined can ask of it, and do to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.forms.quoting import escape
from simulator.elixir.expand.modules.definitions import define
from simulator.elixir.expand.modules.special_attributes import DOCS, document, put, special
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.runtime import open_modules
from simulator.elixir.tree.build import NIL
from simulator.elixir.tree.nodes import Meta
from simulator.elixir.tree.quoted import from_terms, make_list, term_of
from simulator.terms import Atom

ACTIONS: dict[str, Callable[..., Any]] = {}
"""What the expander's own code asks for when it runs; each is a function of the context and the module's state."""


class ModuleCode:
    """A module that is being defined, as it stands in :mod:`simulator.elixir.runtime.open_modules`."""

    __slots__ = ("state", "x")

    def __init__(self, x: Context, state: ModuleState) -> None:
        self.x = x
        self.state = state

    @property
    def name(self) -> Atom:
        """Its name."""
        return self.state.name

    @property
    def closed(self) -> bool:
        """Whether it is defined by now."""
        return self.state.closed

    def get_attribute(self, name: str, default: Any) -> Any:
        """Return an attribute's value as a term."""
        gathered = special(self.state, name)
        if gathered is not None:
            return (self.state.docs[name][0], term_of(gathered)) if name in DOCS else term_of(gathered)
        found = self.state.attributes.get(name)
        accumulates = name in self.state.accumulating
        if accumulates and name not in self.state.early and self._is_expanding():
            return default
        if found is None:
            return make_list([]) if accumulates else default
        found.used = True
        return term_of(found.value)

    def read_attribute(self, name: str) -> Any:
        """Return what ``@name`` reads: of documentation the text alone."""
        value = self.get_attribute(name, Atom("nil"))
        return value[1] if name in DOCS and value.__class__ is tuple else value

    def _is_expanding(self) -> bool:
        """Whether a macro call of the body itself is expanded: on the BEAM no statement of the body has run by then."""
        place = open_modules.expanded_place()
        return place is not None and place.module is self.state and place.function is None and not self.state.ending

    def put_attribute(self, name: str, value: Any) -> None:
        """Set an attribute to a term; documentation comes with its line."""
        if name in DOCS and value.__class__ is tuple and len(value) == 2 and value[0].__class__ is int:
            document(self.x, self.state, name, *value)
            return
        if self._is_expanding():
            self.state.early.add(name)
        put(self.x, self.state, name, escape(value, Meta()), Meta())
        if name in self.state.attributes:
            self.state.attributes[name].used = True

    def delete_attribute(self, name: str, default: Any) -> Any:
        """Remove an attribute and return what its value was."""
        value = self.get_attribute(name, default)
        self.state.attributes.pop(name, None)
        self.state.docs.pop(name, None)
        return value

    def register_attribute(self, name: str, options: dict[str, bool]) -> None:
        """Make an attribute accumulate, or be kept."""
        if options.get("accumulate"):
            self.state.accumulating.add(name)
        if options.get("persist"):
            self.state.persisted.add(name)

    def has_attribute(self, name: str) -> bool:
        """Whether an attribute was set."""
        return name in self.state.attributes

    def defined(self, name: str, arity: int) -> str | None:
        """Return how something is defined (``def``, ``defp`` ...); None if it is not."""
        found = self.state.definitions.get((name, arity))
        return None if found is None else found.kind

    def definitions(self) -> list[tuple[str, int]]:
        """Return names and arities of all that is defined so far."""
        return list(self.state.definitions)

    def do(self, action: str, *args: Any) -> Any:
        """Do what the expander's own code asks for while the body runs."""
        return ACTIONS[action](self.x, self.state, *args)


def _define(x: Context, state: ModuleState, kind: Any, head: Any, body: Any, line: int) -> Any:
    """Add a clause; called by the code of :func:`simulator.elixir.expand.modules.fragments.deferred`."""
    made = from_terms(body, line, None)
    name, arity = define(x, kind.name, from_terms(head, line, None), None if made is NIL else made, Meta(line),
                         grouped=False)  # fmt: skip
    return (Atom(name), arity)


def _put(x: Context, state: ModuleState, name: Any, value: Any) -> Any:
    """Set an attribute."""
    put(x, state, name.name, escape(value, Meta()), Meta())
    return Atom("ok")


def _document(x: Context, state: ModuleState, name: Any, text: Any, line: int) -> Any:
    """Keep a text of documentation."""
    document(x, state, name.name, line, text)
    return Atom("ok")


def _eval_quoted(x: Context, state: ModuleState, quoted: Any) -> Any:
    """Expand code as statements of the body."""
    x.unit.above.statement(x, state, from_terms(quoted, state.line, None))
    return NIL


ACTIONS |= {"define": _define, "put_attribute": _put, "document": _document, "eval_quoted": _eval_quoted}
