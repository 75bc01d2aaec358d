/** The whole page: its head, one workspace a run, and what belongs to none of them. */

import { Address } from "./address";
import { button, h, plural } from "./dom";
import { durationText } from "./durations";
import { decode, encode } from "./hash";
import { keyTable } from "./key_table";
import { listen } from "./keys";
import { Pairing } from "./comparing/pairing";
import { letter, runChoice, type RunChoice } from "./comparing/run_choice";
import { Comparing } from "./panels/compare";
import { help } from "./panels/help";
import { copy, savePng, saveSvg } from "./saving";
import { splitter } from "./split";
import type { ViewStore } from "./store";
import type { Model, Page, View } from "./types";
import { Workspace } from "./workspace";

/** A run by its place, or two of them on one axis. */
type Showing = number | "both";

/** What the two runs have in common when both are on the page. */
const SHARED: (keyof View)[] = ["theme", "panel", "mode", "layout", "speed", "grouping", "without", "search", "regex"];
const THEMES: View["theme"][] = ["auto", "light", "dark"];
/** Nothing around the picture, as the page was made or as its address says. */
const BY_ADDRESS = /[#&]embed\b/.test(location.hash);
const EMBEDDED = BY_ADDRESS || document.body.dataset.embed !== undefined;
/** Milliseconds of rest before a screen reader is told where the cursor is. */
const REST = 400;

export class App {
  readonly workspaces: Workspace[];
  /** The run whose panels are shown. */
  private side = 0;
  private showing: Showing = 0;
  /** The two runs that are compared, or would be. */
  private pair: [number, number] = [0, 1];
  private readonly pairings = new Map<string, Pairing>();
  private readonly comparing: Comparing[] = [];
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly grid = h("main", { class: "grid" });
  private readonly lefts = h("div", { class: "lefts" });
  private readonly controls = h("div", { class: "controls" });
  private readonly rights = h("div", { class: "rights" });
  private readonly live = h("p", { class: "aside", role: "status", "aria-live": "polite" });
  private readonly themeButton = button("◐", "theme", () => this.nextTheme());
  private readonly choice: RunChoice;
  private readonly dialog: HTMLDialogElement;
  private readonly address: Address;
  private following = false;
  private timer = 0;

  constructor(private readonly page: Page, models: Model[]) {
    this.choice = runChoice(page, (showing, pair) => {
      this.pair = pair;
      this.show(showing);
    });
    const start = this.startOf(models);
    this.workspaces = models.map((model, i) =>
      new Workspace(model, models.length > 1 ? letter(i) : "", start[i] ?? {}, (store) => this.watch(store, i)));
    this.address = new Address(() => this.hash(), (hash) => this.follow(hash));
    const table = keyTable(this);
    this.dialog = help(table);
    listen(table);
  }

  get current(): Workspace {
    return this.workspaces[this.side];
  }

  /** Put everything into the page. */
  open(): void {
    const { grid } = this;
    grid.append(this.lefts, splitter(grid), this.rights);
    document.body.append(this.head(), grid, this.live, this.dialog);
    if (EMBEDDED) document.body.classList.add("embed");
    this.theme();
    this.dark.addEventListener("change", () => this.theme());
    this.controls.append(...this.workspaces.map((workspace) => workspace.transport.element));
    this.lefts.append(...this.workspaces.flatMap(({ lede, bar }) => [lede.element, bar.element]), ...this.workspaces.map((workspace) => workspace.left), this.controls);
    this.furnish();
    this.rights.append(...this.workspaces.map((workspace) => workspace.tabs.element));
    for (const workspace of this.workspaces) workspace.mount();
    this.show(this.showing);
  }

  /** Show one run, or two on one axis with the panels of the one last used. */
  show(showing: Showing): void {
    const before = this.showing;
    this.showing = showing;
    if (showing !== "both") this.side = showing;
    else if (!this.pair.includes(this.side)) this.side = this.pair[0];
    const pairing = showing === "both" ? this.pairing() : null;
    for (const workspace of this.workspaces) if (workspace !== this.current) workspace.store.pause();
    this.workspaces.forEach((workspace, i) => {
      const own = i === this.side;
      workspace.left.hidden = pairing !== null || !own;
      workspace.tabs.element.hidden = !own;
      workspace.transport.element.hidden = !own;
      workspace.bar.element.hidden = !own;
      workspace.lede.element.classList.toggle("away", pairing !== null || !own);
    });
    for (const each of this.pairings.values()) each.element.hidden = each.bar.element.hidden = each !== pairing;
    this.grid.classList.toggle("pairing", pairing !== null);
    this.grid.classList.toggle("varied", this.page.variants.length > 0);
    if (showing !== before && (showing === "both" || before === "both")) this.whole();
    pairing?.mount();
    this.workspaces.forEach((workspace, i) => {
      const side = this.pair.indexOf(i);
      workspace.stage.timeline = pairing === null || side < 0 ? workspace.own : pairing.face(side as 0 | 1);
    });
    this.choice.show(showing, this.pair, this.side);
    this.compare();
    this.current.tabs.refresh();
    this.fold(this.current.store.get().panel);
    this.current.stage.emphases.tell();
    this.current.stage.timeline.refresh();
    this.address.later();
  }

  turn(): void {
    if (this.workspaces.length < 2) return;
    const next = this.side === this.pair[0] ? this.pair[1] : this.pair[0];
    if (this.showing !== "both") this.show(next);
    else this.activate(next);
  }

  difference(direction: 1 | -1): void {
    const said = this.showing === "both" ? this.pairing()?.bar.step(direction) : "two runs side by side have differences";
    if (said) this.current.stage.say(said);
  }

  toggleHelp(): void {
    if (this.dialog.open) this.dialog.close();
    else this.dialog.showModal();
  }

  nextTheme(): void {
    const { store } = this.current;
    store.set({ theme: THEMES[(THEMES.indexOf(store.get().theme) + 1) % THEMES.length] });
  }

  async link(): Promise<void> {
    this.current.stage.say((await copy(this.address.link())) ? "link copied" : "the link is in the address bar");
  }

  private activate(side: number): void {
    if (side === this.side) return;
    this.side = side;
    this.show("both");
  }

  /** The two that are compared; made when they are first. Null where the page does not tell what is the same in them. */
  private pairing(): Pairing | null {
    const [a, b] = this.pair;
    const known = this.pairings.get(`${a}-${b}`);
    if (known !== undefined) return known;
    const alignment = this.page.alignments.find(({ of }) => of[0] === a && of[1] === b);
    const [one, other] = [this.workspaces[a], this.workspaces[b]];
    if (alignment === undefined || one === undefined || other === undefined) return null;
    const pairing = new Pairing([one.stage, other.stage], [letter(a), letter(b)], alignment,
      () => (this.side === b ? 1 : 0), (side) => this.activate(side === 1 ? b : a));
    pairing.element.hidden = pairing.bar.element.hidden = this.showing !== "both";
    this.pairings.set(`${a}-${b}`, pairing);
    this.lefts.prepend(pairing.bar.element);
    this.controls.before(pairing.element);
    return pairing;
  }

  /** The panel that compares, of the runs that can be. */
  private compare(): void {
    const side = this.pair.indexOf(this.side);
    const pairing = this.pairing();
    if (side < 0 || pairing === null) return;
    const [a, b] = this.pair.map((run) => this.workspaces[run].stage);
    this.comparing[this.side].use(pairing, [a, b], side as 0 | 1, () => this.turn());
  }

  /** The window of one picture says nothing in another. */
  private whole(): void {
    this.following = true;
    for (const { store } of this.workspaces) store.set({ from: 0, to: 1 });
    this.following = false;
  }

  private startOf(models: Model[]): Partial<View>[] {
    const { showing, pair } = this.choice.start(location.hash);
    [this.showing, this.pair] = [showing, pair];
    this.side = showing === "both" ? pair[0] : showing;
    const patch = decode(location.hash, models[this.side]);
    const shared = Object.fromEntries(SHARED.filter((key) => key in patch).map((key) => [key, patch[key]]));
    const window = showing === "both" && patch.from !== undefined ? { from: patch.from, to: patch.to } : {};
    const comparing = models.length > 1 && this.page.variants.length === 0 && !location.hash ? { panel: "compare" } : {};
    return models.map((_, i) => (i === this.side ? { ...comparing, ...patch } : { ...comparing, ...shared, ...window }));
  }

  private furnish(): void {
    for (const workspace of this.workspaces) {
      const comparing = new Comparing();
      this.comparing.push(comparing);
      workspace.furnish(this.workspaces.length > 1 && this.page.alignments.length > 0 ? [comparing] : []);
    }
  }

  /** Before anything else of a workspace listens, so that it finds the page in its new colours. */
  private watch(store: ViewStore, side: number): void {
    store.subscribe((view, changed) => {
      if (changed.has("theme")) this.theme(view.theme);
      if (this.workspaces === undefined || this.following) return;
      this.follows(view, changed, side);
      if (side !== this.side) return;
      if (changed.has("panel")) this.fold(view.panel);
      this.address.later();
      if (changed.has("cursor")) this.announce(store);
    });
  }

  /** The other run goes where this one goes: on one axis to the same time, else to where as much has happened. */
  private follows(view: View, changed: Set<keyof View>, side: number): void {
    const own = this.pair.indexOf(side) as 0 | 1;
    const both = this.showing === "both";
    const keys: (keyof View)[] = both ? [...SHARED, "from", "to"] : SHARED;
    const patch: Partial<View> = Object.fromEntries(keys.filter((key) => changed.has(key)).map((key) => [key, view[key]]));
    this.following = true;
    this.workspaces.forEach(({ store }, i) => {
      if (i === side) return;
      const moved = this.pair.includes(i) && this.pair.includes(side) && (changed.has("cursor") || changed.has("at"));
      const pairing = moved ? this.pairing() : null;
      if (pairing === null) store.set(patch);
      else if (both) store.set({ ...patch, ...pairing.across(own, view), selection: null });
      else store.set({ ...patch, cursor: pairing.aligned.across(own, view.cursor), selection: null });
    });
    this.following = false;
    if (both && side === this.side) this.pairing()?.bar.show();
  }

  /** Without a panel the picture has all the room; the tabs stay at its edge. */
  private fold(panel: string): void {
    this.grid.classList.toggle("closed", panel === "");
  }

  private announce(store: ViewStore): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const { cursor } = store.get();
      if (store.playing || cursor < 0) return;
      const { trace } = this.current.model;
      const note = store.get().notes[cursor];
      this.live.textContent = `${durationText(trace.t[cursor])}: ${trace.describe(cursor)}${note === undefined ? "" : `. Note: ${note}`}`;
    }, REST);
  }

  private hash(): string {
    return encode(this.current.store.get(), this.current.model) + this.choice.hash(this.showing, this.pair) + (BY_ADDRESS ? "&embed" : "");
  }

  private follow(hash: string): void {
    const { showing, pair } = this.choice.start(hash);
    if (/\brun=/.test(hash) && (showing !== this.showing || pair.join() !== this.pair.join())) {
      this.pair = pair;
      this.show(showing);
    }
    this.current.store.pause();
    this.current.store.set(decode(hash, this.current.model), true);
  }

  private theme(wanted = this.current.store.get().theme): void {
    document.documentElement.dataset.theme = wanted === "auto" ? (this.dark.matches ? "dark" : "light") : wanted;
    this.themeButton.textContent = { auto: "◐ auto", light: "☀ light", dark: "☾ dark" }[wanted];
    this.themeButton.setAttribute("aria-label", `theme: ${wanted}`);
  }

  private head(): HTMLElement {
    const { model } = this.current;
    const { trace } = model;
    const end = trace.n ? durationText(trace.t[trace.n - 1]) : "0 ms";
    const facts = `${plural(model.processes.length, "process", "processes")} · ${plural(trace.n, "event")} · ${end}`;
    const name = trace.name.replace(/\.\w+$/, "") || "trace";
    return h("header", {},
      h("h1", { title: `${trace.title} (${trace.name})` }, h("bdi", {}, trace.title || trace.name)),
      h("p", { class: "quiet facts-line" }, facts), this.choice.element,
      h("div", { class: "group", role: "toolbar", "aria-label": "page" },
        button("↶", "undo (U)", () => this.current.store.undo()),
        button("Link", "copy a link to this moment", () => void this.link()),
        button("SVG", "save what the timeline shows as SVG", () => saveSvg(this.current.stage.timeline, name)),
        button("PNG", "save what the timeline shows as PNG", () => void savePng(this.current.stage.timeline, name)),
        this.themeButton,
        button("?", "keys and signs (?)", () => this.toggleHelp())));
  }
}
