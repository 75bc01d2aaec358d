/** Who supervises, links and monitors whom, and who waits for whom, at the cursor. */

import { button, h, plural, s, short } from "../dom";
import { mostBonds, opening } from "../matters";
import { jump, select, type Panel, type Stage } from "../stage";
import type { ProcessState, Snapshot, StripState, View } from "../types";
import { Edges } from "./graph_edges";
import { HEIGHT, layout, type GraphNode, type Layout } from "./graph_layout";
import { pidText, processName } from "./links";
import { SIGNS, stateWords } from "./states";

const WORDS: Record<StripState, string> = {
  ready: "ready", running: "runs", receive: "waits", call: "waits for reply", sleep: "sleeps", work: "works", event: "waits for event",
  hibernate: "hibernates", dead: "ended",
};

/** A graph that opens is seen whole, unless that makes it smaller than this; then it is as large as can be read well. */
const SMALL = 0.6;
const READABLE = 0.75;

/** Processes and ties of one that are told in words. */
const TOLD = 40;

interface Drawn {
  node: GraphNode;
  element: SVGGElement;
  pid: SVGTSpanElement;
  words: SVGTextElement;
  title: SVGTitleElement;
}

export class LinkGraph implements Panel {
  readonly id = "graph";
  readonly title = "Graph";
  readonly element: HTMLElement;
  private readonly svg = s("svg", { role: "group", "aria-label": "link graph" });
  private readonly host = h("div", { class: "graph-host" }, this.svg);
  private readonly status = h("p", { class: "quiet" });
  private readonly words = h("ul", { class: "aside", "aria-label": "the graph in words" });
  private readonly unfolded = new Set<string>();
  private readonly foldButton = button("fold", "fold the crowds again", () => this.fold());
  private layout!: Layout;
  private edges!: Edges;
  private drawn: Drawn[] = [];
  private zoom = 1;
  private visited = false;

  constructor(private readonly stage: Stage) {
    const zoomBy = (factor: number) => () => this.scale(this.zoom * factor);
    this.element = h("div", { class: "panel graph tall" },
      h("div", { class: "line" }, h("h2", {}, "Links at the cursor"),
        button("−", "smaller", zoomBy(1 / 1.25)), button("+", "larger", zoomBy(1.25)),
        button("fit", "fit to the panel", () => this.fit()),
        button("most", "go to the moment at which most links and monitors live", () => this.toThePeak()), this.foldButton),
      this.status, this.host, this.words, legend());
    this.arrange();
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !changed.has("cursor") && !changed.has("selection")) return;
    if (!this.visited) {
      this.visited = true;
      if (this.isBare(view) && this.toThePeak()) return this.show(this.stage.store.get(), changed);
    }
    const snapshot = this.stage.model.stateAt(view.cursor);
    for (const drawn of this.drawn) this.paint(drawn, snapshot, view);
    const count = this.edges.show(snapshot);
    this.status.textContent = `${plural(count.links, "link")}, ${plural(count.monitors, "monitor")}, ${count.waits} waiting for a reply`;
    this.words.replaceChildren(...bondWords(this.stage, snapshot).map((text) => h("li", {}, text)));
    if (!changed) this.fit(READABLE);
    if (!changed || changed.has("selection")) this.reveal(view);
  }

  /** Scroll to the selected process. */
  private reveal({ selection }: View): void {
    const node = selection?.what === "process" ? this.layout.of[selection.index] : undefined;
    if (!node) return;
    const { scrollTop, clientHeight } = this.host;
    const y = node.y * this.zoom;
    if (y < scrollTop || y + HEIGHT > scrollTop + clientHeight) this.host.scrollTop = y - clientHeight / 2;
  }

  private arrange(): void {
    this.layout = layout(this.stage.model, this.unfolded);
    this.edges = new Edges(this.stage, this.layout);
    this.drawn = this.layout.nodes.map((node) => this.draw(node));
    this.svg.replaceChildren(this.edges.element, ...this.drawn.map((drawn) => drawn.element));
    this.svg.setAttribute("viewBox", `0 0 ${this.layout.width} ${this.layout.height}`);
    this.scale(this.zoom);
    this.foldButton.hidden = this.unfolded.size === 0;
  }

  private scale(zoom: number): void {
    this.zoom = Math.max(0.08, Math.min(2.5, zoom));
    this.svg.setAttribute("width", String(this.layout.width * this.zoom));
    this.svg.setAttribute("height", String(this.layout.height * this.zoom));
  }

  /** All of it, as large as there is room: rows move apart until the tree has the shape of the pane. */
  private fit(least = 0): void {
    const { clientWidth: wide, clientHeight: high } = this.host;
    if (wide === 0 || high === 0) return;
    this.layout.fit(wide, high);
    for (const { node, element } of this.drawn) element.setAttribute("transform", `translate(${node.x} ${node.y})`);
    this.edges.show(this.stage.model.stateAt(this.stage.store.get().cursor));
    this.svg.setAttribute("viewBox", `0 0 ${this.layout.width} ${this.layout.height}`);
    const whole = Math.min(1.5, (wide - 6) / this.layout.width, (high - 6) / this.layout.height);
    this.scale(whole < SMALL ? Math.max(least, whole) : whole);
  }

  /** Has nobody moved the cursor yet, from the start or from where nothing is tied to anything? */
  private isBare({ cursor, at }: View): boolean {
    const { model } = this.stage;
    if (cursor <= 0) return at === null;
    const begun = opening(model);
    if (cursor !== begun.cursor || at !== begun.at) return false;
    return model.stateAt(cursor).processes.every((state) => !state || state.state === "dead"
      || (state.links.length === 0 && state.monitors.length === 0 && state.state !== "call"));
  }

  /** A graph of a run that nobody has looked at yet shows the moment at which it has most to show. */
  private toThePeak(): boolean {
    const e = mostBonds(this.stage.model);
    if (e < 0) return false;
    jump(this.stage, e);
    return true;
  }

  private draw(node: GraphNode): Drawn {
    const pid = s("tspan", { class: "pid" });
    const label = s("text", { x: 10, y: 14, class: "label" }, short(node.label, 28), pid);
    const words = s("text", { x: 10, y: 28, class: "words" });
    const title = s("title", {});
    const choose = (): void => this.choose(node);
    const element = s("g", {
      class: `node${node.crowd ? " crowd" : ""}`, transform: `translate(${node.x} ${node.y})`, tabindex: 0, role: "button", click: choose,
      keydown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        choose();
      },
    }, title, s("rect", { width: node.width, height: HEIGHT, rx: 7 }), label, words);
    return { node, element, pid, words, title };
  }

  private fold(): void {
    this.unfolded.clear();
    this.rearrange();
  }

  private rearrange(): void {
    this.arrange();
    this.show(this.stage.store.get(), null);
  }

  private choose(node: GraphNode): void {
    if (node.crowd) {
      this.unfolded.add(node.key);
      this.rearrange();
    } else select(this.stage, { what: "process", index: this.present(node, this.stage.store.get().cursor) });
  }

  /** Who has the place: the last born of its members. */
  private present(node: GraphNode, cursor: number): number {
    const { processes } = this.stage.model;
    return node.members.filter((member) => (processes[member]?.born ?? Infinity) <= cursor).at(-1) ?? node.members[0];
  }

  private paint({ node, element, pid, words, title }: Drawn, snapshot: Snapshot, view: View): void {
    const states = node.members.map((member) => snapshot.processes[member]).filter((state) => !!state);
    const chosen = view.selection?.what === "process" ? view.selection.index : -1;
    element.classList.toggle("unborn", states.length === 0);
    element.classList.toggle("selected", node.members.includes(chosen));
    const now = states.at(-1);
    if (!now) {
      element.dataset.state = "unborn";
      words.textContent = "not yet spawned";
      title.textContent = `${node.label}: not yet spawned`;
      name(element, words, title);
      return;
    }
    if (node.crowd) {
      const alive = states.filter((state) => state.state !== "dead").length;
      const waiting = states.reduce((sum, state) => sum + state.mailbox.length, 0);
      element.dataset.state = alive ? "receive" : "dead";
      words.textContent = `${alive} alive${waiting ? ` · ✉ ${waiting}` : ""}`;
      title.textContent = `${node.label}: ${alive} alive; click to unfold`;
      name(element, words, title);
      return;
    }
    const crashed = now.state === "dead" && this.stage.model.processes[now.process]?.crashed;
    if (this.layout.ambiguous.has(node.label)) pid.textContent = ` ${pidText(this.stage, now.process)}`;
    element.dataset.state = crashed ? "crashed" : now.state;
    const mail = now.mailbox.length ? ` · ✉ ${now.mailbox.length}` : "";
    const again = states.length > 1 ? ` · ↻ ${states.length - 1}` : "";
    words.textContent = `${SIGNS[now.state]} ${crashed ? "crashed" : WORDS[now.state]}${mail}${again}`;
    const restarts = states.length > 1 ? `; restarted ${plural(states.length - 1, "time")}` : "";
    const reason = now.exit ? `: ${now.exit}` : "";
    title.textContent = `${processName(this.stage, now.process)} ${stateWords(this.stage, now, snapshot)}${reason}${restarts}`;
    name(element, words, title);
  }
}

