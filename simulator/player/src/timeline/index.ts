/** The timeline: a canvas for the run, one above it for what moves, and what the pointer does to them. */
import { h } from "../dom";
import { pictureBlob, pictureText } from "../picture";
import type { Moment } from "../moment";
import { roundest } from "../ticks";
import { carryOver, type PositionMap } from "../timemap";
import type { Emphasis, EventIndex, Model, Selection, Store, Timeline, View } from "../types";
import { CanvasPen } from "./canvas_pen";
import type { Draft } from "./draft";
import { makeFrame, plotOf, rowAt, unitAt, type Frame } from "./frame";
import { Gestures, type Hands } from "./gestures";
import type { Hit } from "./hits";
import { drawOverlay, onCursor } from "./overlay";
import { toggled, type Rows } from "./rows";
import { OneRun, type Subject } from "./subject";
import { readTheme, type Theme } from "./theme";
import { explain, Tooltip } from "./tooltip";
import { Words } from "./words";
import { panned, placed, revealing, SMALLEST, zoomed, type Window } from "./window";

/** Pixels an event needs at least to be read in a sequence. */
const READABLE = 24;
/** Pixels within which an event is meant, not the quiet beside it. */
const SNAP = 6;

/** Timelines made: two runs have two on one page. */
let made = 0;

export function makeTimeline(host: HTMLElement, model: Model, store: Store): CanvasTimeline {
  return new CanvasTimeline(host, new OneRun(model, store));
}

export class CanvasTimeline implements Timeline, Hands {
  /** What was drawn last, and how long that took in milliseconds. */
  draft: Draft | null = null;
  took = 0;
  private readonly below = h("canvas");
  private readonly above = h("canvas", { tabindex: 0, role: "img" });
  private readonly tooltip = new Tooltip();
  private readonly words: Words;
  private theme: Theme;
  private map: PositionMap;
  private layout: View["layout"];
  private rows: Rows | null = null;
  private scroll = 0;
  private hovered: Hit | null = null;
  private over: Frame | null = null;
  private marked: [number, number] | null = null;
  private emphasis: Emphasis | null = null;
  private asked = 0;
  /** Of the host, in pixels; asking the page each time would make it lay itself out in between. */
  private size = { width: 0, height: 0 };
  private stale = true;
  /** The cursor has moved by other hands: it is to be in sight. */
  private follow = false;
  private held = false;
  /** What was in sight before the last change, and where each layout was left. */
  private shown: Window = { from: 0, to: 1 };
  private readonly left = new Map<View["layout"], Window & { scroll: number }>();

  constructor(
    private readonly host: HTMLElement,
    private readonly subject: Subject,
  ) {
    const { store } = subject;
    host.classList.add("timeline");
    this.above.setAttribute("aria-label", `${subject.about}; the events are in a table, too`);
    this.words = new Words(`words-${++made}`);
    this.above.setAttribute("aria-details", this.words.element.id);
    host.append(this.below, this.above, this.tooltip.element, this.words.element);
    this.measure();
    this.theme = readTheme(host);
    this.map = subject.map(store.get().mode);
    this.layout = store.get().layout;
    const many = subject.many(store.get(), this.room());
    if (many !== null) store.set(many);
    this.readable();
    store.subscribe((view, changed) => this.changed(view, changed));
    new Gestures(this.above, this);
    new ResizeObserver(() => {
      // It tells of the size at the beginning, too, which has been drawn for by then.
      if (this.measure()) this.replan();
    }).observe(host);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
    this.refresh();
  }

  private get model(): Model {
    return this.subject.model;
  }

  private get store(): Store {
    return this.subject.store;
  }

  /** Another run is the one that is looked at, of those in the picture. */
  turned(): void {
    this.map = this.subject.map(this.store.get().mode);
    this.replan();
  }

  refresh(): void {
    this.stale = true;
    this.ask();
  }

