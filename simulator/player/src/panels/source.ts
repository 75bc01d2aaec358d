/** The source, with the line of the current event marked; a line leads to its events. */

import { calm, h, plural } from "../dom";
import { lastAtMost } from "../timemap";
import { jump, type Stage } from "../stage";
import { Grouped } from "../model/table";
import type { EventIndex, Trace, View } from "../types";

const WORDS = new Set([
  "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda",
  "match nonlocal not or pass raise return try while with yield None True False",
  "after alias cond defmodule defp do end fn receive require rescue unless use when nil true false",
].join(" ").split(" "));
const TOKENS = /(#.*$)|("""|'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_]\w*)|(:\w+[?!]?)/g;

/** Lines in colours that mean nothing more than comment, text, word, atom; a text may go on over lines. */
function coloured(lines: string[]): (Node | string)[][] {
  let fence = "";
  return lines.map((line) => {
    const parts: (Node | string)[] = [];
    let at = 0;
    if (fence) {
      const end = line.indexOf(fence);
      at = end < 0 ? line.length : end + fence.length;
      if (end >= 0) fence = "";
      parts.push(h("span", { class: "text" }, line.slice(0, at)));
    }
    TOKENS.lastIndex = at;
    for (let match = TOKENS.exec(line); match; match = TOKENS.exec(line)) {
      const [whole, comment, text, word, atom] = match;
      const kind = comment ? "comment" : text ? "text" : atom ? "atom" : word && WORDS.has(word) ? "word" : "";
      if (!kind) continue;
      const opens = text === '"""' || text === "'''";
      const close = opens ? line.indexOf(text, TOKENS.lastIndex) : -1;
      if (opens && close < 0) fence = text;
      const end = !opens ? match.index + whole.length : close < 0 ? line.length : close + text.length;
      parts.push(line.slice(at, match.index), h("span", { class: kind }, line.slice(match.index, end)));
      at = TOKENS.lastIndex = end;
    }
    parts.push(line.slice(at));
    return parts;
  });
}

/** The events of one file, of so many lines at least, by the line at which they took place. */
function byLine({ n, line, file }: Trace, wanted: number, lines: number): Grouped {
  const owners = new Int32Array(n);
  let last = lines;
  for (let e = 0; e < n; e++) {
    owners[e] = line[e] > 0 && file[e] === wanted ? line[e] : -1;
    last = Math.max(last, owners[e]);
  }
  return Grouped.by(last + 2, owners);
}

export class SourceView {
  readonly element: HTMLElement;
  private readonly files = h("select", { "aria-label": "source file", change: () => this.open(Number(this.files.value)) });
  private readonly code = h("div", {
    class: "source", role: "list", tabindex: 0, keydown: (event: KeyboardEvent) => this.key(event),
    "aria-label": "source; up and down lead to the nearest line with events, Enter to the next event of this line",
  });
  private readonly note = h("span", { class: "quiet", role: "status" });
  private readonly events: Grouped[] = [];
  private lines: HTMLElement[] = [];
  private file = -1;
  private marked: HTMLElement | null = null;

  constructor(private readonly stage: Stage) {
    const { sources } = stage.model.trace;
    this.files.append(...sources.map((source, i) => h("option", { value: i }, source.file)));
    this.files.hidden = sources.length < 2;
    this.element = h("section", { class: "sources", "aria-label": "source code" },
      h("div", { class: "line" }, h("h3", {}, "Source"), this.files, this.note), this.code);
    this.element.hidden = sources.length === 0;
  }

  /** `anew`: it may have been out of sight, where nothing scrolls. */
  show(view: View, anew: boolean): void {
    const { trace } = this.stage.model;
    if (trace.sources.length === 0) return;
    if (anew) this.mark(0, anew);
    const e = this.placed(view.selection?.what === "event" ? view.selection.index : view.cursor);
    const file = e < 0 ? -1 : trace.file[e];
    if (file >= 0 && file !== this.file) this.open(file);
    else if (this.file < 0) this.open(0);
    this.mark(file === this.file && e >= 0 ? trace.line[e] : 0, anew);
  }

  /** The event itself, or what made it happen, if it has no line here: a deliver is where its message was sent. */
  private placed(e: EventIndex): EventIndex {
    const { line, file, cause } = this.stage.model.trace;
    let at = e;
    while (at >= 0 && (line[at] === 0 || file[at] < 0)) at = cause[at];
    return at;
  }

  private open(file: number): void {
    const source = this.stage.model.trace.sources[file];
    if (!source) return;
    this.file = file;
    this.files.value = String(file);
    this.marked = null;
    const lines = source.text.replace(/\n$/, "").split("\n");
    const busy = (this.events[file] ??= byLine(this.stage.model.trace, file, lines.length));
    this.lines = coloured(lines).map((parts, i) => {
      const { length } = busy.of(i + 1);
      const number = h("span", { class: "gutter", "aria-hidden": "true" }, String(i + 1));
      const code = h("code", {}, ...parts);
      if (length === 0) return h("div", { role: "listitem" }, number, code);
      const hint = `line ${i + 1}: ${plural(length, "event")}; click for the next one`;
      return h("div", { role: "listitem", class: "busy", title: hint, click: () => this.follow(i + 1) }, number, code);
    });
    this.code.replaceChildren(...this.lines);
  }

  /** To the next event of a line after the cursor; after its last one to its first. */
  private follow(line: number): void {
    const events = this.events[this.file]?.of(line) ?? [];
    const at = lastAtMost(events, this.stage.store.get().cursor) + 1;
    const next = events[at % events.length];
    if (next === undefined) return;
    this.note.textContent = `line ${line}: event ${(at % events.length) + 1} of ${events.length}`;
    jump(this.stage, next);
  }

  /** Up and down go to the nearest line that something happened at; Enter to what happened there next. */
  private key(event: KeyboardEvent): void {
    const direction = { ArrowDown: 1, ArrowUp: -1, Enter: 0 }[event.key];
    if (direction === undefined || event.shiftKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    const busy = this.events[this.file];
    let line = (this.marked ? this.lines.indexOf(this.marked) + 1 : 0) + direction;
    const quiet = (): boolean => busy === undefined || busy.of(line).length === 0;
    while (direction !== 0 && line > 0 && line <= this.lines.length && quiet()) line += direction;
    if (!quiet()) this.follow(line);
  }

  private mark(line: number, anew: boolean): void {
    const next = this.lines[line - 1] ?? null;
    if (next === this.marked) return;
    this.marked?.classList.remove("current");
    this.marked?.removeAttribute("aria-current");
    this.marked = next;
    if (!next) return;
    next.classList.add("current");
    next.setAttribute("aria-current", "true");
    const top = next.offsetTop;
    const { scrollTop, clientHeight } = this.code;
    if (top >= scrollTop + 20 && top <= scrollTop + clientHeight - 40) return;
    const smooth = !calm() && !anew && !this.stage.store.playing;
    this.code.scrollTo({ top: Math.max(0, top - clientHeight / 3), behavior: smooth ? "smooth" : "auto" });
  }
}
