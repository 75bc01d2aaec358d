/** What the timeline shows, in words beside it: for who cannot see it, and reads the page from top to bottom. */
import { h, plural } from "../dom";
import { durationText } from "../durations";
import { lastAtMost, MODES } from "../timemap";
import type { ProcessIndex } from "../types";
import type { Frame } from "./frame";
import { oneLine } from "./measure";
import { stripTexts } from "./strips";
import { messagesBetween, tracksOf } from "./tracks";
import { messageLines, who } from "./tooltip";

/** More than these are only counted: all events are in a table. */
const PROCESSES = 40;
const STRETCHES = 8;
const MESSAGES = 60;
/** Milliseconds of rest before the words follow the picture. */
const REST = 500;

export class Words {
  readonly element: HTMLElement;
  private readonly about = h("p", {});
  private readonly processes = h("ul", {});
  private readonly messages = h("ol", {});
  private timer = 0;

  constructor(id: string) {
    this.element = h("section", { class: "aside words", id, "aria-label": "the picture in words" }, this.about, this.processes, this.messages);
  }

  /** Follow the picture, once it rests. */
  later(frame: () => Frame): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(frame()), REST);
  }

  private tell(frame: Frame): void {
    const { model, rows, map } = frame;
    const { trace } = model;
    if (trace.n === 0) return;
    const shown = rows.rows.filter((row) => row.kind === "process").map((row) => row.process);
    const closed = rows.groups.filter((group) => group.collapsed);
    const [from, to] = [trace.t[frame.first], trace.t[frame.last]].map(durationText);
    this.about.textContent = `${trace.title || trace.name}: from ${from} to ${to}, time ${MODES[map.mode].name}. ${plural(shown.length, "process", "processes")}`
      + (closed.length > 0 ? `, and ${plural(closed.length, "closed group")}: ${closed.map(({ name, members }) => `${name} with ${members.length}`).join(", ")}.` : ".");
    const processes = shown.slice(0, PROCESSES).map((process) => life(frame, process));
    if (shown.length > PROCESSES) processes.push(`and ${shown.length - PROCESSES} more processes`);
    this.processes.replaceChildren(...processes.map((text) => h("li", {}, text)));
    this.messages.replaceChildren(...said(frame).map((text) => h("li", {}, text)));
  }
}

/** What a process does in what is in sight: the stretches in which time passes. */
function life(frame: Frame, process: ProcessIndex): string {
  const { model } = frame;
  const { t, n } = model.trace;
  const strips = model.strips[process];
  const told: string[] = [];
  let more = 0;
  const last = lastAtMost(strips.from, frame.last);
  for (let i = Math.max(0, lastAtMost(strips.from, frame.first)); i <= last; i++) {
    if (told.length === STRETCHES) {
      more = last - i + 1;
      break;
    }
    const strip = strips.at(i);
    const text = stripTexts(frame, strip)[0];
    if (text !== undefined && t[strip.to < 0 ? n - 1 : strip.to] > t[strip.from]) told.push(`${text} from ${durationText(t[strip.from])}`);
  }
  if (more > 0) told.push(`and ${plural(more, "more stretch", "more stretches")}`);
  const { ended, reason } = model.processes[process];
  if (ended >= frame.first && ended <= frame.last) told.push(`ends at ${durationText(t[ended])} with ${oneLine(reason)}`);
  return `${who(model, process)}${told.length === 0 ? "" : `: ${told.join("; ")}`}`;
}

function said(frame: Frame): string[] {
  const { model } = frame;
  const tracks = tracksOf(model);
  const [first, last] = messagesBetween(tracks, frame.first, frame.last);
  const told: string[] = [];
  for (let index = first; index <= last && told.length < MESSAGES; index++) {
    if (tracks.left[index] >= frame.first) told.push(messageLines(model, model.messages.at(index)).filter(Boolean).map(oneLine).join("; "));
  }
  if (last - first + 1 > MESSAGES) told.push(`and ${last - first + 1 - MESSAGES} more messages`);
  return told;
}
