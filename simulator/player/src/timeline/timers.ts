/** Timers: a dotted line along the lane from where each was armed to where it fired, was cancelled, or came too late. */
import type { Draft } from "./draft";
import { alongEnd, alongEvent, anatomy, middle, TIMER_STEP, type Anatomy } from "./frame";
import { timerEnd, touching } from "./tracks";

const MANY = 300;

export function drawTimers(draft: Draft): void {
  const { frame, tracks } = draft;
  if (frame.view.without.includes("timer")) return;
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    if (row.kind === "group") continue;
    const parts = anatomy(frame, row);
    const centre = middle(frame, row);
    let drawn = 0;
    touching(tracks.timers[row.process], frame.first, frame.last, (index) => {
      if (drawn++ < MANY) drawTimer(draft, index, parts, centre);
    });
  }
  draft.flush();
}

function drawTimer(draft: Draft, index: number, parts: Anatomy, centre: number): void {
  const { frame, theme, tracks } = draft;
  const timer = frame.model.timers.at(index);
  const end = timerEnd(frame.model, index);
  const ended = end < frame.model.trace.n;
  const [from, to] = [alongEvent(frame, timer.armed), alongEnd(frame, ended ? end : -1)];
  if (to - from < 3) return;
  const slot = Math.min(tracks.timerSlot[index], parts.timers - 1);
  const at = parts.timers === 0 ? centre : centre - parts.side * (parts.strip + 4 + slot * TIMER_STEP);
  const of = [timer.armed, end];
  const line = draft.look(theme.line("timer", 1.3, [1.5, 2.5]), ...of);
  const solid = draft.look(theme.line("timer", 1.3), ...of);
  const [begin, stop] = [Math.max(from, frame.main - 20), Math.min(to, frame.main + frame.mainSize + 20)];
  draft.line(line, begin + (begin === from ? 4 : 0), at, stop, at);
  const [a, b] = [draft.place(begin, at), draft.place(stop, at)];
  draft.hits.segment(a.x, a.y, b.x, b.y, { what: "timer", index, process: timer.owner });
  clock(draft, from, at);
  if (!ended) return;
  if (timer.fired >= 0) draft.shape(draft.look(theme.fill("timer"), ...of), [to - 4, at, to, at - 4, to + 4, at, to, at + 4]);
  else if (timer.dropped >= 0) cross(draft, to, at);
  else {
    draft.line(solid, to, at - 4, to, at + 4);
    if (!timer.died) draft.line(solid, to + 2.5, at - 4, to + 2.5, at + 4);
  }
  for (const late of timer.tooLate) cross(draft, alongEvent(frame, late), at);
}

/** A small clock where a timer is armed. */
function clock(draft: Draft, x: number, y: number): void {
  const { theme } = draft;
  draft.disc(theme.fill("paper"), x, y, 3.6);
  draft.disc(theme.line("timer", 1.2), x, y, 3.6);
  draft.line(theme.line("timer", 1.2), x, y, x, y - 2.6);
  draft.line(theme.line("timer", 1.2), x, y, x + 2, y);
}

function cross(draft: Draft, x: number, y: number): void {
  const style = draft.theme.line("alarm", 1.8);
  draft.line(style, x - 3.5, y - 3.5, x + 3.5, y + 3.5);
  draft.line(style, x - 3.5, y + 3.5, x + 3.5, y - 3.5);
}
