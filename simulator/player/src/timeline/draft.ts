/** What the parts of a drawing share: where things are, what they look like, what is where for the pointer. */
import type { EventIndex, Emphasis } from "../types";
import type { Frame } from "./frame";
import { Hits } from "./hits";
import { Labels } from "./labels";
import { Batch, Grid, type Pen, type Style } from "./pen";
import type { Theme } from "./theme";
import type { Tracks } from "./tracks";

/** Pixels of a long line that are whole at each end. */
const END = 26;
/** Pixels of a bin. */
const BIN = 3;

export class Draft {
  readonly batch = new Batch();
  /** What is denser than pixels. */
  readonly grid: Grid;
  readonly hits = new Hits();
  /** Where along the axis times are written. */
  readonly times: { from: number; to: number }[] = [];
  private readonly wishes: { rank: number; put: () => void }[] = [];

  constructor(
    readonly frame: Frame,
    readonly tracks: Tracks,
    readonly theme: Theme,
    readonly pen: Pen,
    readonly emphasis: Emphasis | null,
    /** Two runs in one picture share them. */
    readonly labels = new Labels(frame.plot),
  ) {
    const bins = Math.max(1, Math.floor(frame.mainSize / BIN));
    this.grid = new Grid(frame.horizontal, frame.main, bins, frame.mainSize / bins);
  }

  /** Ask for a label; those of a lower rank choose their places first. */
  wish(rank: number, put: () => void): void {
    this.wishes.push({ rank, put });
  }

  placeLabels(): void {
    this.wishes.sort((a, b) => a.rank - b.rank);
    for (const { put } of this.wishes) put();
  }

  /** The style of something that belongs to these events: faded where others are emphasised. */
  look(style: Style, ...events: EventIndex[]): Style {
    return this.emphasis !== null && this.isFaded(...events) ? this.theme.faded(style) : style;
  }

  isFaded(...events: EventIndex[]): boolean {
    const { emphasis } = this;
    return emphasis !== null && !events.some((e) => e >= 0 && emphasis.events[e] === 1);
  }

  /** A box given along and across time. */
  box(style: Style, along: number, across: number, length: number, breadth: number): void {
    if (this.frame.horizontal) this.batch.rect(style, along, across, length, breadth);
    else this.batch.rect(style, across, along, breadth, length);
  }

  line(style: Style, along1: number, across1: number, along2: number, across2: number): void {
    if (this.frame.horizontal) this.batch.line(style, along1, across1, along2, across2);
    else this.batch.line(style, across1, along1, across2, along2);
  }

  /** A line over many lanes: whole at its ends, pale between them, so that it does not hide the lanes that it only crosses. */
  reach(style: Style, along1: number, across1: number, along2: number, across2: number): void {
    const length = Math.hypot(along2 - along1, across2 - across1);
    const part = END / Math.max(1, length);
    if (part > 0.4) return this.line(style, along1, across1, along2, across2);
    const [dx, dy] = [(along2 - along1) * part, (across2 - across1) * part];
    this.line(style, along1, across1, along1 + dx, across1 + dy);
    this.line(this.theme.distant(style), along1 + dx, across1 + dy, along2 - dx, across2 - dy);
    this.line(style, along2 - dx, across2 - dy, along2, across2);
  }

  disc(style: Style, along: number, across: number, radius: number): void {
    if (this.frame.horizontal) this.batch.disc(style, along, across, radius);
    else this.batch.disc(style, across, along, radius);
  }

  /** Points along, across, along, across ... */
  shape(style: Style, points: number[]): void {
    if (!this.frame.horizontal) {
      for (let i = 0; i < points.length; i += 2) [points[i], points[i + 1]] = [points[i + 1], points[i]];
    }
    this.batch.shape(style, points);
  }

  /** x and y of a place along and across time. */
  place(along: number, across: number): { x: number; y: number } {
    return this.frame.horizontal ? { x: along, y: across } : { x: across, y: along };
  }

  flush(): void {
    this.batch.flush(this.pen);
  }
}
