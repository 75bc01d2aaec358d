/** Collapsed groups: one band for all their processes, of what shares of them do what; crashes stand out of it. */
import type { Model } from "../types";
import { drawDense } from "./dense";
import type { Draft } from "./draft";
import { alongEvent, type Frame } from "./frame";
import type { Group } from "./rows";
import type { Source } from "./shares";

/** Pixels below the band for the heat of the mailboxes. */
const WARM = 4;
/** Of crashes within so many pixels one is marked. */
const APART = 3;

const sources = new WeakMap<Group, Source>();

function sourceOf(model: Model, group: Group): Source {
  let source = sources.get(group);
  if (source === undefined) {
    source = { strips: group.members.map((process) => model.strips[process]), depth: group.members.map((process) => model.depth[process]) };
    sources.set(group, source);
  }
  return source;
}

export function drawGroups(draft: Draft): void {
  const { frame, theme } = draft;
  for (const { group, begin, size } of groupsInSight(frame)) {
    draft.box(theme.fill("panel"), frame.main, begin, frame.mainSize, size);
    if (group.collapsed) drawDense(draft, group, sourceOf(frame.model, group), begin + 3, size - 8 - WARM, WARM);
  }
  draft.flush();
}

/** No crash is averaged away. */
export function drawCrashes(draft: Draft): void {
  for (const { group, begin } of groupsInSight(draft.frame)) if (group.collapsed) crashes(draft, group, begin + 1);
  draft.flush();
}

function* groupsInSight({ rows, firstRow, lastRow, ...frame }: Frame): Generator<{ group: Group; begin: number; size: number }> {
  for (let r = firstRow; r <= lastRow; r++) {
    const row = rows.rows[r];
    if (row.kind === "group" && row.size > 0) yield { group: rows.groups[row.group], begin: frame.cross + row.at - frame.scroll, size: row.size };
  }
}

function crashes(draft: Draft, group: Group, across: number): void {
  const { frame, theme } = draft;
  let free = -Infinity;
  const ended = group.members.map((process) => frame.model.processes[process]).filter(({ failed, ended }) => failed && ended >= frame.first && ended <= frame.last);
  for (const { ended: e } of ended.sort((a, b) => a.ended - b.ended)) {
    const at = alongEvent(frame, e);
    const { x, y } = draft.place(at, across + 4);
    draft.hits.box(x - 4, y - 4, 8, 8, { what: "event", index: e });
    if (at < free) continue;
    free = at + APART;
    draft.shape(theme.fill("alarm"), [at - 4, across, at + 4, across, at, across + 8]);
  }
}
