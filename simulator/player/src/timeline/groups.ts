/** Collapsed groups: one strip for all their processes, the darker the more happens. */
import type { EventIndex, Model } from "../types";
import { activity } from "./activity";
import type { Draft } from "./draft";
import { middle } from "./frame";
import type { Group } from "./rows";

const merged = new WeakMap<Group, Int32Array>();

/** Events of all members, in order. */
function eventsOf(model: Model, group: Group): Int32Array {
  let events = merged.get(group);
  if (events === undefined) {
    const all: EventIndex[] = [];
    for (const process of group.members) for (const e of model.eventsOf[process]) all.push(e);
    merged.set(group, (events = Int32Array.from(all).sort()));
  }
  return events;
}

export function drawGroups(draft: Draft): void {
  const { frame, theme } = draft;
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    if (row.kind !== "group" || row.size === 0) continue;
    const group = frame.rows.groups[row.group];
    const begin = middle(frame, row) - row.size / 2;
    draft.box(theme.fill("panel"), frame.main, begin, frame.mainSize, row.size);
    if (group.collapsed) activity(draft, eventsOf(frame.model, group), begin + 4, row.size - 8);
  }
  draft.flush();
}
