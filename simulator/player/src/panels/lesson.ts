/** The scenario's lesson: what it is about, its guided walk, its source and what it printed. */

import { button, h, short } from "../dom";
import { Stops } from "./stops";
import { jump, type Panel, type Stage } from "../stage";
import type { Direction } from "../stepping";
import type { EventIndex, View } from "../types";
import { Console } from "./console";
import { timeText } from "./links";
import { Questions } from "./questions";
import { SourceView } from "./source";

/** Paragraphs of a docstring; where lines are indented they stay as they are. */
export function paragraphs(doc: string): HTMLElement[] {
  const blocks = doc.replaceAll("\r", "").split(/\n\s*\n/).filter((block) => block.trim());
  const parts: HTMLElement[] = [];
  for (const block of blocks) {
    const lines = block.replace(/^\n+/, "").split("\n");
    const last = parts.at(-1);
    if (lines.some((line) => !/^ {2}/.test(line))) {
      const kept = lines.some((line) => /^ {2}/.test(line));
      parts.push(kept ? h("p", { class: "kept" }, lines.join("\n")) : h("p", {}, lines.map((line) => line.trim()).join(" ")));
    } else if (last?.tagName === "PRE") last.append(`\n\n${lines.join("\n")}`);
    else parts.push(h("pre", { class: "code" }, lines.join("\n")));
  }
  return parts;
}

/** Folded by who wants to see source and console beside the timeline. */
function about(doc: string): HTMLElement {
  return h("details", { open: true }, h("summary", {}, "About"), h("div", { class: "doc" }, ...paragraphs(doc)));
}

export class Lesson implements Panel {
  readonly id = "lesson";
  readonly title = "Lesson";
  readonly element: HTMLElement;
  walked = false;
  private readonly stops: Stops;
  private readonly questions: Questions;
  private readonly source: SourceView;
  private readonly console: Console;
  private readonly stop = h("p", { class: "stop", "aria-live": "polite" });
  private readonly walk = h("section", { class: "walk", "aria-label": "guided walk" });

  constructor(private readonly stage: Stage) {
    const { trace } = stage.model;
    this.stops = new Stops(stage.model);
    this.questions = new Questions(stage);
    this.source = new SourceView(stage);
    this.console = new Console(stage);
    this.walk.append(h("h3", {}, "Guided walk"), this.stop, h("div", { class: "line" },
      button("‹ previous stop", "previous stop (Shift+W)", () => this.step(-1)),
      button("next stop ›", "next stop (W)", () => this.step(1))));
    this.walk.hidden = this.stops.length === 0;
    this.element = h("div", { class: "panel lesson" },
      h("h2", {}, trace.title || trace.name), ...(trace.doc.trim() ? [about(trace.doc)] : []),
      this.questions.before, this.walk, this.questions.after, this.source.element, this.console.element);
  }

  /** To the next or previous stop. */
  step(direction: Direction): void {
    const { all } = this.stops;
    const { cursor } = this.stage.store.get();
    // A run may open in its middle: the walk begins at its first stop all the same.
    const begins = direction > 0 && !this.walked;
    this.walked = true;
    const place = begins ? 0 : direction > 0 ? this.stops.before(cursor) + 1 : this.stops.before(cursor - 1);
    const stop = all[place];
    if (stop !== undefined) jump(this.stage, stop.at);
    if (stop !== undefined) this.stage.say(`stop ${place + 1} of ${all.length}: ${short(stop.say, 60)}`);
    else this.stage.say(all.length === 0 ? "this run has no stops: nothing stands out in it" : direction > 0 ? "that was the last stop" : "that was the first stop");
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !changed.has("cursor") && !changed.has("selection")) return;
    this.source.show(view, changed === null);
    this.console.show(view);
    this.showStop(view.cursor);
  }

  private showStop(cursor: EventIndex): void {
    const place = this.stops.before(cursor);
    const stop = this.stops.all[place];
    this.stop.replaceChildren();
    if (stop === undefined) this.stop.append(h("span", { class: "quiet" }, `${this.stops.length} stops ahead`));
    else {
      const where = `Stop ${place + 1} of ${this.stops.length}, at ${timeText(this.stage, stop.at)}${stop.at === cursor ? "" : " (passed)"}`;
      this.stop.append(h("span", { class: "quiet" }, where), h("br"), h("bdi", {}, stop.say));
    }
  }
}
