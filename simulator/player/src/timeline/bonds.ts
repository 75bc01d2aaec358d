/** Who spawned whom; links and monitors over their lifetime: a line between two lanes where each begins, and along the lane while it lasts. */
import type { Bond } from "../types";
import type { Draft } from "./draft";
import { alongEnd, alongEvent, anatomy, breadth, middle, rowVisible, type Frame } from "./frame";
import type { Style } from "./pen";
import { isFar } from "./routes";
import { touching } from "./tracks";

const MANY = 120;
/** In lanes narrower than this bonds are thin, too. */
const NARROW = 26;
const LOOKS = { link: { colour: "link", dash: undefined }, monitor: { colour: "monitor", dash: [6, 3] } } as const;
const OFFSET = { link: 1.5, monitor: 4.5 };

export function drawBonds(draft: Draft): void {
  drawSpawns(draft);
  const { frame, tracks } = draft;
  const without = new Set(frame.view.without);
  const drawn = new Set<number>();
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    if (row.kind === "group") continue;
    let count = 0;
    touching(tracks.bonds[row.process], frame.first, frame.last, (index) => {
      const bond = frame.model.bonds.at(index);
      if (bond.forCall || without.has(bond.kind) || drawn.has(index) || count++ > MANY) return;
      drawn.add(index);
      drawBond(draft, bond);
    });
  }
  draft.flush();
}

/** The lane in which it is drawn while it lasts: that of the younger for a link, of the watched for a monitor. */
function lasting(bond: Bond): [number, number] {
  return bond.kind === "link" && bond.a > bond.b ? [bond.a, bond.b] : [bond.b, bond.a];
}

function drawBond(draft: Draft, bond: Bond): void {
  const { frame, theme } = draft;
  const { rowOf, rows } = frame.rows;
  const [own, other] = lasting(bond);
  const [row, otherRow] = [rowOf[own] ?? -1, rowOf[other] ?? -1];
  if (row < 0 || rows[row].kind === "group") return;
  const looks = bond.kind === "link" ? LOOKS.link : LOOKS.monitor;
  const thin = draft.look(theme.line(looks.colour, 1, looks.dash), bond.from, bond.to);
  // It lasts, and nothing happens along it: what happens is to stand out.
  const style = draft.look(rows[row].size < NARROW ? theme.distant(theme.line(looks.colour, 1, looks.dash)) : theme.lasting(looks.colour, looks.dash), bond.from, bond.to);
  const side = anatomy(frame, rows[row]).side;
  const at = middle(frame, rows[row]) + side * (breadth(frame, rows[row].size) / 2 - OFFSET[bond.kind]);
  const from = Math.max(frame.main - 20, alongEvent(frame, bond.from));
  const to = Math.min(frame.main + frame.mainSize + 20, alongEnd(frame, bond.to));
  if (to > from) {
    draft.line(style, from, at, to, at);
    const [a, b] = [draft.place(from, at), draft.place(to, at)];
    draft.hits.segment(a.x, a.y, b.x, b.y, { what: "bond", index: bond.index, process: own });
  }
  if (otherRow < 0 || otherRow === row) return;
  const far = middle(frame, rows[otherRow]);
  if (bond.from >= frame.first) connector(draft, thin, alongEvent(frame, bond.from), at, far, isFar(frame, row, otherRow));
  if (bond.to >= 0 && bond.to <= frame.last) draft.line(style, to, at - 3, to, at + 3);
}

function connector(draft: Draft, style: Style, at: number, own: number, far: number, isFar: boolean): void {
  if (isFar) draft.reach(style, at, own, at, far);
  else draft.line(style, at, own, at, far);
  draft.disc({ fill: style.stroke ?? "" }, at, far, 2.4);
}

/** A dotted line from the parent to where the child begins. */
function drawSpawns(draft: Draft): void {
  const { frame, theme } = draft;
  if (frame.view.without.includes("spawn")) return;
  const [first, last] = bornBetween(frame);
  if (last - first > frame.mainSize / 2) return;
  for (let p = first; p <= last; p++) {
    const { born, parent } = frame.model.processes[p];
    const row = frame.rows.rowOf[p];
    if (born < frame.first || born > frame.last || !rowVisible(frame, row) || frame.rows.rows[row].kind === "group") continue;
    const at = alongEvent(frame, born);
    const centre = middle(frame, frame.rows.rows[row]);
    const parentRow = parent < 0 ? -1 : frame.rows.rowOf[parent];
    const style = draft.look(theme.line("quiet", 1.2, [1.5, 2.5]), born);
    if (parentRow < 0 || parentRow === row) continue;
    const begin = middle(frame, frame.rows.rows[parentRow]);
    if (isFar(frame, parentRow, row)) draft.reach(style, at, begin, at, centre);
    else draft.line(style, at, begin, at, centre);
  }
}

/** Processes are in order of birth. */
function bornBetween({ model: { processes }, first, last }: Frame): [number, number] {
  let [from, to] = [0, processes.length - 1];
  while (from <= to && processes[from].born < first) from++;
  while (to >= from && processes[to].born > last) to--;
  return [from, to];
}
