"""The sequence diagram as Mermaid's text, which many pages and editors draw by themselves.

Mermaid (https://mermaid.js.org/syntax/sequenceDiagram.html) knows neither time nor mailboxes, so instants,
receives and ends are notes, and an arrow that arrives later says when. A process is created by the arrow that
spawns it, and destroyed by the last arrow of its end.
"""

from __future__ import annotations

import re

from simulator.diagrams.sequences.lives import lives
from simulator.diagrams.sequences.signs import Arrow, Plan, Tag
from simulator.diagrams.sequences.statements import BAD_ENDS, WORDS, Receipt, Statement, remarks, statements
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import Process

LONGEST = 50_000
"""Characters that Mermaid reads, as it comes (its ``maxTextSize``); more it refuses altogether."""

_LINES = {
    "message": "->>", "call": "->>", "reply": "-->>", "cast": "-)", "ack": "-->>", "timer": "->>", "exit": "-)",
    "down": "--)", "spawn": "-->>", "spawn_link": "-->>", "spawn_monitor": "-->>", "link": "->", "unlink": "->",
    "monitor": "-->", "demonitor": "-->",
}  # fmt: skip
_WRAP = re.compile("^(:?(?:no)?wrap):")  # a directive of its own at the start of a text
_SPECIAL = re.compile(r"[#;<>&%\\]")  # starts an entity, ends a statement, opens HTML, a comment, an escape


def mermaid(drawing: Plan) -> str:
    """Return the diagram of *drawing* as a ``sequenceDiagram``."""
    told = statements(drawing)
    known = lives(drawing, told)
    lines = ["sequenceDiagram", f"    title {_text(drawing.title)}"]
    lines += [f"    {_declared(process)}" for process in known.there]
    everyone = ",".join(dict.fromkeys([_id(known.there[0].pid), _id(known.there[-1].pid)]))
    lines += [f"    Note over {everyone}: {_text(notice)}" for notice in drawing.asides + drawing.notices]
    now = None
    size = sum(len(line) + 1 for line in lines)
    answered = _answered(drawing)
    for number, (at, what) in enumerate(told):
        new = [] if at.t == now else [f"    Note over {everyone}: {duration_text(at.t)}"]
        if number in known.created:
            new.append(f"    create {_declared(known.created[number])}")
        if number in known.destroyed:
            new.append(f"    destroy {_id(known.destroyed[number].pid)}")
        new.append(f"    {_statement(what, answered)}")
        size += sum(len(text) + 1 for text in new)
        if size > LONGEST - 200:
            lines.append(f"    Note over {everyone}: The text ends here: Mermaid reads {LONGEST:,} characters at most.")
            break
        lines += new
        now = at.t
    return "\n".join(lines) + "\n"


def _declared(process: Process) -> str:
    return f"participant {_id(process.pid)} as {_head(process)}"


def _statement(what: Statement, answered: set[int | None]) -> str:
    if isinstance(what, Receipt):
        assert what.arrow.target is not None
        return f"Note right of {_id(what.arrow.target)}: {what.verb} {_text(what.arrow.label)}"
    return _arrow(what, answered) if isinstance(what, Arrow) else _tag(what)


def _answered(drawing: Plan) -> set[int | None]:
    """The calls that their server replies to in the picture: Mermaid shows it active in between."""
    called = {(sign.call, sign.target) for sign in drawing.signs if isinstance(sign, Arrow) and sign.kind == "call"}
    replies = (sign for sign in drawing.signs if isinstance(sign, Arrow) and sign.kind == "reply")
    return {sign.call for sign in replies if (sign.call, sign.source) in called}


def _arrow(sign: Arrow, answered: set[int | None]) -> str:
    ends = [pid for pid in (sign.source, sign.target) if pid is not None]
    line = _LINES[sign.kind]
    if sign.fate in ("dropped", "ended"):
        line = "--x" if sign.kind in ("reply", "ack") else "-x"
    if sign.call in answered:
        line += {"call": "+", "reply": "-"}.get(sign.kind, "")
    label = WORDS.get(sign.kind, "") + _text(sign.label)
    told = [_text(remark) for remark in remarks(sign)]
    return f"{_id(ends[0])}{line}{_id(ends[-1])}: {label}" + (f" ({', '.join(told)})" if told else "")


def _tag(sign: Tag) -> str:
    if sign.kind in BAD_ENDS:
        return f"{_id(sign.pid)}-x{_id(sign.pid)}: {_text(sign.text)}"
    text = "<br/>".join(_text(line) for line in sign.text.split("\n"))
    quotes = "“”" if sign.kind == "output" else ("", "")
    return f"Note right of {_id(sign.pid)}: {quotes[0]}{text}{quotes[1]}"


def _id(pid: int) -> str:
    return f"p{pid}"


def _head(process: Process) -> str:
    return "<br/>".join(_text(line) for line in dict.fromkeys([process.label, process.pid_text]))


def _text(text: str) -> str:
    """Return *text* for a statement of Mermaid: what means something to it is written as a character's number.

    >>> _text('a; #b <c>')
    'a#59; #35;b #60;c#62;'
    >>> _text("end")
    '(end)'
    """
    seen = _SPECIAL.sub(lambda found: f"#{ord(found[0])};", printable(text)).strip()
    seen = _WRAP.sub(r"\1#58;", seen)
    return f"({seen})" if seen.lower() == "end" else seen or " "