  reveal(e: EventIndex): void {
    const { from, to } = revealing(this.store.get(), this.map.of(e) / this.map.length);
    this.store.set({ from, to });
    const row = this.planned().rowOf[this.model.processOf(this.model.trace.pid[e])] ?? -1;
    if (row < 0) return;
    const { at, size } = this.planned().rows[row];
    const room = this.room();
    if (at < this.scroll || at + size > this.scroll + room) this.scroll = at + size / 2 - room / 2;
    this.refresh();
  }

  fit(): void {
    this.store.set({ from: 0, to: 1 });
  }

  /** Zoom by a factor around the cursor where it is in sight, else around the middle. */
  zoomBy(factor: number): void {
    const view = this.store.get();
    const place = this.map.of(view.cursor) / this.map.length;
    const part = (place - view.from) / (view.to - view.from);
    this.store.set(zoomed(view, factor, part >= 0 && part <= 1 ? part : 0.5, this.least()));
  }

  /** Move along time by a part of what is in sight, or across lanes by pixels. */
  panBy(part: number, lanes = 0): void {
    this.store.set(panned(this.store.get(), part));
    this.scroll += lanes;
    this.refresh();
  }

  emphasise(emphasis: Emphasis | null): void {
    this.emphasis = emphasis;
    this.refresh();
  }

  svg(): string {
    return pictureText(this.frame(), this.theme, (frame, pen) => this.subject.draw(frame, this.theme, pen, this.emphasis));
  }

  png(): Promise<Blob> {
    return pictureBlob(this.frame(), this.theme, (frame, pen) => this.subject.draw(frame, this.theme, pen, this.emphasis));
  }

  /** Where everything is now. */
  frame(): Frame {
    const { width, height } = this.size;
    const rows = this.planned();
    this.scroll = Math.max(0, Math.min(rows.total - this.room(), this.scroll));
    return makeFrame(this.model, this.store.get(), this.map, rows, { width, height, scroll: this.scroll });
  }

  holdsCursor(x: number, y: number): boolean {
    if (this.draft === null) return false;
    const { plot, horizontal } = this.draft.frame;
    const onAxis = horizontal ? y < plot.y && x >= plot.x : x < plot.x && y >= plot.y;
    return onAxis || (x >= plot.x && y >= plot.y && onCursor(this.draft, x, y));
  }

  moveCursor(x: number, y: number): void {
    this.held = true;
    this.store.pause();
    const frame = this.frame();
    this.store.set(this.momentNear(frame, frame.horizontal ? x : y), true);
    this.held = false;
  }

  pan(dx: number, dy: number): void {
    const frame = this.frame();
    const [along, across] = frame.horizontal ? [dx, dy] : [dy, dx];
    this.scroll -= across;
    if (along !== 0) this.store.set(panned(this.store.get(), -along / frame.mainSize));
    this.refresh();
  }

  zoom(factor: number, x: number, y: number): void {
    const frame = this.frame();
    const part = ((frame.horizontal ? x : y) - frame.main) / frame.mainSize;
    this.store.set(zoomed(this.store.get(), factor, Math.max(0, Math.min(1, part)), this.least()));
  }

  region(from: [number, number] | null, to: [number, number] | null, done: boolean): void {
    const frame = this.frame();
    const [a, b] = [from, to].map((place) => (place === null ? 0 : place[frame.horizontal ? 0 : 1]));
    this.marked = done ? null : [a, b];
    if (done && Math.abs(b - a) > 5) {
      const [low, high] = [unitAt(frame, Math.min(a, b)), unitAt(frame, Math.max(a, b))].map((u) => u / this.map.length);
      this.store.set(placed(low, high - low), true);
    }
    this.ask();
  }

  click(x: number, y: number, touch: boolean): void {
    if (this.draft !== null) this.draft = this.subject.under(this.draft, x, y, true);
    const hit = this.draft?.hits.at(x, y, touch ? 12 : 5) ?? null;
    if (hit?.what === "group") {
      this.toggle(hit.index);
      return;
    }
    if (hit?.what === "instant") {
      this.lookInto(hit.index);
      return;
    }
    const frame = this.frame();
    const selection = this.selected(frame, hit, x, y);
    this.held = true;
    const inPlot = x >= frame.plot.x && y >= frame.plot.y;
    const moment = hit?.what === "event" ? { cursor: hit.index, at: null } : this.momentNear(frame, frame.horizontal ? x : y);
    this.store.set(inPlot ? { selection, ...moment } : { selection }, true);
    this.held = false;
    this.above.focus({ preventScroll: true });
  }

