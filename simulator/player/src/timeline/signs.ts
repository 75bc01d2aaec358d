/** Signs of single events in the lanes: ends and crashes, names, console output, notes, flags; a tick for each other event. */
import { planned } from "../model/people";
import { lastAtMost } from "../timemap";
import type { EventIndex } from "../types";
import type { Draft } from "./draft";
import { alongEvent, anatomy, breadth, middle, type Anatomy } from "./frame";
import { oneLine } from "./measure";
import type { Row } from "./rows";

/** Pixels between two ticks, at least; between two signs. */
const TICKS = 5;
const SIGNS = 4;
/** Smallest lane with room for texts beside its strip. */
const SPACIOUS = 24;

interface Place {
  e: EventIndex;
  /** Along, and across the middle of the lane. */
  at: number;
  centre: number;
  parts: Anatomy;
  size: number;
}

export function drawSigns(draft: Draft): void {
  const { frame } = draft;
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    if (row.kind === "process") drawRow(draft, row);
  }
  draft.flush();
}

function drawRow(draft: Draft, row: Row): void {
  const { frame, tracks } = draft;
  const all = frame.model.eventsOf(row.process);
  const parts = anatomy(frame, row);
  const centre = middle(frame, row);
  const ticks = lastAtMost(all, frame.last) - lastAtMost(all, frame.first - 1) <= frame.mainSize / TICKS;
  const events = ticks ? all : tracks.signsOf(row.process);
  const first = lastAtMost(events, frame.first - 1) + 1;
  const last = lastAtMost(events, frame.last);
  let free = -Infinity;
  for (let i = first; i <= last; i++) {
    const e = events[i];
    const at = alongEvent(frame, e);
    const kind = frame.model.trace.kindOf(e);
    if (at < free && kind !== "exit" && kind !== "note") continue;
    const place = { e, at, centre, parts, size: row.size };
    const draw = tracks.signed(e) ? DRAW[kind] : undefined;
    if (frame.view.without.includes(kind)) continue;
    if (draw !== undefined) draw(draft, place);
    else draft.line(draft.look(draft.theme.line("quiet", 1), e), at, centre - parts.strip - 1, at, centre + parts.strip + 1);
    if (draw !== undefined) free = at + SIGNS;
    const half = Math.max(4, parts.strip);
    const { x, y } = draft.place(at, centre);
    if (draw !== undefined) draft.hits.box(x - half, y - half, 2 * half, 2 * half, { what: "event", index: e });
    else draft.hits.box(x - (frame.horizontal ? 2 : half), y - (frame.horizontal ? half : 2), frame.horizontal ? 4 : 2 * half, frame.horizontal ? 2 * half : 4, { what: "event", index: e });
  }
}

/** A text beside a sign: away from where messages wait, or right of it. */
function beside(draft: Draft, { e, at, centre, parts, size }: Place, rank: number, text: string, colour: "alarm" | "note" | "quiet" | "link"): void {
  const { frame, theme } = draft;
  if (draft.isFaded(e)) return;
  const shown = oneLine(text);
  const style = theme.text(colour, 11, colour === "alarm" ? 600 : undefined);
  const lines = [0, 13, 26].map((more) => parts.texts + frame.large * more).filter((off) => off < breadth(frame, size) / 2 + 4);
  if (frame.horizontal && size < SPACIOUS) {
    if (colour === "alarm") draft.wish(rank, () => draft.labels.put(shown, style, [{ x: at + 8, y: centre, room: 220 }]));
    return;
  }
  const places = frame.horizontal
    ? [260, 90].flatMap((room) => lines.flatMap((off) => [{ x: at - 4, y: centre + off, room }, { x: at + 4, y: centre + off, room, align: "right" as const }]))
    : [0, 9].map((more) => ({ x: centre + parts.strip + 9, y: at + more, room: Math.max(90, size / 2 - 30) }));
  draft.wish(rank, () => draft.labels.put(shown, style, places));
}

type Draw = (draft: Draft, place: Place) => void;

