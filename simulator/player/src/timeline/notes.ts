/** Notes on bookmarks, over the picture: each begins at its star; at its own moment it is told whole. */
import type { EventIndex } from "../types";
import { alongEvent, type Frame } from "./frame";
import { fitted, textWidth, wrapped } from "./measure";
import type { Pen } from "./pen";
import type { Theme } from "./theme";

/** Pixels: of a note that is not at the cursor, of one that is, and lines of that. */
const TAG = 170;
const CARD = 320;
const MOST_LINES = 8;
const PAD = 6;
const GAP = 4;

export function drawNotes(frame: Frame, theme: Theme, pen: Pen): void {
  const { view, plot } = frame;
  const here = view.at === null && view.cursor in view.notes ? view.cursor : -1;
  let free = -Infinity;
  for (const e of view.bookmarks) {
    if (!(e in view.notes) || e === here) continue;
    const at = alongEvent(frame, e);
    if (at < frame.main || at > frame.main + frame.mainSize) continue;
    free = tag(frame, theme, pen, e, at, free);
  }
  if (here < 0) return;
  const style = theme.text("ink", 12);
  const room = Math.max(60, Math.min(CARD, plot.width - 16));
  const lines = wrapped(view.notes[here], style.font, room - 2 * PAD, MOST_LINES);
  const step = style.font.size * 1.35;
  const width = Math.min(room, Math.max(...lines.map((line) => textWidth(line, style.font))) + 2 * PAD);
  box(frame, theme, pen, alongEvent(frame, here), width, lines.length * step + PAD, (x, y) => {
    lines.forEach((line, i) => pen.text(style, x + PAD, y + PAD / 2 + step * (i + 0.5), line));
  });
}

/** Its beginning, where the one before it leaves room; how far it reaches along time. */
function tag(frame: Frame, theme: Theme, pen: Pen, e: EventIndex, at: number, free: number): number {
  if (at < free) return free;
  const style = theme.text("note", 11);
  const height = style.font.size * 1.5;
  const text = fitted(frame.view.notes[e], style.font, TAG - 2 * PAD);
  const width = textWidth(text, style.font) + 2 * PAD;
  box(frame, theme, pen, at, width, height, (x, y) => pen.text(style, x + PAD, y + height / 2, text));
  return at + GAP + (frame.horizontal ? width : height);
}

/** A sheet of paper that begins at a place along time and stays in sight. */
function box(frame: Frame, theme: Theme, pen: Pen, at: number, width: number, height: number, fill: (x: number, y: number) => void): void {
  const { plot, horizontal } = frame;
  const [left, top] = horizontal ? [at, plot.y + 2] : [plot.x + 4, at];
  const x = Math.max(plot.x + 1, Math.min(left, plot.x + plot.width - width - 2));
  const y = Math.max(plot.y + 1, Math.min(top, plot.y + plot.height - height - 2));
  pen.rects(theme.fill("note-fill"), [x, y, width, height]);
  pen.rects(theme.line("note", 1), [x, y, width, height]);
  fill(x, y);
}
