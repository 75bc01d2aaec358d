/** Two runs in one picture, over one axis of time: the lanes of a process in both are beside each other. */

import { drawAxis, drawBackground, drawPromise, drawTies } from "../timeline/axis";
import { Draft } from "../timeline/draft";
import { drawRun } from "../timeline/draw";
import { along, AXIS, makeFrame, rowAt, type Frame } from "../timeline/frame";
import { drawLegend } from "../timeline/legend";
import { fitted, inTheMiddle, oneLine, textWidth } from "../timeline/measure";
import type { Pen } from "../timeline/pen";
import type { Rows } from "../timeline/rows";
import type { Subject } from "../timeline/subject";
import type { Theme } from "../timeline/theme";
import { tracksOf } from "../timeline/tracks";
import type { PositionMap } from "../timemap";
import type { Emphasis, Model, Store, TimeMode, View } from "../types";
import type { Difference } from "./differences";
import { twinRows, type TwinRows } from "./rows";
import type { SharedAxis } from "./shared_axis";

type Side = 0 | 1;
/** Of more differences than this in sight only the first is marked. */
const MOST_MARKS = 400;
/** Pixels of a process with room for its name alone. */
const LOW = 30;

/** What it is made of, and who is looked at. */
export interface Pair {
  models: [Model, Model];
  stores: [Store, Store];
  /** What the runs are called: a letter each. */
  names: [string, string];
  axis: SharedAxis;
  differences: Difference[];
  side(): Side;
  turn(side: Side): void;
}

export class TwoRuns implements Subject {
  readonly store: Store;
  readonly about: string;
  readonly emphases: [Emphasis | null, Emphasis | null] = [null, null];
  private planned: TwinRows | null = null;
  private drafts: [Draft, Draft] | null = null;

  constructor(private readonly pair: Pair) {
    this.store = new StoreOfBoth(pair);
    this.about = `Two runs on one axis of time, ${pair.models.map(({ trace }) => `${trace.n} events`).join(" and ")}`;
  }

  get model(): Model {
    return this.pair.models[this.pair.side()];
  }

  map(mode: TimeMode): PositionMap {
    return this.pair.axis.side(this.pair.side(), mode);
  }

  rows(_: View, room: number): Rows {
    const { models, stores, side } = this.pair;
    this.planned = twinRows(models, [stores[0].get().hidden, stores[1].get().hidden], room);
    return this.planned.sides[side()];
  }

  many(): null {
    return null;
  }

  draw(frame: Frame, usual: Theme, pen: Pen): Draft {
    const theme = usual.enlarged(frame.large);
    const { plot } = frame;
    const frames = this.frames(frame);
    const base = new Draft(this.ofSteps(frame), tracksOf(frame.model), theme, pen, null);
    pen.rects(theme.fill("paper"), [0, 0, frame.width, frame.height]);
    pen.clip(plot.x, plot.y, plot.width, plot.height);
    drawBackground(base);
    this.shade(base, frames[1]);
    const drafts = frames.map((each, side) => new Draft(each, tracksOf(each.model), theme, pen, this.emphases[side as Side], base.labels)) as [Draft, Draft];
    for (const draft of drafts) drawRun(draft);
    for (const draft of drafts) draft.placeLabels();
    base.labels.draw(pen, theme.fill("paper", 0.86));
    this.marks(base);
    drawLegend(drafts[this.pair.side()]);
    pen.unclip();
    drawAxis(base);
    for (const draft of drafts) drawTies(draft);
    this.diamonds(base);
    this.headers(drafts, theme, pen);
    drawPromise(base);
    this.drafts = drafts;
    const own = drafts[this.pair.side()];
    own.times.push(...base.times);
    return own;
  }

  under(draft: Draft, x: number, y: number, turn: boolean): Draft {
    const { drafts } = this;
    if (drafts === null) return draft;
    const lane: Side = rowAt(drafts[1].frame, y) === null ? 0 : 1;
    const side: Side = drafts[lane].hits.at(x, y) !== null || drafts[1 - lane].hits.at(x, y) === null ? lane : (1 - lane as Side);
    const onLane = rowAt(drafts[side].frame, y) !== null || drafts[side].hits.at(x, y) !== null;
    if (!onLane) return draft;
    if (turn && side !== this.pair.side()) this.pair.turn(side);
    return drafts[side];
  }

  /** The frames of both; one is that of the run that is looked at. */
  private frames(frame: Frame): [Frame, Frame] {
    const { models, stores, axis, side } = this.pair;
    const { width, height, scroll, view } = frame;
    return ([0, 1] as const).map((each) => {
      if (each === side()) return frame;
      const seen = { ...stores[each].get(), layout: view.layout, from: view.from, to: view.to, without: view.without };
      return makeFrame(models[each], seen, axis.side(each, frame.map.mode), this.planned!.sides[each], { width, height, scroll });
    }) as [Frame, Frame];
  }

  private ofSteps(frame: Frame): Frame {
    const map = this.pair.axis.map(frame.map.mode);
    return { ...frame, map, first: Math.max(0, map.event(frame.u0)), last: Math.min(map.trace.n - 1, map.event(frame.u1) + 1) };
  }