const DRAW: Record<string, Draw | undefined> = {
  spawn: (draft, { e, at, centre }) => {
    draft.disc(draft.theme.fill("paper"), at, centre, 4);
    draft.disc(draft.look(draft.theme.line("ink", 1.5), e), at, centre, 4);
  },
  exit: (draft, place) => {
    const { e, at, centre, parts } = place;
    const { frame, theme } = draft;
    const reason = frame.model.trace.field<string>(e, "reason") ?? "";
    const calm = planned(reason);
    const style = draft.look(theme.line(calm ? "ink" : "alarm", 2.4), e);
    const half = parts.strip + 3;
    draft.line(style, at, centre - half, at, centre + half);
    if (calm) return;
    draft.line(style, at - 5, centre - 5, at + 5, centre + 5);
    draft.line(style, at - 5, centre + 5, at + 5, centre - 5);
    beside(draft, place, 0, reason, "alarm");
  },
  crash: (draft, { e, at, centre }) => {
    const { theme } = draft;
    const corner = draft.frame.horizontal ? [at, centre - 7, at + 6, centre + 4, at - 6, centre + 4] : [at - 7, centre, at + 4, centre + 6, at + 4, centre - 6];
    draft.shape(draft.look(theme.fill("alarm"), e), corner);
  },
  output: (draft, place) => {
    const { e, at, centre } = place;
    const { theme } = draft;
    draft.box(draft.look(theme.fill("console"), e), at - 5, centre - 5, 10, 10);
    draft.box(draft.look(theme.line("faint", 1), e), at - 5, centre - 5, 10, 10);
    const { x, y } = draft.place(at, centre);
    draft.batch.shape(draft.look(theme.line("console-ink", 1.4), e), [x - 2.5, y - 2.5, x + 0.5, y, x - 2.5, y + 2.5]);
    beside(draft, place, 4, draft.frame.model.trace.field<string>(e, "text") ?? "", "quiet");
  },
  note: (draft, place) => {
    const { e, at, centre } = place;
    const { theme } = draft;
    draft.box(draft.look(theme.fill("note-fill"), e), at - 5, centre - 6, 10, 12);
    draft.box(draft.look(theme.line("note", 1.4), e), at - 5, centre - 6, 10, 12);
    beside(draft, place, 2, draft.frame.model.trace.field<string>(e, "text") ?? "", "note");
  },
  register: (draft, place) => {
    flag(draft, place, true);
    beside(draft, place, 4, draft.frame.model.trace.field<string>(place.e, "name") ?? "", "link");
  },
  unregister: (draft, place) => flag(draft, place, false),
  flag: (draft, { e, at, centre }) => {
    draft.shape(draft.look(draft.theme.fill("paper"), e), [at - 4.5, centre, at, centre - 4.5, at + 4.5, centre, at, centre + 4.5]);
    draft.shape(draft.look(draft.theme.line("link", 1.4), e), [at - 4.5, centre, at, centre - 4.5, at + 4.5, centre, at, centre + 4.5, at - 4.5, centre]);
  },
  timeout: (draft, { e, at, centre }) => {
    const { theme } = draft;
    draft.shape(draft.look(theme.fill("timer"), e), [at - 4, centre - 5, at + 4, centre - 5, at, centre]);
    draft.shape(draft.look(theme.fill("timer"), e), [at - 4, centre + 5, at + 4, centre + 5, at, centre]);
  },
};

/** A flag on its pole: a name is given; an empty one: it is taken away. */
function flag(draft: Draft, { e, at, centre }: Place, given: boolean): void {
  const { theme } = draft;
  const { x, y } = draft.place(at, centre);
  const line = draft.look(theme.line("link", 1.5), e);
  draft.batch.line(line, x, y + 6, x, y - 8);
  const cloth = [x, y - 8, x + 8, y - 5, x, y - 2];
  if (given) draft.batch.shape(draft.look(theme.fill("link"), e), cloth);
  else draft.batch.shape(line, [...cloth, x, y - 8]);
}
