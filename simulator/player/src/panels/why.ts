/** Why it waits, ended, has its state, was late or got nothing: the sentences of `simulator why`, made ahead. */

import { button, h, plural } from "../dom";
import { select, type Panel, type Stage } from "../stage";
import type { Answer, Because, EventIndex, HeldAnswer, ProcessIndex, View } from "../types";
import { LatencyBars } from "./latencies";
import { eventLink, processName } from "./links";

const QUESTIONS: Record<Answer["ask"], string> = {
  wait: "Why does it wait?", end: "Why did it end?", value: "Why has it this state?", late: "What was late, and why?",
  not: "What did not reach it, and why not?", history: "Which states has it in this run, and who set and read them?",
  way: "Where does its value come from?",
};
/** States of a server that are shown before and after the one that it is in. */
const STATES = 20;

export class Why implements Panel {
  readonly id = "why";
  readonly title = "Why";
  readonly element: HTMLElement;
  private readonly about = h("div", { class: "answers", "aria-live": "polite" });
  private readonly standing = h("section", { class: "standing", "aria-label": "what stands out" });
  private readonly latencies: LatencyBars;
  private readonly of = new Map<number, HeldAnswer[]>();
  /** The sentence whose events are marked on the timeline. */
  private marked: Because | null = null;

  constructor(private readonly stage: Stage) {
    const { trace } = stage.model;
    for (const held of trace.why) {
      const known = this.of.get(held.pid);
      if (known) known.push(held);
      else this.of.set(held.pid, [held]);
    }
    this.latencies = new LatencyBars(stage, () => this.unmark());
    this.element = h("div", { class: "panel why" }, h("h2", {}, "Why"), this.about, this.standing, this.latencies.element);
    this.standing.append(...this.outstanding(trace.standing));
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !changed.has("cursor") && !changed.has("selection")) return;
    const p = this.processOf(view);
    if (p < 0) {
      this.about.replaceChildren(h("p", { class: "said" }, "Select a process, and ask why at any moment."));
      return;
    }
    const { pid } = this.stage.model.processes[p];
    const found = this.held(pid, view.cursor);
    const none = this.stage.model.trace.standing === null ? this.tooLarge() : h("p", { class: "quiet" }, "Here it waits for nothing.");
    this.about.replaceChildren(
      h("h3", {}, h("bdi", {}, processName(this.stage, p))),
      ...(found.length ? found.map((held) => (held.ask === "history" ? this.history(held, view.cursor) : this.answer(held, QUESTIONS[held.ask]))) : [none]));
  }

  /** What is held of a process at a moment; what the lesson asks there is answered whole. */
  private held(pid: number, cursor: EventIndex): HeldAnswer[] {
    const { trace } = this.stage.model;
    const asked = (trace.lesson?.investigate ?? []).filter((each) => each.pid === pid && each.at === cursor)
      .map(({ why, ask, at, because }): HeldAnswer => ({ ask: why, pid, question: ask, because, from: at, to: at }));
    const found = (this.of.get(pid) ?? []).filter(({ from, to }) => from <= cursor && (to === null || cursor <= to));
    return [...asked, ...found.filter(({ ask }) => !asked.some((each) => each.ask === ask))];
  }

  /** The process that is selected, or that of the event that is, or of the cursor. */
  private processOf({ selection, cursor }: View): ProcessIndex {
    const { model } = this.stage;
    if (selection?.what === "process") return selection.index;
    const event = selection?.what === "event" ? selection.index : cursor;
    return event < 0 ? -1 : model.processOf(model.trace.pid[event]);
  }

  private outstanding(standing: Answer[] | null): HTMLElement[] {
    if (standing === null) return [this.tooLarge()];
    if (standing.length === 0) return [];
    return [h("h3", {}, "What stands out in this run"), ...standing.map((each) => this.answer(each, each.question))];
  }

  private tooLarge(): HTMLElement {
    return h("p", { class: "quiet" },
      "This run is too large for all answers to be in the page: ", h("code", {}, "simulator why FILE --process NAME --at T"), " gives each.");
  }

  private answer(answer: Answer, question: string): HTMLElement {
    const list = h("ol", { class: "because" });
    for (const because of answer.because) list.append(this.sentence(because));
    const p = this.stage.model.processOf(answer.pid);
    const head = question === answer.question
      ? button(question, `select the process that it is about: ${processName(this.stage, p)}`,
        () => select(this.stage, { what: "process", index: p }), { class: "go" })
      : question;
    return h("section", { class: `answer ask-${answer.ask}` }, h("h4", {}, head), list);
  }

  /** The states of a server, around the one that it is in. */
  private history(answer: Answer, cursor: EventIndex): HTMLElement {
    const all = answer.because;
    const now = all.filter(([, , , events]) => events[0] <= cursor).length - 1;
    const [first, last] = [Math.max(0, now - STATES), Math.min(all.length, now + STATES + 1)];
    const list = h("ol", { class: "because", start: String(first + 1) });
    all.slice(first, last).forEach((because, i) => {
      const item = this.sentence(because);
      if (first + i === now) item.setAttribute("aria-current", "true");
      list.append(item);
    });
    const beyond = (count: number, words: string): HTMLElement[] =>
      (count > 0 ? [h("p", { class: "quiet" }, `${plural(count, "state")} ${words}`)] : []);
    return h("section", { class: "answer ask-history" }, h("h4", {}, QUESTIONS.history),
      ...beyond(first, "before these"), list, ...beyond(all.length - last, "after these"));
  }

  /** A sentence: its events lead there, its mark shows all of them on the timeline. */
  private sentence(because: Because): HTMLElement {
    const [kind, , text, events] = because;
    const item = h("li", { class: `because-${kind}` }, ...this.linked(text));
    if (events.length > 0) {
      const mark = button("mark", "mark the events that this rests on", () => this.mark(because, mark), { class: "mark", "aria-pressed": "false" });
      item.append(" ", mark);
    }
    return item;
  }

  /** The text, with each `#12` in it as a link to that event. */
  private linked(text: string): (string | HTMLElement)[] {
    const { n } = this.stage.model.trace;
    return text.split(/\(#(\d+)\)/).map((part, i) => {
      if (i % 2 === 0) return h("bdi", {}, part);
      const e = Number(part);
      return e < n ? eventLink(this.stage, e) : `(#${part})`;
    });
  }

  private mark(because: Because, face: HTMLElement): void {
    const on = this.marked !== because;
    this.latencies.leave();
    this.unmark();
    this.marked = on ? because : null;
    face.setAttribute("aria-pressed", String(on));
    this.stage.emphases.setHits(on ? this.emphasis(because[3]) : null);
    this.stage.say(on ? "its events are marked" : "no events are marked");
  }

  private unmark(): void {
    this.marked = null;
    for (const each of this.element.querySelectorAll(".mark")) each.setAttribute("aria-pressed", "false");
  }

  private emphasis(path: EventIndex[]): { events: Uint8Array; path: EventIndex[] } {
    const events = new Uint8Array(this.stage.model.trace.n);
    for (const e of path) events[e] = 1;
    return { events, path };
  }
}
