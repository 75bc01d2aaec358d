/** Events in words. */

import { durationText } from "./durations";
import type { EventIndex, Trace } from "./types";

type Who = (pid: number) => string;
type Words = (trace: Trace, e: EventIndex, who: Who) => string;

/** What an event says of itself, with its process in front: `<0.101.0> sends {:ping, 1} to <0.100.0>`. */
export function describe(trace: Trace, e: EventIndex, who: Who = pidText): string {
  const words = WORDS[trace.kindOf(e)];
  const said = words ? words(trace, e, who) : trace.kindOf(e);
  const pid = trace.pid[e]!;
  return pid < 0 ? said : `${who(pid)} ${said}`;
}

export function pidText(pid: number): string {
  return `<0.${pid}.0>`;
}

/** The message that an event sends, enqueues, takes or drops, as text. */
export function messageText(trace: Trace, e: EventIndex): string {
  for (let at = e; at >= 0; at = trace.cause[at]!) {
    const kind = trace.kindOf(at);
    if (kind === "send" || kind === "down" || kind === "timer") return text(trace, at, "msg");
    if (kind === "signal") return text(trace, at, "msg") || `exit signal ${text(trace, at, "reason")}`;
    if (kind !== "deliver" && kind !== "receive" && kind !== "drop" && kind !== "fire") return "";
  }
  return "";
}

function text(trace: Trace, e: EventIndex, name: string): string {
  return trace.field<string>(e, name) ?? "";
}

function receiver(trace: Trace, e: EventIndex, who: Who): string {
  const to = trace.field<number>(e, "to");
  const name = trace.field<string>(e, "name");
  if (to === undefined) return name ? `${name}, which is nobody's name` : "nobody";
  return name ? `${name}, ${who(to)}` : who(to);
}

function deadline(trace: Trace, e: EventIndex, name = "until"): string {
  const until = trace.integer(e, name);
  return until === undefined ? "" : `, until ${durationText(until)}`;
}

function ago(trace: Trace, e: EventIndex, where: string): string {
  const cause = trace.cause[e]!;
  const passed = cause < 0 ? 0n : trace.t[e]! - trace.t[cause]!;
  return passed > 0n ? `, after ${durationText(passed)} ${where}` : "";
}

function wait(trace: Trace, e: EventIndex): string {
  const on = text(trace, e, "on");
  const detail = text(trace, e, "detail");
  const until = deadline(trace, e);
  if (on === "sleep") return `sleeps${until}`;
  if (on === "hibernate") return `hibernates${until}`;
  if (on === "event") return `waits for ${detail || "an event"}${until}`;
  if (on === "call") return `waits for the reply${detail ? ` of ${detail}` : ""}${until}`;
  const patterns = trace.field<string[]>(e, "patterns") ?? [];
  return `waits for ${patterns.length ? patterns.join(" or ") : "any message"}${until}`;
}

const WHY: Record<string, string> = {
  dead: "is dead: a message to it is lost,",
  unregistered: "nobody has the name: lost is",
  inactive: "waits for it no longer: dropped is the late",
};

