/** The controls under the timeline: play, step, speed, go to, bookmarks. */

import { button, grouped, h, letGo } from "../dom";
import { durationText } from "../durations";
import { moment, timeOf } from "../moment";
import { jump, visit, type Stage } from "../stage";
import type { Direction, Stepping } from "../stepping";
import type { View } from "../types";
import { Bookmarks } from "./bookmarks";

/** Events a second, as negative speeds. */
const PACES = [1, 4, 20, 100, 1000];
const SECOND = 1_000_000_000;
/** The whole run in about this many seconds is the speed offered first. */
const WHOLE = 20;

/** Speeds in virtual nanoseconds a second, slow to fast, that suit a run of this length. */
export function speeds(duration: number): number[] {
  if (duration <= 0) return [];
  const middle = Math.round(Math.log10(duration / WHOLE));
  return [-3, -2, -1, 0, 1].map((power) => 10 ** (middle + power)).filter((speed) => speed >= 1);
}

export class Transport {
  readonly element: HTMLElement;
  readonly bookmarks: Bookmarks;
  private readonly playButton: HTMLButtonElement;
  private readonly clock = h("output", { class: "clock", "aria-live": "off", title: "virtual time, event of all events" });
  private readonly speed = h("select", { "aria-label": "speed", title: "speed: virtual time in a second, or events in a second" });
  private readonly place = h("input", {
    id: "goto", size: 7, enterkeyhint: "go", placeholder: "1.5s, #7", "aria-label": "go to a time, a time from here, or an event number",
    title: "1.5s: a time; +200ms, -1s: from here; #123: an event", "aria-describedby": "goto-complaint",
  });
  private readonly complaint = h("span", { class: "complaint", role: "alert", id: "goto-complaint" });

  constructor(private readonly stage: Stage, private readonly stepping: Stepping) {
    const { store } = stage;
    this.bookmarks = new Bookmarks(stage);
    this.playButton = button("▶", "play (space)", () => this.toggle(), { class: "play" });
    this.speed.addEventListener("change", () => store.set({ speed: Number(this.speed.value) }));
    letGo(this.speed);
    this.choices();
    const { n } = stage.model.trace;
    // As wide as it will ever be, so that nothing moves while it counts.
    this.clock.style.minWidth = `${String(n).length + 11}ch`;
    const steps = h("div", { class: "group", role: "group", "aria-label": "step" },
      button("|‹‹", "to the start (Home)", () => jump(stage, -1)),
      button("«✉", "back by a message (Shift+←)", () => this.message(-1)),
      button("‹", "back by an event (←)", () => this.event(-1)),
      this.playButton,
      button("›", "forward by an event (→)", () => this.event(1)),
      button("✉»", "forward by a message (Shift+→)", () => this.message(1)),
      button("››|", "to the end (End)", () => jump(stage, stage.model.trace.n - 1)));
    const callbacks = h("div", { class: "group callbacks", role: "group", "aria-label": "callback of the selected process" },
      button("«fn", "back to the selected process's previous callback (Ctrl+←)", () => this.callback(-1)),
      button("fn»", "forward to the selected process's next callback (Ctrl+→)", () => this.callback(1)));
    const form = h("form", { class: "group goto", submit: (event: Event) => this.go(event) }, this.place,
      button("go", "go there", () => form.requestSubmit()));
    this.element = h("div", { class: "transport", role: "toolbar", "aria-label": "playing" },
      steps, callbacks, this.speed, form, this.bookmarks.element, this.clock, this.complaint);
  }

  toggle(): void {
    if (this.stage.store.playing) this.stage.store.pause();
    else this.stage.store.play();
  }

  event(direction: Direction): void {
    const { cursor, at } = this.stage.store.get();
    // Back from a quiet time is to what happened last before it.
    this.move(at !== null && direction < 0 ? cursor : this.stepping.event(cursor, direction));
  }

  message(direction: Direction): void {
    this.move(this.stepping.message(this.stage.store.get().cursor, direction));
  }

  callback(direction: Direction): void {
    this.move(this.stepping.callback(this.stage.store.get(), direction));
  }

  /** One speed slower or faster. */
  faster(direction: Direction): void {
    const options = [...this.speed.options];
    const next = options[this.speed.selectedIndex + direction];
    if (next) this.stage.store.set({ speed: Number(next.value) });
  }

  askPlace(): void {
    this.place.focus();
    this.place.select();
  }

  show(view: View): void {
    const { playing } = this.stage.store;
    this.playButton.textContent = playing ? "❚❚" : "▶";
    this.playButton.setAttribute("aria-label", playing ? "pause (space)" : "play (space)");
    this.playButton.setAttribute("aria-pressed", String(playing));
    this.playButton.title = this.playButton.getAttribute("aria-label") ?? "";
    const { n } = this.stage.model.trace;
    const time = timeOf(view, this.stage.model.trace);
    const place = view.cursor < 0 ? "" : ` · ${view.at === null ? "" : "after "}#${view.cursor}`;
    this.clock.replaceChildren(`${time === null ? "before the start" : durationText(time)}${place}`, h("span", { class: "of" }, ` of ${n - 1}`));
    const value = String(view.speed);
    if (![...this.speed.options].some((option) => option.value === value)) this.speed.append(option(view.speed));
    this.speed.value = value;
    this.bookmarks.show(view);
  }

  /** A step keeps a selected process or message, and takes the place of a selected event. */
  private move(e: number): void {
    const { store, timeline } = this.stage;
    store.pause();
    const { selection } = store.get();
    store.set({ cursor: e, ...(selection?.what === "event" && { selection: e < 0 ? null : { what: "event", index: e } }) });
    if (e >= 0) timeline.reveal(e);
  }

  private choices(): void {
    const { n, t } = this.stage.model.trace;
    const duration = n ? Number(t[n - 1] - t[0]) : 0;
    const paces = h("optgroup", { label: "event by event" }, ...PACES.map((pace) => option(pace === 4 ? 0 : -pace)));
    const times = h("optgroup", { label: "virtual time in a second" }, ...speeds(duration).map(option));
    this.speed.append(paces);
    if (times.childElementCount) this.speed.append(times);
  }

  private go(event: Event): void {
    event.preventDefault();
    const found = moment(this.place.value, this.stage.model, this.stage.store.get());
    if ("cursor" in found) {
      this.complaint.textContent = "";
      this.place.removeAttribute("aria-invalid");
      visit(this.stage, found);
      // The arrow keys are to step again.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    } else {
      this.complaint.textContent = found.complaint;
      this.place.setAttribute("aria-invalid", "true");
    }
  }
}

function option(speed: number): HTMLOptionElement {
  return h("option", { value: speed }, speedText(speed));
}

function speedText(speed: number): string {
  if (speed <= 0) return `${-speed || 4} event${speed === -1 ? "" : "s"}/s`;
  const ratio = speed / SECOND;
  const words = ratio === 1 ? "real time" : ratio > 1 ? `${grouped(ratio)}:1` : `1:${grouped(Math.round(1 / ratio))}`;
  return `${durationText(BigInt(Math.round(speed)))}/s (${words})`;
}
