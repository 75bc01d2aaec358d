/** What every panel is given. */

import type { Causality } from "./causality";
import type { Emphases } from "./emphases";
import type { Moment } from "./moment";
import type { EventIndex, Model, ProcessIndex, Selection, Store, Timeline, View } from "./types";

export interface Stage {
  readonly model: Model;
  readonly store: Store;
  readonly causality: Causality;
  readonly emphases: Emphases;
  /** Tell the reader in passing what has just been done. */
  say(words: string): void;
  /** {@link ABSENT} until the page has room for it. */
  timeline: Timeline;
}

/** Does nothing. */
export const ABSENT: Timeline = {
  refresh() {}, reveal() {}, fit() {}, zoomBy() {}, panBy() {}, emphasise() {}, svg: () => "", png: () => Promise.resolve(new Blob()),
};

export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
  /** Show the view; `changed` is null when everything may have changed. Called only while the panel is in sight. */
  show(view: View, changed: Set<keyof View> | null): void;
}

/** Move the cursor to an event, select it and bring it into sight. */
export function jump(stage: Stage, e: EventIndex): void {
  stage.store.pause();
  stage.store.set({ cursor: e, selection: e < 0 ? null : { what: "event", index: e } }, true);
  if (e >= 0) stage.timeline.reveal(e);
}

/** Move the cursor to a moment, also to one at which nothing happens. */
export function visit(stage: Stage, { cursor, at }: Moment): void {
  jump(stage, cursor);
  if (at === null) return;
  stage.store.set({ cursor, at, selection: null }, true);
}

/** Take a process off the timeline. */
export function hide(store: Store, p: ProcessIndex): void {
  const others = store.get().hidden.filter((one) => one !== p);
  store.set({ hidden: [...others, p].sort((a, b) => a - b) }, true);
}

export function select(stage: Stage, selection: Selection): void {
  stage.store.set({ selection }, true);
}
