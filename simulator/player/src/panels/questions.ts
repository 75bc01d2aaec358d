/** What a lesson asks: to predict before the run is seen, then to investigate, to modify, to make. */

import { button, h } from "../dom";
import { letter } from "../comparing/run_choice";
import { nanoseconds } from "../moment";
import { jump, type Stage } from "../stage";
import type { LessonData, Question } from "../types";
import { eventLink } from "./links";

/** Is it the answer that the run gives: times in whatever unit, texts but for the space around their lines. */
export function right(form: Question["form"], given: string, answer: string): boolean {
  if (form === "time") {
    const [mine, theirs] = [nanoseconds(given.trim().toLowerCase()), nanoseconds(answer)];
    return mine !== null && mine === theirs;
  }
  if (form === "count") return Number(given.replaceAll(/[ ,_]/g, "") || "?") === Number(answer);
  return lines(given) === lines(answer);
}

function lines(text: string): string {
  return text.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " ")).filter((line) => line !== "").join("\n");
}

export class Questions {
  /** What is asked before the run is seen. */
  readonly before: HTMLElement;
  /** What is asked afterwards. */
  readonly after: HTMLElement;
  private readonly lesson: LessonData | null;
  private open = 0;

  constructor(private readonly stage: Stage) {
    this.lesson = stage.model.trace.lesson;
    this.before = this.predicting();
    this.after = this.afterwards();
  }

  private predicting(): HTMLElement {
    const asked = this.lesson?.predict ?? [];
    const section = h("section", { class: "questions predict", "aria-label": "predict" });
    section.hidden = asked.length === 0;
    if (asked.length === 0) return section;
    this.open = asked.length;
    const begin = button("Predict first", "hide the run until you have answered", () => this.hide());
    section.append(h("h3", {}, "Predict"), h("p", { class: "quiet" }, "What will the run do? Answer before you see it. ", begin),
      ...asked.map((question) => this.question(question, () => this.answered())));
    if (/[#&]predict\b/.test(location.hash)) this.hide();
    return section;
  }

  /** The run is out of sight, and what tells of it, until all is answered or given up. */
  private hide(): void {
    if (this.open === 0) return;
    this.stage.store.pause();
    this.stage.store.set({ cursor: -1, selection: null, panel: "lesson" });
    document.body.classList.add("predicting");
    this.stage.say("the run is hidden until you have answered");
  }

  private answered(): void {
    if (--this.open > 0 || !document.body.classList.contains("predicting")) return;
    document.body.classList.remove("predicting");
    this.stage.store.set({ cursor: -1 });
    this.stage.timeline.refresh();
    this.stage.store.play();
  }

  private afterwards(): HTMLElement {
    const section = h("section", { class: "questions after-run", "aria-label": "questions about the run" });
    const { lesson } = this;
    if (!lesson) return section;
    if (lesson.investigate.length) section.append(h("h3", {}, "Investigate"), ...lesson.investigate.map((each) => this.investigate(each)));
    if (lesson.modify.length) section.append(h("h3", {}, "Modify"), ...lesson.modify.map((each) => this.question(each, () => {})));
    if (lesson.make.length) {
      section.append(h("h3", {}, "Make"), ...lesson.make.map(({ ask, hint }, i) => h("div", { class: "question" },
        h("p", {}, ask), hint ? h("details", {}, h("summary", {}, "Hint"), h("p", {}, hint)) : null,
        h("p", { class: "quiet" }, h("code", {}, `simulator check ${lesson.name}${i ? `:${i + 1}` : ""} FILE`)))));
    }
    section.hidden = section.childElementCount === 0;
    return section;
  }

  /** A question with a box for the answer; the run says whether it is right. */
  private question(question: Question, done: () => void): HTMLElement {
    const several = question.form === "output";
    const box = several
      ? h("textarea", { rows: 4, "aria-label": question.ask, spellcheck: "false" })
      : h("input", { type: "text", "aria-label": question.ask, maxlength: 200 });
    const verdict = h("div", { class: "verdict", role: "status" });
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      const { run } = question;
      if (run !== undefined) verdict.after(button("See both runs", "the run, and the one with this change, on one axis of time", () => (location.hash = `#run=a+${letter(run).toLowerCase()}`)));
      done();
    };
    const check = (): void => {
      const good = right(question.form, box.value, question.answer);
      verdict.replaceChildren(h("p", { class: good ? "right" : "wrong" }, good ? "✓ So it is." : "✗ Not so."));
      if (good) end();
    };
    const give = (): void => {
      verdict.replaceChildren(h("p", {}, "The run says:"), h("pre", { class: "code" }, question.answer || "(nothing)"));
      end();
    };
    return h("form", { class: "question", submit: (event: Event) => { event.preventDefault(); check(); } },
      h("p", {}, question.ask), question.set ? h("p", { class: "quiet" }, h("code", {}, question.set)) : null,
      question.hint ? h("details", {}, h("summary", {}, "Hint"), h("p", {}, question.hint)) : null,
      box, h("div", { class: "line" }, h("button", { type: "submit" }, "Check"),
        button("Show the answer", "what the run says", give)), verdict);
  }

  private investigate({ ask, at, pid, because }: LessonData["investigate"][number]): HTMLElement {
    const answer = h("ol", { class: "because" });
    answer.hidden = true;
    for (const [, , text] of because) {
      answer.append(h("li", {}, ...text.split(/\(#(\d+)\)/).map((part, i) => i % 2 === 0 ? h("bdi", {}, part) : eventLink(this.stage, Number(part)))));
    }
    return h("div", { class: "question" }, h("p", {}, ask), h("div", { class: "line" },
      button("Go there", "go to the moment that is asked about", () => jump(this.stage, at)),
      button("Show the answer", "why, in sentences", () => (answer.hidden = false)),
      this.stage.model.trace.standing === null ? null
        : button("Ask why", "the panel Why, of this process at this moment", () => this.askWhy(at, pid))), answer);
  }

  private askWhy(at: number, pid: number): void {
    jump(this.stage, at);
    this.stage.store.set({ selection: { what: "process", index: this.stage.model.processOf(pid) }, panel: "why" }, true);
  }
}
