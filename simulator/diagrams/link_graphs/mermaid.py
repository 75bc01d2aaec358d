"""The link graph as a flowchart of Mermaid: what lives at its moment, many alike as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.link_graphs.fold import fold
from simulator.diagrams.link_graphs.style import state_text
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable

if TYPE_CHECKING:
    import networkx as nx

_ARROWS = {
    "spawned": "-.->", "linked": "===", "monitors": "-.->", "supervises": "-->", "waits": "==>", "messages": "-->",
}  # fmt: skip
_WORDS = {"monitors": "monitors", "waits": "waits for"}
_ALARM = ("crashed", "killed")


def mermaid(graph: nx.MultiDiGraph) -> str:
    """Return *graph* as the text of a flowchart. Ties that are gone are left out; a deadlock's are thick and red."""
    folded = fold(graph)
    title = printable(f"{graph.graph['title']} at {duration_text(graph.graph['at'])}").replace('"', "'")
    lines = ["---", f'title: "{title}"', "---", "flowchart LR"]
    for pid, node in folded.nodes.items():
        lines.append(f'  p{pid}["{_text(_label(node))}"]')
    red = []
    alive = [(a, b, edge) for a, b, edge in folded.edges(data=True) if not edge["removed"]]
    supervised = {(a, b) for a, b, edge in alive if edge["kind"] == "supervises"}
    drawn = [each for each in alive if each[2]["kind"] != "spawned" or each[:2] not in supervised]
    for number, (a, b, edge) in enumerate(drawn):
        lines.append(f"  p{a} {_ARROWS[edge['kind']]}{_said(edge)} p{b}")
        if edge.get("deadlock"):
            red.append(str(number))
    ended = [f"p{pid}" for pid, node in folded.nodes.items() if node["ended_at"] is not None]
    broken = [f"p{pid}" for pid, node in folded.nodes.items() if node["state"] in _ALARM]
    if ended:
        lines += ["  classDef ended stroke-dasharray: 3 4,opacity:0.6", f"  class {','.join(ended)} ended"]
    if broken:
        lines += ["  classDef broken stroke:#b91c1c,stroke-width:2px", f"  class {','.join(broken)} broken"]
    if red:
        lines.append(f"  linkStyle {','.join(red)} stroke:#b91c1c,stroke-width:3px")
    return "\n".join(lines) + "\n"


def _label(node: dict[str, Any]) -> str:
    alike = len(node.get("alike", ()))
    name = f"{alike} × {node['function']}" if alike > 1 else f"{node['label']} {node['pid']}"
    return f"{shorten(printable(name), 60)}<br/>{state_text(node)}"


def _said(edge: dict[str, Any]) -> str:
    words = f"{edge['count']}" if edge["kind"] == "messages" else _WORDS.get(edge["kind"], "")
    return f'|"{words}"|' if words else ""


def _text(text: str) -> str:
    """A text between quotes, in which only Mermaid's own line break is markup."""
    plain = "".join(f"#{ord(sign)};" if sign in '"#;<>&\\`' else sign for sign in text.replace("<br/>", "\n"))
    return plain.replace("\n", "<br/>")
