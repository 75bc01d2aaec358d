/** What a process is doing, in words and with a sign that does not need its colour. */

import { durationText } from "../durations";
import type { Stage } from "../stage";
import type { ProcessState, Snapshot, StripState } from "../types";
import { processName } from "./links";

export const SIGNS: Record<StripState, string> = {
  ready: "◌", running: "▶", receive: "◔", call: "⇄", sleep: "☾", work: "⚙", event: "◷", hibernate: "❄", dead: "✕",
};

const WORDS: Record<StripState, string> = {
  ready: "is ready to run", running: "runs", receive: "waits in receive", call: "waits for a reply", sleep: "sleeps",
  work: "works", event: "waits for an event", hibernate: "hibernates until a message comes", dead: "has ended",
};

/** `waits in receive since 3 ms, gives up in 2 ms`. */
export function stateWords(stage: Stage, state: ProcessState, snapshot: Snapshot): string {
  const { strip } = state;
  if (state.state === "dead") return deadWords(stage, state, snapshot);
  let words = WORDS[state.state];
  if (state.state === "call" && strip && strip.on >= 0) words = `waits for the reply of ${processName(stage, strip.on)}`;
  else if (strip?.detail && (state.state === "event" || state.state === "call")) words = `waits for ${strip.detail}`;
  if (state.state === "running" && state.callback) words = `runs in ${state.callback.name}`;
  if (!strip) return words;
  const since = snapshot.t - stage.model.trace.t[Math.max(0, strip.from)];
  if (state.state !== "running" && state.state !== "ready") words += since > 0n ? ` since ${durationText(since)}` : " from now on";
  if (strip.until !== null) {
    const left = durationText(strip.until - snapshot.t);
    words += state.state === "sleep" ? `, wakes in ${left}` : `, gives up in ${left}`;
  } else if (state.state === "receive" || state.state === "call") words += ", without a time limit";
  return words;
}

function deadWords(stage: Stage, state: ProcessState, snapshot: Snapshot): string {
  const process = stage.model.processes[state.process];
  const ended = process?.ended ?? -1;
  const ago = ended < 0 ? 0n : snapshot.t - stage.model.trace.t[ended];
  const how = process?.crashed ? "crashed" : "has ended";
  return ago > 0n ? `${how} ${durationText(ago)} ago` : `${how} just now`;
}
