/** The scenario's lesson: what it is about, its guided walk, its source and what it printed. */

import { button, h, short } from "../dom";
import { lastAtMost } from "../timemap";
import { jump, type Panel, type Stage } from "../stage";
import type { Direction } from "../stepping";
import type { EventIndex, View } from "../types";
import { Console } from "./console";
import { timeText } from "./links";
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
  private walked = false;
  private readonly source: SourceView;
  private readonly console: Console;
  private readonly stop = h("p", { class: "stop", "aria-live": "polite" });
  private readonly walk = h("section", { class: "walk", "aria-label": "guided walk" });

  constructor(private readonly stage: Stage) {
    const { trace, notes } = stage.model;
    this.source = new SourceView(stage);
    this.console = new Console(stage);
    this.walk.append(h("h3", {}, "Guided walk"), this.stop, h("div", { class: "line" },
      button("‹ previous stop", "previous stop (Shift+W)", () => this.step(-1)),
      button("next stop ›", "next stop (W)", () => this.step(1))));
    this.walk.hidden = notes.length === 0;
    this.element = h("div", { class: "panel lesson" },
      h("h2", {}, trace.title || trace.name), ...(trace.doc.trim() ? [about(trace.doc)] : []),
      this.walk, this.source.element, this.console.element);
  }

  /** To the next or previous note that the scenario placed. */
  step(direction: Direction): void {
    const { notes } = this.stage.model;
    const { cursor } = this.stage.store.get();
    // A run may open in its middle: the walk begins at its first stop all the same.
    const begins = direction > 0 && !this.walked;
    this.walked = true;
    const at = begins ? 0 : direction > 0 ? lastAtMost(notes, cursor) + 1 : lastAtMost(notes, cursor - 1);
    const stop = notes[at];
    if (stop !== undefined) jump(this.stage, stop);
    const { trace } = this.stage.model;
    if (stop !== undefined) this.stage.say(`stop ${at + 1} of ${notes.length}: ${short(trace.field<string>(stop, "text") ?? "", 60)}`);
    else this.stage.say(notes.length === 0 ? "this scenario has no guided walk" : direction > 0 ? "that was the last stop" : "that was the first stop");
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !changed.has("cursor") && !changed.has("selection")) return;
    this.source.show(view, changed === null);
    this.console.show(view);
    this.showStop(view.cursor);
  }

  private showStop(cursor: EventIndex): void {
    const { notes, trace } = this.stage.model;
    const at = lastAtMost(notes, cursor);
    const note = notes[at];
    this.stop.replaceChildren();
    if (note === undefined) this.stop.append(h("span", { class: "quiet" }, `${notes.length} stops ahead`));
    else {
      const place = `Stop ${at + 1} of ${notes.length}, at ${timeText(this.stage, note)}${note === cursor ? "" : " (passed)"}`;
      this.stop.append(h("span", { class: "quiet" }, place), h("br"), h("bdi", {}, trace.field<string>(note, "text") ?? ""));
    }
  }
}
