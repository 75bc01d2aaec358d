/** The whole run in a strip: who does what when, mailboxes, crashes and notes, the part in sight, and the cursor. */
import { h } from "./dom";
import { durationText } from "./durations";
import { CanvasPen } from "./timeline/canvas_pen";
import { Batch } from "./timeline/pen";
import { star } from "./timeline/shapes";
import { BUSY, busiest, CLASSES, sharesOf, stack } from "./timeline/shares";
import { readTheme, type Theme } from "./timeline/theme";
import { placed } from "./timeline/window";
import { timeMap, type PositionMap } from "./timemap";
import type { EventIndex, Model, Store, View } from "./types";

/** Pixels of a bin, and of the heat of the mailboxes below. */
const BIN = 2;
const WARM = 4;
const EDGE = 6;
const TOP = 7;

type Part = "cursor" | "from" | "to" | "window";

export class Scrubber {
  private readonly below = h("canvas");
  private readonly above = h("canvas", { tabindex: 0, role: "slider", "aria-label": "Position in the run", "aria-valuemin": 0 });
  private theme: Theme;
  private size = { width: 0, height: 0 };
  private dragged: Part | null = null;
  private grip = 0;
  private asked = false;
  private stale = true;

  constructor(
    private readonly host: HTMLElement,
    private readonly model: Model,
    private readonly store: Store,
  ) {
    host.classList.add("scrubber");
    host.append(this.below, this.above);
    this.above.setAttribute("aria-valuemax", String(model.trace.n - 1));
    this.theme = readTheme(host);
    store.subscribe((view, changed) => this.changed(view, changed));
    new ResizeObserver(([entry]) => {
      this.size = entry.contentRect;
      this.refresh();
    }).observe(host);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
    this.above.addEventListener("pointerdown", (event) => this.down(event));
    this.above.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) this.above.addEventListener(end, () => (this.dragged = null));
    this.refresh();
  }

  private get map(): PositionMap {
    return timeMap(this.model.trace, this.store.get().mode);
  }

  private changed(_: View, changed: Set<keyof View>): void {
    if (changed.has("theme")) this.repaint();
    if (changed.has("mode")) this.stale = true;
    this.ask();
  }

  private repaint(): void {
    requestAnimationFrame(() => {
      this.theme = readTheme(this.host);
      this.refresh();
    });
  }

  private refresh(): void {
    this.stale = true;
    this.ask();
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.render();
    });
  }

  private render(): void {
    const { width, height } = this.size;
    if (width === 0 || height === 0 || this.model.trace.n === 0) return;
    if (this.stale) this.drawBelow(width, height);
    this.stale = false;
    this.drawAbove(width, height);
  }

  /** How many of all processes do what; a red mark above it for a crash, another for a note. */
  private drawBelow(width: number, height: number): void {
    const pen = new CanvasPen(this.context(this.below, width, height));
    const { map, theme, model } = this;
    const bins = Math.max(1, Math.floor(width / BIN));
    const shares = sharesOf(model, model, map, 0, map.length, bins);
    const batch = new Batch();
    batch.rect(theme.fill("panel"), 0, 0, width, height);
    batch.flush(pen);
    const styles = CLASSES.map(({ fill, alpha }) => theme.fill(fill, alpha));
    const foot = height - WARM;
    // Those that wait say little of where something happens: the others have all the height.
    const most = busiest(shares);
    for (let bin = 0; bin < bins; bin++) {
      // Whole pixels: neighbours that share one would be a fence of seams.
      const x = Math.round((bin * width) / bins);
      const wide = Math.round(((bin + 1) * width) / bins) - x;
      stack(shares, bin, foot - TOP, (c, from, high) => batch.rect(styles[c], x, Math.round(foot - from - high), wide, Math.round(foot - from) - Math.round(foot - from - high)), most, BUSY);
      const deep = Math.log1p(shares.deepest[bin]) / Math.log1p(Math.max(4, model.maxDepth));
      if (deep > 0) batch.rect(theme.fill("message", 0.2 + 0.1 * Math.ceil(7 * deep)), x, foot, wide, WARM);
    }
    for (const e of this.model.notes) batch.rect(theme.fill("note"), this.x(e, width) - 1, 0, 2.5, TOP);
    for (const { ended, failed } of this.model.processes) {
      if (!failed || ended < 0) continue;
      const x = this.x(ended, width);
      batch.shape(theme.fill("alarm"), [x - 4, 0, x + 4, 0, x, TOP]);
    }
    batch.flush(pen);
  }

  private drawAbove(width: number, height: number): void {
    const context = this.context(this.above, width, height);
    const pen = new CanvasPen(context);
    const { theme } = this;
    const { from, to, cursor, at, bookmarks } = this.store.get();
    const [a, b] = [from * width, to * width];
    const batch = new Batch();
    batch.rect(theme.fill("paper", 0.6), 0, 0, a, height);
    batch.rect(theme.fill("paper", 0.6), b, 0, width - b, height);
    if (to - from < 1) batch.rect(theme.line("quiet", 1.5), a + 0.75, 0.75, Math.max(2, b - a - 1.5), height - 1.5);
    for (const edge of [a, b]) batch.rect(theme.fill("quiet"), Math.max(0, Math.min(width - 4, edge - 2)), height / 2 - 8, 4, 16);
    for (const e of bookmarks) batch.shape(theme.fill("note"), star(this.x(e, width), height - 8, 6));
    const x = cursor < 0 ? 1 : at === null ? this.x(cursor, width) : (this.map.at(BigInt(at)) / this.map.length) * width;
    batch.line(theme.line("accent", 2), x, 0, x, height);
    batch.shape(theme.fill("accent"), [x - 5, 0, x + 5, 0, x, 7]);
    batch.flush(pen);
    this.above.setAttribute("aria-valuenow", String(cursor));
    this.above.setAttribute("aria-valuetext", cursor < 0 ? "start" : `event ${cursor}, ${durationText(this.model.trace.t[cursor])}`);
  }

  private x(e: EventIndex, width: number): number {
    return (this.map.of(e) / this.map.length) * width;
  }

  private context(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
    const ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    const context = canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  private fraction(event: PointerEvent): number {
    const { left, width } = this.above.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width));
  }

  /** The edges of the window, or its frame along top and bottom, move the window; everything else the cursor. */
  private part(event: PointerEvent): Part {
    const { left, width, top, height } = this.above.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const { from, to } = this.store.get();
    if (from > 0 && Math.abs(x - from * width) <= EDGE) return "from";
    if (to < 1 && Math.abs(x - to * width) <= EDGE) return "to";
    if (to - from < 1 && x > from * width && x < to * width && y > height - TOP) return "window";
    return "cursor";
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.above.setPointerCapture(event.pointerId);
    this.dragged = this.part(event);
    this.grip = this.fraction(event) - this.store.get().from;
    this.drag(event);
  }

  private move(event: PointerEvent): void {
    if (this.dragged !== null) {
      this.drag(event);
      return;
    }
    const part = this.part(event);
    this.above.style.cursor = part === "cursor" ? "pointer" : part === "window" ? "grab" : "ew-resize";
  }

  private drag(event: PointerEvent): void {
    const at = this.fraction(event);
    const { from, to } = this.store.get();
    if (this.dragged === "from") this.store.set({ from: Math.min(at, to - 1e-9) });
    else if (this.dragged === "to") this.store.set({ to: Math.max(at, from + 1e-9) });
    else if (this.dragged === "window") this.store.set(placed(at - this.grip, to - from));
    else {
      this.store.pause();
      this.store.set({ cursor: this.map.event(at * this.map.length) }, true);
    }
  }
}

export function makeScrubber(host: HTMLElement, model: Model, store: Store): Scrubber {
  return new Scrubber(host, model, store);
}