  hover(x: number, y: number): void {
    const draft = this.draft === null ? null : this.subject.under(this.draft, x, y, false);
    const hit = draft?.hits.at(x, y) ?? null;
    this.above.style.cursor = this.holdsCursor(x, y) ? "ew-resize" : hit === null || hit.what === "strip" ? "grab" : "pointer";
    if (hit === null || draft === null) this.tooltip.hide();
    else this.tooltip.show(explain(draft.frame, hit), x, y, this.size.width, this.size.height);
    if (JSON.stringify(hit) === JSON.stringify(this.hovered)) return;
    this.hovered = hit;
    this.over = draft?.frame ?? null;
    this.ask();
  }

  leave(): void {
    this.tooltip.hide();
    if (this.hovered === null) return;
    this.hovered = null;
    this.ask();
  }

  scrolls(): boolean {
    return this.planned().total > this.room() + 1;
  }

  horizontal(): boolean {
    return this.layout === "lanes";
  }

  /** The box of an instant as wide as there is room, with a little of what is beside it. */
  private lookInto(instant: number): void {
    const { from, to } = this.map.box(instant);
    const room = Math.max((to - from) * 1.25, this.least() * this.map.length);
    this.store.set(placed(((from + to) / 2 - room / 2) / this.map.length, room / this.map.length), true);
  }

  /** Open or close a group of lanes. */
  private toggle(index: number): void {
    const { name } = this.planned().groups[index];
    this.store.set({ collapsed: toggled(this.store.get(), name) }, true);
  }

  /** What a click selects: what is there; else the process in whose lane it is. */
  private selected(frame: Frame, hit: Hit | null, x: number, y: number): Selection {
    if (hit?.what === "event" || hit?.what === "message" || hit?.what === "process") return { what: hit.what, index: hit.index };
    if (hit?.what === "timer") return { what: "event", index: this.model.timers.at(hit.index).armed };
    if (hit?.what === "bond") return { what: "event", index: this.model.bonds.at(hit.index).from };
    if (hit !== null && "process" in hit) return { what: "process", index: hit.process };
    const row = rowAt(frame, frame.horizontal ? y : x);
    return row === null || row.process < 0 ? null : { what: "process", index: row.process };
  }

  /** The moment at a pixel along time: an event that is near, or, where nothing happens, a round time. */
  private momentNear(frame: Frame, along: number): Moment {
    const { trace } = this.model;
    const u = unitAt(frame, along);
    const e = this.map.event(u);
    if (e < 0) return { cursor: trace.n > 0 && u > this.map.of(0) / 2 ? 0 : -1, at: null };
    const next = Math.min(trace.n - 1, e + 1);
    const [before, after] = [u - this.map.of(e), this.map.of(next) - u];
    const near = Math.min(before, after) * frame.scale <= SNAP;
    if (near || trace.t[e] === trace.t[next]) return { cursor: after < before ? next : e, at: null };
    const [low, high] = [-1, 1].map((pixel) => this.map.time(u + pixel / frame.scale));
    return { cursor: e, at: String(roundest(low, high)) };
  }

  private changed(view: View, changed: Set<keyof View>): void {
    if (changed.has("mode")) this.changeMode(view, changed);
    if (changed.has("layout")) this.changeLayout(view, this.shown);
    this.shown = { from: this.store.get().from, to: this.store.get().to };
    if (changed.has("theme")) this.repaint();
    const planning: (keyof View)[] = ["layout", "grouping", "hidden", "collapsed"];
    if (planning.some((key) => changed.has(key))) this.replan();
    if ((changed.has("cursor") || changed.has("at")) && !this.held) this.follow = true;
    if (["from", "to", "mode", "without", "legend"].some((key) => changed.has(key as keyof View))) this.stale = true;
    this.ask();
  }

