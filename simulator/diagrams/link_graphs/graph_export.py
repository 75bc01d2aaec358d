"""The link graph for other programs: GraphML and node-link JSON."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from simulator.terms.visible import printable

if TYPE_CHECKING:
    import networkx as nx

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # UTF-8 cannot hold one, JSON can, escaped


def graphml(graph: nx.MultiDiGraph) -> str:
    """Return *graph* as GraphML; ``None``, which GraphML does not know, is left out, as is what XML forbids."""
    import networkx as nx

    plain = nx.MultiDiGraph(**_plain(graph.graph))
    plain.add_nodes_from((pid, _plain(node)) for pid, node in graph.nodes.items())
    plain.add_edges_from((*ends, _plain(edge)) for ends, edge in graph.edges.items())
    file = io.BytesIO()
    nx.write_graphml_xml(plain, file)
    return file.getvalue().decode("utf-8") + "\n"


def _plain(attributes: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in attributes.items() if value is not None}
    return {key: printable(value) if isinstance(value, str) else value for key, value in kept.items()}


def node_link_json(graph: nx.MultiDiGraph) -> str:
    """Return *graph* as JSON, in the form that ``networkx.node_link_graph`` reads."""
    import networkx as nx

    text = json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1)
    return _HALF_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
