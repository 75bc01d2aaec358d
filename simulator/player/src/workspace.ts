/** Everything about one run: its timeline and controls on the left, its panels on the right. */

import { Causality } from "./causality";
import { h } from "./dom";
import { Emphases } from "./emphases";
import { Causes } from "./panels/causes";
import { Find } from "./panels/find";
import { Lede } from "./panels/lede";
import { LinkGraph } from "./panels/graph";
import { Inspector } from "./panels/inspector";
import { Lesson } from "./panels/lesson";
import { EventTable } from "./panels/table";
import { Tabs } from "./panels/tabs";
import { Transport } from "./panels/transport";
import { Why } from "./panels/why";
import { ViewBar } from "./panels/viewbar";
import { makeScrubber } from "./scrubber";
import { ABSENT, type Panel, type Stage } from "./stage";
import { Stepping } from "./stepping";
import { ViewStore } from "./store";
import { makeTimeline } from "./timeline";
import type { Model, Timeline, View } from "./types";

export class Workspace {
  readonly left: HTMLElement;
  readonly stage: Stage;
  readonly store: ViewStore;
  readonly transport: Transport;
  readonly bar: ViewBar;
  readonly lede: Lede;
  readonly lesson: Lesson;
  /** The picture of this run alone. */
  own: Timeline = ABSENT;
  readonly find: Find;
  private readonly causes: Causes;
  private readonly host = h("div", { class: "timeline-host" });
  private readonly scrubber = h("div", { class: "scrubber-host" });
  private furniture: Tabs | null = null;

  /** `early` is told of the store before anybody else listens to it. */
  constructor(
    readonly model: Model, private readonly name: string, private readonly start: Partial<View>, early: (store: ViewStore) => void,
  ) {
    this.store = new ViewStore(model, start);
    early(this.store);
    const stage: Stage = {
      model, store: this.store, causality: new Causality(model), timeline: ABSENT,
      emphases: new Emphases((one) => stage.timeline.emphasise(one)),
      say: (words) => this.bar.say(words),
    };
    this.stage = stage;
    this.bar = new ViewBar(stage);
    this.transport = new Transport(stage, new Stepping(model));
    const badge = name ? h("strong", { class: "run-name" }, name) : null;
    this.left = h("section", { class: "left", "aria-label": `timeline ${name}` }, badge, this.host, this.scrubber);
    this.lesson = new Lesson(stage);
    this.lede = new Lede(stage, (direction) => this.lesson.step(direction), () => this.lesson.walked);
    this.find = new Find(stage);
    this.causes = new Causes(stage);
    this.store.subscribe((view, changed) => {
      this.transport.show(view);
      if (changed.has("cursor") || changed.has("selection")) this.lede.show(view);
    });
  }

  get tabs(): Tabs {
    if (!this.furniture) throw new Error("the panels are not made yet");
    return this.furniture;
  }

  /** Make the panels; `more` are those that know both runs. */
  furnish(more: Panel[]): void {
    const { stage } = this;
    const panels = [new Inspector(stage), this.lesson, new LinkGraph(stage), this.find, new EventTable(stage), this.causes, new Why(stage), ...more];
    this.furniture = new Tabs(stage, panels, this.name || "run");
    this.transport.show(this.store.get());
    this.bar.show(this.store.get());
    this.lede.show(this.store.get());
  }

  /** Draw, once all is part of the page and has a size. */
  mount(): void {
    this.own = this.stage.timeline = makeTimeline(this.host, this.model, this.store);
    this.restore(this.start);
    // Nobody has changed anything yet.
    this.bar.say("");
    makeScrubber(this.scrubber, this.model, this.store);
    this.find.start(this.store.get());
    this.causes.emphasise(this.store.get());
  }

  /** What was asked for goes before what the timeline chooses for itself. */
  private restore({ grouping, collapsed = [], from, to }: Partial<View>): void {
    if (grouping !== undefined) this.store.set({ grouping, collapsed });
    if (from !== undefined && to !== undefined) this.store.set({ from, to });
  }
}
