/** What the signs mean: a line or two below the lanes, where there is room; only of what the run has. */
import { STATES as BY_NUMBER } from "../model/strips";
import type { MessageKind, Model, StripState } from "../types";
import type { Draft } from "./draft";
import { textWidth } from "./measure";

const STATES: [StripState, string][] = [
  ["running", "runs"], ["ready", "ready"], ["receive", "waits for a message"], ["call", "blocked in a call"], ["sleep", "sleeps"],
  ["work", "works on a scheduler"], ["event", "waits for an event"], ["hibernate", "hibernates"],
];
const MESSAGES: [MessageKind, string][] = [
  ["message", "message"], ["call", "call"], ["reply", "reply"], ["cast", "cast"], ["exit", "exit signal"], ["down", "DOWN"], ["timer", "timer fires"],
];
const LINE = 20;
const SAMPLE = 26;
const APART = 18;
/** Pixels below the lanes that the legend needs. */
const ROOM = 64;

interface Item {
  text: string;
  sample: (x: number, y: number) => void;
}

interface Used {
  states: Set<StripState>;
  messages: Set<MessageKind>;
  links: boolean;
  monitors: boolean;
}

const known = new WeakMap<Model, Used>();

function usedIn(model: Model): Used {
  let used = known.get(model);
  if (used === undefined) {
    const { messages, bonds } = model;
    const numbers = new Set<number>();
    for (const { state } of model.strips) for (const one of state) numbers.add(one);
    const kinds = new Set<MessageKind>();
    for (let index = 0; index < messages.length; index++) kinds.add(messages.kindOf(index));
    const some = (kind: number): boolean => {
      for (let bond = 0; bond < bonds.length; bond++) if (bonds.kind[bond] === kind && bonds.forCall[bond] === 0) return true;
      return false;
    };
    known.set(model, (used = { states: new Set([...numbers].map((one) => BY_NUMBER[one])), messages: kinds, links: some(0), monitors: some(1) }));
  }
  return used;
}

export function drawLegend(draft: Draft): void {
  const { frame, theme, pen } = draft;
  const { plot } = frame;
  const below = plot.height - frame.crossSize >= ROOM;
  if (!frame.horizontal || !(below || frame.view.legend)) return;
  const lines: Item[][] = [[]];
  const style = theme.text("quiet", 11);
  let width = 0;
  for (const item of items(draft)) {
    const more = SAMPLE + 6 + textWidth(item.text, style.font) + APART;
    if (width + more > plot.width - 16) {
      lines.push([]);
      width = 0;
    }
    lines[lines.length - 1].push(item);
    width += more;
  }
  const high = lines.length * LINE + 12;
  const over = plot.height - frame.crossSize < high + 4;
  if (over && !frame.view.legend) return;
  if (over) {
    const top = plot.y + plot.height - high;
    pen.rects(theme.fill("paper", 0.94), [plot.x, top, plot.width, high]);
    pen.lines(theme.line("faint", 1), [plot.x, top, plot.x + plot.width, top]);
  }
  lines.forEach((line, i) => {
    let x = plot.x + 12;
    const y = plot.y + plot.height - 14 - (lines.length - 1 - i) * LINE;
    for (const { text, sample } of line) {
      sample(x, y);
      pen.text(style, x + SAMPLE + 6, y, text);
      x += SAMPLE + 6 + textWidth(text, style.font) + APART;
    }
  });
  draft.flush();
}

function items(draft: Draft): Item[] {
  const { model } = draft.frame;
  const used = usedIn(model);
  const found: Item[] = [];
  for (const [state, text] of STATES) if (used.states.has(state)) found.push({ text, sample: (x, y) => stripSample(draft, state, x, y) });
  for (const [kind, text] of MESSAGES) if (used.messages.has(kind)) found.push({ text, sample: (x, y) => arrowSample(draft, kind, x, y) });
  if (used.links) found.push({ text: "link", sample: (x, y) => draft.batch.line(draft.theme.lasting("link"), x, y, x + SAMPLE, y) });
  if (used.monitors) {
    found.push({ text: "monitor", sample: (x, y) => draft.batch.line(draft.theme.lasting("monitor", [6, 3]), x, y, x + SAMPLE, y) });
  }
  if (model.maxDepth > 0) found.push({ text: "mailbox, the fuller the darker", sample: (x, y) => [0.2, 0.45, 0.7, 0.9].forEach((alpha, i) => draft.batch.rect(draft.theme.fill("message", alpha), x + (i * SAMPLE) / 4, y - 4, SAMPLE / 4, 8)) });
  const { trace, processes } = model;
  const { theme, batch } = draft;
  found.push({ text: "born", sample: (x, y) => batch.disc(theme.line("ink", 1.5), x + SAMPLE / 2, y, 4) });
  if (processes.some(({ ended, failed }) => ended >= 0 && !failed)) found.push({ text: "ends", sample: (x, y) => batch.line(theme.line("ink", 2.4), x + SAMPLE / 2, y - 7, x + SAMPLE / 2, y + 7) });
  if (processes.some(({ failed }) => failed)) {
    found.push({ text: "ends unplanned", sample: (x, y) => [-5, 5].forEach((off) => batch.line(theme.line("alarm", 2), x + SAMPLE / 2 - 5, y - off, x + SAMPLE / 2 + 5, y + off)) });
  }
  if (trace.kinds.includes("output")) found.push({ text: "output", sample: (x, y) => outputSample(draft, x + SAMPLE / 2, y) });
  if (trace.kinds.includes("note")) found.push({ text: "note", sample: (x, y) => batch.rect(theme.fill("note-fill"), x + SAMPLE / 2 - 5, y - 5, 10, 10) });
  return found;
}

function stripSample(draft: Draft, state: StripState, x: number, y: number): void {
  const { box, line, hatch, height } = draft.theme.strips[state];
  const half = Math.max(1.5, 6 * height);
  if (box !== undefined) draft.batch.rect(box, x, y - half, SAMPLE, 2 * half);
  if (line !== undefined) draft.batch.line(line, x, y, x + SAMPLE, y);
  for (let at = 0; hatch !== undefined && at + 2 * half <= SAMPLE; at += 5) draft.batch.line(hatch, x + at, y + half, x + at + 2 * half, y - half);
}

function arrowSample(draft: Draft, kind: MessageKind, x: number, y: number): void {
  const looks = draft.theme.messages[kind];
  const end = x + SAMPLE;
  draft.batch.line(looks.line, x, y, end, y);
  draft.batch.shape(looks.head === "solid" ? looks.solid : looks.open, [end - 7, y - 3.2, end, y, end - 7, y + 3.2]);
}

function outputSample({ batch, theme }: Draft, x: number, y: number): void {
  batch.rect(theme.fill("console"), x - 5, y - 5, 10, 10);
  batch.rect(theme.line("faint", 1), x - 5, y - 5, 10, 10);
}
