/** The names of the lanes, which stay in sight. */
import type { Draft } from "./draft";
import { AXIS, HEADER, middle, type Frame } from "./frame";
import { fitted, inTheMiddle, oneLine, textWidth } from "./measure";
import type { Row } from "./rows";

/** Pixels for each group that a lane is inside of. */
const INDENT = 12;
/** In a column of names so narrow, less. */
const NARROW = 130;

export function drawHeaders(draft: Draft): void {
  const { frame, theme, pen } = draft;
  if (frame.horizontal) {
    pen.rects(theme.fill("paper"), [0, 0, frame.plot.x, frame.height]);
    pen.clip(0, AXIS.horizontal, frame.plot.x, frame.height - AXIS.horizontal);
    const pids: (() => void)[] = [];
    eachRow(frame, (row) => laneHeader(draft, row, pids));
    for (const write of pids) write();
    draft.flush();
    pen.unclip();
    pen.lines(theme.line("faint", 1), [frame.plot.x - 0.5, 0, frame.plot.x - 0.5, frame.height]);
  } else {
    pen.rects(theme.fill("paper"), [0, 0, frame.width, HEADER.vertical]);
    pen.clip(frame.plot.x, 0, frame.plot.width, HEADER.vertical);
    eachRow(frame, (row) => lifelineHeader(draft, row));
    pen.unclip();
  }
}

function eachRow(frame: Frame, use: (row: Row) => void): void {
  for (let r = frame.firstRow; r <= frame.lastRow; r++) use(frame.rows.rows[r]);
}

/** Left of a lane: its name, and its pid below where there is room: last, as a canvas is slow to take another font. */
function laneHeader(draft: Draft, row: Row, last: (() => void)[]): void {
  const { frame, theme, pen } = draft;
  const centre = middle(frame, row);
  const width = frame.plot.x;
  const top = centre - row.size / 2;
  pen.lines(theme.line("pale", 1), [0, top + row.size - 0.5, width, top + row.size - 0.5]);
  if (row.kind === "group") {
    groupHeader(draft, row, centre, width);
    return;
  }
  const process = frame.model.processes[row.process];
  const pid = `<0.${process.pid}.0>`;
  const indent = 8 + indented(width) * row.depth;
  const colour = process.failed ? "alarm" : "ink";
  draft.hits.box(0, top, width, row.size, { what: "process", index: row.process });
  if (row.size >= 36) {
    const name = theme.text(colour, 12.5, 600);
    pen.text(name, indent, centre - 8 * frame.large, inTheMiddle(oneLine(process.label), name.font, width - indent - 6));
    const below = theme.text("quiet", 11);
    last.push(() => pen.text(below, indent, centre + 9 * frame.large, fitted(fnText(process.label, process.fn, pid), below.font, width - indent - 6)));
    return;
  }
  const size = row.size >= 22 ? 12 : 11;
  const quiet = theme.text("quiet", size - 1, undefined, "right");
  const name = theme.text(colour, size, 600);
  const pidRoom = width > 150 ? 62 : 0;
  pen.text(name, indent, centre, inTheMiddle(oneLine(process.label), name.font, width - indent - 10 - pidRoom));
  if (pidRoom > 0) last.push(() => pen.text(quiet, width - 6, centre, pid));
}

function indented(width: number): number {
  return width < NARROW ? INDENT / 2 : INDENT;
}

function fnText(label: string, fn: string, pid: string): string {
  return label === fn || fn === "" ? pid : `${pid} ${oneLine(fn)}`;
}

function groupHeader(draft: Draft, row: Row, centre: number, width: number): void {
  const { frame, theme, pen } = draft;
  const group = frame.rows.groups[row.group];
  pen.rects(theme.fill("panel"), [0, centre - row.size / 2, width, row.size - 1]);
  const indent = 12 + indented(width) * group.depth;
  triangle(draft, indent, centre, group.collapsed);
  const name = theme.text("ink", 12, 600);
  const count = `${group.members.length}`;
  const right = theme.text("quiet", 11, undefined, "right");
  const room = width - indent - 24 - textWidth(count, right.font);
  const whole = oneLine(group.name);
  // Where there is little room the pid goes first: the lanes have it.
  const shown = textWidth(whole, name.font) <= room ? whole : whole.replace(/ <0\.\d+\.0>$/, "");
  pen.text(name, indent + 10, centre, inTheMiddle(shown, name.font, room));
  pen.text(right, width - 6, centre, count);
  draft.hits.box(0, centre - row.size / 2, width, row.size, { what: "group", index: row.group, process: -1 });
}

function triangle(draft: Draft, x: number, y: number, closed: boolean): void {
  const points = closed ? [x - 3, y - 5, x + 4, y, x - 3, y + 5] : [x - 5, y - 3, x + 5, y - 3, x, y + 4];
  draft.batch.shape(draft.theme.fill("quiet"), points);
}

/** On top of a lifeline: its name in a box. */
function lifelineHeader(draft: Draft, row: Row): void {
  const { frame, theme, pen } = draft;
  if (row.size === 0) return;
  const centre = middle(frame, row);
  const half = Math.max(8, row.size / 2 - 5);
  const box = [centre - half, 5, 2 * half, HEADER.vertical - 10];
  if (row.kind === "group") {
    const group = frame.rows.groups[row.group];
    draft.hits.box(box[0], box[1], box[2], box[3], { what: "group", index: row.group, process: -1 });
    pen.rects(theme.fill("panel"), box);
    pen.rects(theme.line("quiet", 1, [3, 2]), box);
    if (!group.collapsed) {
      triangle(draft, centre, HEADER.vertical / 2, false);
      draft.flush();
      return;
    }
    centred(draft, `${group.members.length} ×`, centre, 16, 12, half);
    centred(draft, group.name, centre, 31, 10.5, half);
    return;
  }
  const process = frame.model.processes[row.process];
  pen.rects(theme.fill("panel"), box);
  pen.rects(theme.line(process.failed ? "alarm" : "quiet", 1.2), box);
  centred(draft, process.label, centre, 17, 12.5, half, 600);
  centred(draft, fnText(process.label, process.fn, `<0.${process.pid}.0>`), centre, 32, 10.5, half);
  draft.hits.box(box[0], box[1], box[2], box[3], { what: "process", index: row.process });
}

function centred(draft: Draft, text: string, x: number, y: number, size: number, half: number, weight?: number): void {
  const style = draft.theme.text(weight === undefined ? "quiet" : "ink", size, weight, "center");
  draft.pen.text(style, x, y, fitted(oneLine(text), style.font, 2 * half - 8));
}