/** What is written on a node, and then all that is to be said of it. */
function name(element: SVGGElement, words: SVGTextElement, title: SVGTitleElement): void {
  element.setAttribute("aria-label", `${element.querySelector(".label")?.textContent ?? ""}${words.textContent}. ${title.textContent}`);
}

/** Who is tied to whom, a line for each process that lives; more than these are only counted. */
function bondWords(stage: Stage, snapshot: Snapshot): string[] {
  const { model } = stage;
  const name = (p: number): string => processName(stage, p);
  const alive = snapshot.processes.filter((state) => state !== null && state.state !== "dead") as ProcessState[];
  const told = alive.slice(0, TOLD).map((state) => {
    const parent = model.processes[state.process]?.supervisor ?? -1;
    const ties = [
      parent >= 0 ? `supervised by ${name(parent)}` : "",
      state.links.length ? `linked with ${state.links.slice(0, TOLD).map(name).join(", ")}` : "",
      state.monitors.length ? `monitors ${state.monitors.slice(0, TOLD).map((b) => name(model.bonds.at(b).b)).join(", ")}` : "",
      stateWords(stage, state, snapshot),
    ];
    return `${name(state.process)}: ${ties.filter(Boolean).join("; ")}`;
  });
  return alive.length > TOLD ? [...told, `and ${alive.length - TOLD} more`] : told;
}

function legend(): HTMLElement {
  const entry = (kind: string, text: string): HTMLElement => {
    const line = s("line", { x1: 2, y1: 5, x2: 32, y2: 5, class: `edge ${kind}` });
    return h("span", {}, s("svg", { width: 34, height: 10, "aria-hidden": "true" }, line), ` ${text}`);
  };
  return h("p", { class: "legend" }, entry("spawned", "spawned"), entry("supervises", "supervises"), entry("link", "link"),
    entry("monitor", "monitors"), entry("waits", "waits for its reply"), entry("message", "message of this event"));
}
