/** What is to be said of one event, of one message. */

import { h, term } from "../dom";
import { durationText } from "../durations";
import type { Stage } from "../stage";
import type { Call, EventIndex, Message, MessageKind } from "../types";
import { enumerate, eventLink, processLink, spanText, timeText } from "./links";

/** A table of facts: what they are about, and what is so. */
export function facts(rows: [string, Node | string | null][]): HTMLElement {
  const list = h("dl", { class: "facts" });
  for (const [about, what] of rows) {
    if (what !== null) list.append(h("dt", {}, about), h("dd", {}, what));
  }
  return list;
}

export function eventCard(stage: Stage, e: EventIndex): HTMLElement {
  const { trace } = stage.model;
  const effects = stage.model.effects(e);
  const cause = trace.cause[e];
  return h("div", { class: "card event" },
    h("p", { class: "said" }, h("span", { class: "number" }, `#${e} `), h("bdi", {}, trace.describe(e))),
    h("p", { class: "because" },
      cause >= 0 ? "because of " : "the first", cause >= 0 ? eventLink(stage, cause) : null,
      effects.length ? " · leads to " : null,
      effects.length ? enumerate(effects, (one) => eventLink(stage, one), 8) : null));
}

const KINDS: Record<MessageKind, string> = {
  message: "Message", call: "Request of a call", reply: "Reply", cast: "Cast", exit: "Exit signal",
  down: "DOWN of a monitor", timer: "Message of a timer",
};

const FATES: Record<string, string> = {
  dead: "lost: its receiver was dead", unregistered: "lost: nobody had that name",
  inactive: "dropped: the caller had given up and its alias was no longer active",
  ignored: "ignored: the signal had no effect", flushed: "removed from the mailbox by a demonitor with flush",
};

function fate(stage: Stage, message: Message): Node | string {
  if (message.received >= 0) {
    const lay = message.enqueued >= 0 ? ` (lay ${spanText(stage, message.enqueued, message.received)} in the mailbox)` : "";
    return at(stage, message.received, lay);
  }
  if (message.dropped >= 0) return at(stage, message.dropped, ` ${FATES[message.why] ?? message.why}`);
  return "never";
}

function at(stage: Stage, e: EventIndex, more = ""): HTMLElement {
  return h("span", {}, `${timeText(stage, e)} `, eventLink(stage, e), more);
}

export function messageCard(stage: Stage, index: number): HTMLElement {
  const message = stage.model.messages.at(index);
  const flight = message.enqueued >= 0 ? ` (${spanText(stage, message.sent, message.enqueued)} in flight)` : "";
  const call = message.kind === "call" || message.kind === "reply" ? stage.model.calls.at(message.pair) : undefined;
  return h("div", { class: "card message" },
    h("h3", {}, KINDS[message.kind]),
    term(message.term || message.text),
    facts([
      ["from", processLink(stage, message.from)],
      ["to", processLink(stage, message.to)],
      ["by name", message.name || null],
      ["sent", at(stage, message.sent)],
      ["enqueued", message.enqueued >= 0 ? at(stage, message.enqueued, flight) : "never"],
      ["received", fate(stage, message)],
      ["reason", message.reason ? term(message.reason) : null],
      ["its call", call ? callText(stage, index) : null],
    ]));
}

const ENDS: Record<Call["how"], string> = {
  replied: "ended with a reply", timeout: "gave up", down: "failed: the server had ended", pending: "has no end in this run",
};

function callText(stage: Stage, index: number): HTMLElement {
  const message = stage.model.messages.at(index);
  const call = stage.model.calls.at(message.pair);
  if (!call) return h("span", {}, "unknown");
  const { t } = stage.model.trace;
  const end = call.returned;
  const took = end < 0 ? "" : ` after ${durationText(t[end] - t[call.call])}`;
  return h("span", {}, `${ENDS[call.how]}${took}`, call.late ? "; the reply came too late" : "", " ",
    enumerate([call.call, call.reply, call.returned].filter((e) => e >= 0), (e) => eventLink(stage, e)));
}