  /** The second run's lanes are darker, and there is a line between two processes. */
  private shade(base: Draft, { rows, scroll, cross, firstRow, lastRow }: Frame): void {
    const { frame, theme } = base;
    for (let r = firstRow; r <= lastRow; r++) {
      const { at, size } = rows.rows[r];
      base.box(theme.fill("panel", 0.75), frame.main, cross + at - scroll, frame.mainSize, size);
    }
    for (const { at, size } of this.planned!.twins) {
      const edge = Math.round(cross + at + size - scroll) - 3.5;
      base.line(theme.line("faint", 1), frame.main, edge, frame.main + frame.mainSize, edge);
    }
    base.flush();
  }

  /** A line where they part, and one where the same happens at another time for the first time. */
  private marks(base: Draft): void {
    const { differences } = this.pair;
    const parting = differences.find(({ kind }) => kind !== "time");
    const later = differences.find(({ kind }) => kind === "time");
    if (later !== undefined && (parting === undefined || later.step < parting.step)) this.line(base, later, "at another time from here", [5, 4]);
    if (parting !== undefined) this.line(base, parting, "they part here");
    base.flush();
  }

  private line(base: Draft, { step }: Difference, words: string, dash?: number[]): void {
    const { frame, theme, pen } = base;
    const at = along(frame, frame.map.of(step));
    if (at < frame.main - 1 || at > frame.main + frame.mainSize + 1) return;
    pen.lines(theme.line("alarm", 2, dash), [at, frame.cross, at, frame.cross + frame.crossSize]);
    const style = { ...theme.text("paper", 11, 600), colour: theme.colour.paper };
    const width = textWidth(words, style.font) + 10;
    const x = Math.max(frame.plot.x, Math.min(frame.width - width, at));
    const y = dash === undefined ? frame.plot.y : frame.plot.y + 18;
    pen.rects(theme.fill("alarm"), [x, y, width, 17]);
    pen.text(style, x + 5, y + 9, words);
  }

  /** On the axis a sign for each difference. */
  private diamonds(base: Draft): void {
    const { frame, theme } = base;
    const inSight = this.pair.differences.filter(({ step }) => step >= frame.first && step <= frame.last);
    for (const { step } of inSight.slice(0, MOST_MARKS)) {
      const at = along(frame, frame.map.of(step));
      if (at >= frame.main - 1) base.shape(theme.fill("alarm"), [at - 4, AXIS.horizontal - 5, at, AXIS.horizontal - 9, at + 4, AXIS.horizontal - 5, at, AXIS.horizontal - 1]);
    }
    base.flush();
  }

  /** The name of each process once, and a letter for each of its lanes. */
  private headers(drafts: [Draft, Draft], theme: Theme, pen: Pen): void {
    const [{ frame }] = drafts;
    const { scroll, cross, plot, height } = frame;
    pen.rects(theme.fill("paper"), [0, 0, plot.x, height]);
    pen.clip(0, AXIS.horizontal, plot.x, height - AXIS.horizontal);
    const room = plot.x - 34;
    for (const { of, at, size } of this.planned!.twins) {
      const top = cross + at - scroll;
      if (top + size < 0 || top > height) continue;
      const own = of[0] >= 0 ? 0 : 1;
      const process = this.pair.models[own].processes[of[own]];
      const name = theme.text("ink", 12.5, 600);
      pen.text(name, 8, top + size / 2 - (size > LOW ? 10 : 3), inTheMiddle(oneLine(process.label), name.font, room));
      const quiet = theme.text("quiet", 10.5);
      const alone = of[0] < 0 || of[1] < 0 ? `only in ${this.pair.names[own]}` : `<0.${process.pid}.0>`;
      if (size > LOW) pen.text(quiet, 8, top + size / 2 + 5, fitted(alone, quiet.font, room));
      pen.lines(theme.line("pale", 1), [0, top + size - 3.5, plot.x, top + size - 3.5]);
    }
    drafts.forEach((draft, side) => this.letters(draft, side as Side, theme, pen));
    pen.unclip();
    pen.lines(theme.line("faint", 1), [plot.x - 0.5, 0, plot.x - 0.5, height]);
  }

  private letters({ frame, hits }: Draft, side: Side, theme: Theme, pen: Pen): void {
    const { rows, scroll, cross, plot, model, firstRow, lastRow } = frame;
    for (let r = firstRow; r <= lastRow; r++) {
      const { at, size, process } = rows.rows[r];
      const top = cross + at - scroll;
      if (side === 1) pen.rects(theme.fill("panel", 0.75), [plot.x - 24, top, 24, size]);
      const style = theme.text(model.processes[process].failed ? "alarm" : "quiet", 11.5, 600, "center");
      pen.text(style, plot.x - 12, top + size / 2, this.pair.names[side]);
      hits.box(0, top, plot.x, size, { what: "process", index: process });
    }
  }
}

/** The store of the run that is looked at, whichever that is; the picture is always one of lanes. */
class StoreOfBoth implements Store {
  constructor(private readonly pair: Pair) {}

  private get current(): Store {
    return this.pair.stores[this.pair.side()];
  }

  get(): View {
    return { ...this.current.get(), layout: "lanes" };
  }

  set(patch: Partial<View>, undoable = false): void {
    this.current.set(patch, undoable);
  }

  undo(): void {
    this.current.undo();
  }

  subscribe(listener: (view: View, changed: Set<keyof View>) => void): void {
    for (const store of this.pair.stores) {
      store.subscribe((view, changed) => {
        if (store === this.current) listener({ ...view, layout: "lanes" }, changed);
      });
    }
  }

  get playing(): boolean {
    return this.current.playing;
  }

  play(): void {
    this.current.play();
  }

  pause(): void {
    this.current.pause();
  }
}