  /** The same events stay in sight in another mode. */
  private changeMode(view: View, changed: Set<keyof View>): void {
    const before = this.map;
    this.map = this.subject.map(view.mode);
    this.stale = true;
    const whole = view.from === 0 && view.to === 1;
    if (whole || changed.has("from")) return;
    const [from, to] = [view.from, view.to].map((part) => carryOver(part * before.length, before, this.map) / this.map.length);
    this.store.set(placed(from, to - from));
  }

  /** Another layout begins with what can be read; one that was seen before comes back as it was left. */
  private changeLayout(view: View, before: Window): void {
    this.left.set(this.layout, { ...before, scroll: this.scroll });
    this.layout = view.layout;
    this.rows = null;
    const known = this.left.get(view.layout);
    this.scroll = known?.scroll ?? 0;
    if (known === undefined) this.readable();
    else this.store.set({ from: known.from, to: known.to });
  }

  /** A sequence begins with as much as can be read, unless part of the run was asked for. */
  private readable(): void {
    const view = this.store.get();
    const { height } = plotOf(this.size.width, this.size.height, false);
    const fits = height / READABLE / this.map.length;
    if (view.layout !== "sequence" || view.from > 0 || view.to < 1 || fits >= 1 || height < 50) return;
    const middle = this.map.of(view.cursor) / this.map.length;
    this.store.set(placed(middle - fits * 0.3, fits));
  }

  private repaint(): void {
    requestAnimationFrame(() => {
      this.theme = readTheme(this.host);
      this.refresh();
    });
  }

  /** Width of the closest look: a few events that are as close as any. */
  private least(): number {
    return Math.max(SMALLEST, Math.min(1, (3 * this.map.closest) / this.map.length));
  }

  /** Is the host of another size than before? */
  private measure(): boolean {
    const { width, height } = this.size;
    this.size = { width: this.host.clientWidth, height: this.host.clientHeight };
    return width !== this.size.width || height !== this.size.height;
  }

  private replan(): void {
    this.rows = null;
    this.refresh();
  }

  private planned(): Rows {
    return (this.rows ??= this.subject.rows(this.store.get(), this.room()));
  }

  /** Pixels for lanes, across time. */
  private room(): number {
    const horizontal = this.store.get().layout === "lanes";
    const { width, height } = plotOf(this.size.width, this.size.height, horizontal);
    return horizontal ? height : width;
  }

  private ask(): void {
    if (this.asked === 0) this.asked = requestAnimationFrame(() => this.render());
  }

  private render(): void {
    if (this.follow) this.followCursor();
    this.asked = 0;
    if (this.size.width === 0 || this.size.height === 0) return;
    const started = performance.now();
    const frame = this.frame();
    if (this.stale || this.draft === null) {
      this.draft = this.subject.draw(frame, this.theme, new CanvasPen(this.context(this.below, frame)), this.emphasis);
      this.stale = false;
      this.hovered = null;
      this.words.later(() => this.frame());
    }
    drawOverlay(frame, this.theme, new CanvasPen(this.context(this.above, frame)), { hover: this.hovered, over: this.over ?? frame, region: this.marked, times: this.draft.times });
    this.took = performance.now() - started;
  }

  private followCursor(): void {
    this.follow = false;
    const view = this.store.get();
    const place = (view.at === null ? this.map.of(view.cursor) : this.map.at(BigInt(view.at))) / this.map.length;
    const window: Window = revealing(view, place, this.store.playing ? 0.2 : 0.04);
    if (window.from !== view.from) this.store.set({ from: window.from, to: window.to });
  }

  /** A canvas of the size of the host and the sharpness of the screen, empty. */
  private context(canvas: HTMLCanvasElement, { width, height }: Frame): CanvasRenderingContext2D {
    const ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    const context = canvas.getContext("2d")!;
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (canvas === this.above) context.clearRect(0, 0, width, height);
    return context;
  }
}
