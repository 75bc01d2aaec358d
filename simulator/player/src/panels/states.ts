/** What a process is doing, in words and with a sign that does not need its colour. */

import { durationText } from "../durations";
import type { Stage } from "../stage";
import { lastAtMost } from "../timemap";
import type { Model, ProcessState, Snapshot, Strip, StripState } from "../types";
import { processName } from "./links";

export const SIGNS: Record<StripState, string> = {
  ready: "◌", running: "▶", receive: "◔", call: "⇄", sleep: "☾", work: "⚙", event: "◷", hibernate: "❄", dead: "✕",
};

const WORDS: Record<StripState, string> = {
  ready: "is ready to run", running: "runs", receive: "waits in receive", call: "waits for a reply", sleep: "sleeps",
  work: "works", event: "waits for an event", hibernate: "hibernates until a message comes", dead: "has ended",
};
/** States that are worth telling how long they last. */
const LASTING = new Set<StripState>(["receive", "call", "sleep", "work", "event", "hibernate"]);

/** `waits in receive since 3 ms, gives up in 2 ms`. */
export function stateWords(stage: Stage, state: ProcessState, snapshot: Snapshot): string {
  const { strip } = state;
  if (state.state === "dead") return deadWords(stage, state, snapshot);
  const words = doing(stage, state);
  if (!strip) return words;
  const queues = state.state === "ready" && strip.detail === "scheduler";
  const since = snapshot.t - stage.model.trace.t[Math.max(0, strip.from)];
  const lasting = LASTING.has(state.state) || queues ? (since > 0n ? ` since ${durationText(since)}` : " from now on") : "";
  return words + lasting + rest(stage.model, state, strip, snapshot.t);
}

function doing(stage: Stage, { state, strip, callback }: ProcessState): string {
  if (state === "running" && callback) return `runs in ${callback.name}`;
  if (state === "call" && strip && strip.on >= 0) return `waits for the reply of ${processName(stage, strip.on)}`;
  if ((state === "event" || state === "call") && strip?.detail) return `waits for ${strip.detail}`;
  if (state === "ready" && strip?.detail === "scheduler") return "waits for a scheduler";
  if (state === "work" && strip?.detail) return `works on ${strip.detail}`;
  return WORDS[state];
}

/** What is still to come of it. */
function rest(model: Model, { state }: ProcessState, strip: Strip, t: bigint): string {
  if (strip.until !== null) return `, ${state === "sleep" ? "wakes" : "gives up"} in ${durationText(strip.until - t)}`;
  if (state === "receive" || state === "call") return ", without a time limit";
  const needed = state === "work" || strip.detail === "scheduler" ? workAt(model, strip) : null;
  if (needed === null) return "";
  const left = state === "work" ? needed - (t - model.trace.t[strip.from]) : needed;
  return `, ${durationText(left)} of work to go`;
}

/** The work that was to do when a slice, or the wait for one, began. */
function workAt(model: Model, { process, from }: Strip): bigint | null {
  const { trace } = model;
  const events = model.eventsOf(process);
  for (let i = lastAtMost(events, from); i >= 0; i--) {
    const kind = trace.kindOf(events[i]);
    if (kind === "work") return trace.integer(events[i], "duration") ?? null;
    if (kind === "preempt") return trace.integer(events[i], "left") ?? null;
  }
  return null;
}

function deadWords(stage: Stage, state: ProcessState, snapshot: Snapshot): string {
  const { ended, crashed } = stage.model.processes[state.process];
  const ago = ended < 0 ? 0n : snapshot.t - stage.model.trace.t[ended];
  return `${crashed ? "crashed" : "has ended"} ${ago > 0n ? `${durationText(ago)} ago` : "just now"}`;
}
