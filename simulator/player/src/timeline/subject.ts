/** What a timeline is of: one run; or two of them in one picture, of which one is looked at. */
import { timeMap, type PositionMap } from "../timemap";
import type { Emphasis, Model, Store, TimeMode, View } from "../types";
import type { Draft } from "./draft";
import { draw } from "./draw";
import type { Frame } from "./frame";
import type { Pen } from "./pen";
import { planRows, startForMany, type Rows } from "./rows";
import type { Theme } from "./theme";

export interface Subject {
  /** Of the run that is looked at. */
  readonly model: Model;
  readonly store: Store;
  /** For who does not see it. */
  readonly about: string;
  map(mode: TimeMode): PositionMap;
  rows(view: View, room: number): Rows;
  /** What to begin with where there are too many lanes. */
  many(view: View, room: number): Partial<View> | null;
  /** The whole picture; what is returned is of the run that is looked at. */
  draw(frame: Frame, theme: Theme, pen: Pen, emphasis: Emphasis | null): Draft;
  /** What was drawn of the run at a place; with `turn` that run is the one that is looked at from now on. */
  under(draft: Draft, x: number, y: number, turn: boolean): Draft;
}

export class OneRun implements Subject {
  readonly about: string;

  constructor(readonly model: Model, readonly store: Store) {
    this.about = `Timeline of ${model.processes.length} processes and ${model.trace.n} events`;
  }

  map(mode: TimeMode): PositionMap {
    return timeMap(this.model.trace, mode);
  }

  rows(view: View, room: number): Rows {
    return planRows(this.model, view, room);
  }

  many(view: View, room: number): Partial<View> | null {
    return startForMany(this.model, view, room);
  }

  draw(frame: Frame, theme: Theme, pen: Pen, emphasis: Emphasis | null): Draft {
    return draw(frame, theme, pen, emphasis);
  }

  under(draft: Draft): Draft {
    return draft;
  }
}