const WORDS: Record<string, Words> = {
  spawn: (trace, e, who) => {
    const parent = trace.field<number>(e, "parent");
    const bonds = [trace.field(e, "link") ? "linked" : "", trace.field(e, "monitor") !== undefined ? "monitored" : ""];
    const how = bonds.filter(Boolean).join(" and ");
    return `is spawned${parent === undefined ? "" : ` by ${who(parent)}`} to run ${text(trace, e, "function")}${how && `, ${how}`}`;
  },
  exit: (trace, e) => `ends: ${text(trace, e, "reason")} (${text(trace, e, "how")})`,
  crash: (trace, e) => `crashes: ${text(trace, e, "report").split("\n").slice(0, 2).join(" ")}`,
  send: (trace, e, who) => `sends ${text(trace, e, "msg")} to ${receiver(trace, e, who)}`,
  deliver: (trace, e) => `has ${messageText(trace, e)} in its mailbox${ago(trace, e, "on the way")} (${trace.field(e, "depth")} there)`,
  drop: (trace, e) => `${WHY[text(trace, e, "why")] ?? "drops"} ${messageText(trace, e)}`,
  receive: (trace, e) => `takes ${messageText(trace, e)} out of its mailbox${ago(trace, e, "in it")} (${trace.field(e, "depth")} left)`,
  wait,
  timeout: () => "has waited long enough: the deadline passed",
  resume: () => "goes on: what it waited for happened",
  work: (trace, e) => `begins ${durationText(trace.integer(e, "duration") ?? 0n)} of work`,
  run: (trace, e) => `works on ${trace.field<number>(e, "scheduler") ? `scheduler ${trace.field(e, "scheduler")}` : "a scheduler"}`,
  preempt: (trace, e) => `makes room for another, with ${durationText(trace.integer(e, "left") ?? 0n)} of work left`,
  worked: () => "has done its work",
  timer: (trace, e, who) => `arms a timer for ${durationText(trace.integer(e, "at") ?? 0n)}: ${text(trace, e, "msg")} to ${receiver(trace, e, who)}`,
  fire: (trace, e, who) => `has its timer fire: ${messageText(trace, e)} to ${receiver(trace, e, who)}`,
  cancel: (trace, e) => {
    const left = trace.integer(e, "left");
    return left === undefined ? "cancels a timer, too late" : `cancels a timer that had ${durationText(left)} left`;
  },
  link: (trace, e, who) => `links itself to ${receiver(trace, e, who)}`,
  unlink: (trace, e, who) => `removes its link to ${receiver(trace, e, who)}`,
  monitor: (trace, e, who) => `monitors ${receiver(trace, e, who)}`,
  demonitor: (trace, e) => `ends a monitor${trace.field(e, "flush") ? " and flushes its message" : ""}`,
  signal: (trace, e, who) =>
    `sends ${who(trace.field<number>(e, "to") ?? -1)} an exit signal${text(trace, e, "via") === "link" ? " through their link" : ""}: ${text(trace, e, "reason")}`,
  ignore: () => "ignores an exit signal",
  down: (trace, e, who) => `is down, which ${who(trace.field<number>(e, "to") ?? -1)} is told: ${text(trace, e, "reason")}`,
  register: (trace, e) => `is now called ${text(trace, e, "name")}`,
  unregister: (trace, e) => `is no longer called ${text(trace, e, "name")}`,
  label: (trace, e) => `is to be called ${text(trace, e, "label")}`,
  flag: (trace, e) => `sets ${text(trace, e, "flag")} to ${text(trace, e, "value")}`,
  output: (trace, e) => `prints ${JSON.stringify(text(trace, e, "text").replace(/\n$/, ""))}`,
  note: (trace, e) => `notes: ${text(trace, e, "text")}`,
  hibernate: () => "goes into hibernation",
  call: (trace, e, who) => `calls ${receiver(trace, e, who)}: ${text(trace, e, "request")}${deadline(trace, e)}`,
  reply: (trace, e, who) => `replies ${text(trace, e, "reply")} to ${who(trace.field<number>(e, "to") ?? -1)}`,
  return: (trace, e) =>
    ({ replied: "has its reply", timeout: "has waited too long for its reply", down: "finds the server it called ended" })[
      text(trace, e, "how")
    ] ?? "returns from its call",
  cast: (trace, e, who) => `casts ${text(trace, e, "request")} to ${receiver(trace, e, who)}`,
  callback: (trace, e) => `enters ${text(trace, e, "name")}`,
  called: (trace, e) => `leaves ${text(trace, e, "name")}: ${text(trace, e, "returned")}`,
  child: (trace, e, who) =>
    `has ${trace.field(e, "replaces") === undefined ? "" : "again "}the child ${text(trace, e, "id")}, ${who(trace.field<number>(e, "child") ?? -1)}`,
  tie: (trace, e, who) =>
    `${trace.field(e, "n")} processes could run at this instant; they do in this order: ${(trace.field<number[]>(e, "among") ?? []).map(who).join(", ")}`,
  blocked: (trace, e, who) => `still waits for ${(trace.field<number[]>(e, "awaits") ?? []).map(who).join(" or ")}: nothing more can happen`,
  deadlock: (trace, e, who) => {
    const among = trace.field<number[]>(e, "among") ?? [];
    return `deadlock: ${[...among, ...among.slice(0, 1)].map(who).join(" → ")}`;
  },
  end: (trace, e) => `the run ends: ${text(trace, e, "reason")}${text(trace, e, "detail") && `, ${text(trace, e, "detail")}`}`,
};
