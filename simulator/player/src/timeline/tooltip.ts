/** What the thing under the pointer is, in words, beside the pointer. */
import { h, plural } from "../dom";
import { durationText } from "../durations";
import type { EventIndex, Message, Model, ProcessIndex } from "../types";
import type { Frame } from "./frame";
import type { Hit } from "./hits";
import { stripTexts } from "./strips";

const LONGEST = 700;

const STATES: Record<string, string> = {
  running: "runs", ready: "is ready to run", receive: "waits for a message", call: "is blocked in a call", sleep: "sleeps",
  work: "works on a scheduler", event: "waits for an event", hibernate: "hibernates", dead: "has ended",
};
const KINDS: Record<string, string> = {
  message: "message", call: "call", reply: "reply", cast: "cast", exit: "exit signal", down: "DOWN message", timer: "timer's message",
};
const WHY: Record<string, string> = {
  dead: "lost: its receiver was dead", unregistered: "lost: nobody had that name", inactive: "dropped: it came too late, the call was over",
  ignored: "had no effect", flushed: "removed from the mailbox by demonitor",
};

export function who(model: Model, process: ProcessIndex): string {
  if (process < 0) return "nobody";
  const { label, pid } = model.processes[process];
  return `${label} <0.${pid}.0>`;
}

function span(model: Model, from: EventIndex, to: EventIndex): string {
  const { t } = model.trace;
  return durationText(t[to] - t[from]);
}

function at(model: Model, e: EventIndex): string {
  return `${durationText(model.trace.t[e])} (event ${e})`;
}

export function messageLines(model: Model, message: Message): string[] {
  const { sent, enqueued, received, dropped, why } = message;
  const lines = [`${KINDS[message.kind]} from ${who(model, message.from)} to ${message.to < 0 ? message.name || "nobody" : who(model, message.to)}`, message.text];
  lines.push(`sent at ${at(model, sent)}`);
  if (enqueued >= 0) lines.push(`in the mailbox at ${at(model, enqueued)}, after ${span(model, sent, enqueued)}`);
  if (received >= 0) lines.push(`taken out at ${at(model, received)}, after ${span(model, enqueued, received)} in the mailbox`);
  else if (dropped >= 0) lines.push(`${WHY[why] ?? why} at ${at(model, dropped)}`);
  else if (enqueued >= 0) lines.push("never taken out of the mailbox");
  else if (message.arrived >= 0) lines.push(`took effect at ${at(model, message.arrived)}`);
  else lines.push("still on its way when the run ended");
  return lines;
}

function timerLines(model: Model, index: number): string[] {
  const timer = model.timers.at(index);
  const lines = [`timer of ${who(model, timer.owner)}`, timer.text, `armed at ${at(model, timer.armed)} for ${durationText(timer.at)}`];
  if (timer.fired >= 0) lines.push(`fired at ${at(model, timer.fired)}`);
  if (timer.cancelled >= 0) lines.push(`${timer.died ? "died with its receiver" : "cancelled"} at ${at(model, timer.cancelled)}`);
  if (timer.dropped >= 0) lines.push("its message came to nobody");
  for (const late of timer.tooLate) lines.push(`cancelled too late at ${at(model, late)}`);
  return lines;
}

function stripLines(frame: Frame, index: number, process: ProcessIndex): string[] {
  const { model } = frame;
  const strip = model.strips[process].at(index);
  const to = strip.to < 0 ? model.trace.n - 1 : strip.to;
  const lines = [`${who(model, process)} ${STATES[strip.state]}`, stripTexts(frame, strip)[0] ?? ""];
  if (strip.patterns.length > 0) lines.push(`for ${strip.patterns.join(" or ")}`);
  lines.push(`from ${at(model, strip.from)}, for ${span(model, strip.from, to)}`);
  if (strip.until !== null) lines.push(`until ${durationText(strip.until)} at the latest`);
  return lines;
}

function processLines(model: Model, index: ProcessIndex): string[] {
  const process = model.processes[index];
  const lines = [who(model, index), process.fn];
  if (process.parent >= 0) lines.push(`spawned by ${who(model, process.parent)} at ${at(model, process.born)}`);
  if (process.ended >= 0) lines.push(`ended at ${at(model, process.ended)}: ${process.reason}`);
  return lines;
}

/** The lines of a tooltip; the first is its title. */
export function explain(frame: Frame, hit: Hit): string[] {
  const { model } = frame;
  switch (hit.what) {
    case "message":
      return messageLines(model, model.messages.at(hit.index));
    case "event":
      return [`event ${hit.index} at ${durationText(model.trace.t[hit.index])}`, model.trace.describe(hit.index, (pid) => who(model, model.processOf(pid)))];
    case "process":
      return processLines(model, hit.index);
    case "timer":
      return timerLines(model, hit.index);
    case "strip":
      return stripLines(frame, hit.index, hit.process);
    case "callback": {
      const { name, returned, from, to, state } = model.callbacks.at(hit.index);
      const end = to < 0 ? model.trace.n - 1 : to;
      return [`${who(model, hit.process)} in ${name}`, returned && `returns ${returned}`, state && `state ${state}`, `for ${span(model, from, end)}`];
    }
    case "bond": {
      const { kind, a, b, from, to } = model.bonds.at(hit.index);
      const end = to < 0 ? "to the end of the run" : `to ${at(model, to)}`;
      return [kind === "link" ? "link" : "monitor", kind === "link" ? `between ${who(model, a)} and ${who(model, b)}` : `${who(model, a)} watches ${who(model, b)}`, `from ${at(model, from)} ${end}`];
    }
    case "instant": {
      const size = frame.map.size(hit.index);
      return [`${durationText(model.trace.t[frame.map.instants[hit.index]])}: an instant of ${plural(size, "event")}`, "no time passes in its box; click to look into it"];
    }
    case "group": {
      const group = frame.rows.groups[hit.index];
      return [group.name, `${group.members.length} processes; click to ${group.collapsed ? "open" : "close"}`];
    }
  }
}

export class Tooltip {
  readonly element = h("div", { class: "timeline-tip", role: "tooltip", hidden: true });

  hide(): void {
    this.element.hidden = true;
  }

  show(lines: string[], x: number, y: number, width: number, height: number): void {
    const { element } = this;
    const shown = lines.filter((line) => line !== "").map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line));
    element.replaceChildren(...shown.map((line, i) => h(i === 0 ? "strong" : "span", { dir: "auto" }, line)));
    element.hidden = false;
    const { offsetWidth, offsetHeight } = element;
    const left = x + 16 + offsetWidth > width ? Math.max(4, x - offsetWidth - 12) : x + 16;
    const top = y + 18 + offsetHeight > height ? Math.max(4, y - offsetHeight - 12) : y + 18;
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
