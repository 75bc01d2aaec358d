/** What the clauses of a pending receive say of a message that waits. The trace knows what became of it, and is right. */

import { judge, type Verdict } from "../clause";
import { h } from "../dom";
import type { Model, Strip } from "../types";

type Fate = "taken" | "rejected" | "unseen";

/** A receive looks at the messages in their order: what came before the one that it took was rejected. */
function fateOf(model: Model, strip: Strip, index: number): Fate {
  const ended = strip.to >= 0 && model.trace.kindOf(strip.to) === "receive" ? model.messageAt[strip.to] : -1;
  if (ended === index) return "taken";
  return ended < 0 || model.messages.at(index).enqueued < model.messages.at(ended).enqueued ? "rejected" : "unseen";
}

function words(verdict: Verdict, fate: Fate, number: string): HTMLElement {
  const rejected = (why: string): HTMLElement => h("li", { class: "rejects" }, `✗ clause${number} rejects it: `, h("bdi", {}, why));
  if (verdict.takes === false) return rejected(verdict.why);
  if (fate === "rejected") return rejected(verdict.takes ? "it does not match" : verdict.why);
  if (fate === "taken") return h("li", { class: "takes" }, `✓ clause${number} takes it`);
  return h("li", {}, verdict.takes ? `clause${number} would take it` : `clause${number} might take it`);
}

/** A list of what each clause says; null where any message will do. */
export function verdicts(model: Model, strip: Strip, index: number): HTMLElement | null {
  if (strip.patterns.length === 0) return null;
  const { term, text } = model.messages.at(index);
  const fate = fateOf(model, strip, index);
  const list = h("ul", { class: "verdicts" });
  for (const [i, pattern] of strip.patterns.entries()) {
    const verdict = judge(pattern, term || text);
    list.append(words(verdict, fate, strip.patterns.length > 1 ? ` ${i + 1}` : ""));
    // The clauses after the one that takes it are not tried.
    if (fate === "taken" && verdict.takes !== false) break;
  }
  return list;
}
