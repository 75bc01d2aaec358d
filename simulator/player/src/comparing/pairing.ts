/** Two runs of the page side by side: their picture on one axis, what they differ in, and which moment of one is which of the other. */

import { Aligned } from "../aligned";
import { h } from "../dom";
import { jump, type Stage } from "../stage";
import { CanvasTimeline } from "../timeline";
import { lastAtMost } from "../timemap";
import type { Alignment, Timeline, View } from "../types";
import { DifferenceBar } from "./bar";
import { differences, type Difference } from "./differences";
import { SharedAxis } from "./shared_axis";
import { TwoRuns } from "./two_runs";

type Side = 0 | 1;

export class Pairing {
  readonly element = h("section", { class: "left pair", "aria-label": "two runs on one axis of time" });
  readonly aligned: Aligned;
  readonly bar: DifferenceBar;
  private readonly axis: SharedAxis;
  private readonly subject: TwoRuns;
  private readonly host = h("div", { class: "timeline-host" });
  private timeline: CanvasTimeline | null = null;

  /** `side` tells which of them is looked at, `turn` makes it the other. */
  constructor(
    private readonly stages: [Stage, Stage], readonly names: [string, string], alignment: Alignment,
    private readonly side: () => Side, private readonly turn: (side: Side) => void,
  ) {
    const [a, b] = stages.map(({ model }) => model.trace);
    this.aligned = new Aligned(alignment, [a.n, b.n]);
    this.axis = new SharedAxis([a, b], alignment.pairs);
    const found = differences(this.aligned, this.axis, [a, b]);
    this.subject = new TwoRuns({
      models: [stages[0].model, stages[1].model], stores: [stages[0].store, stages[1].store], names, axis: this.axis, differences: found, side, turn,
    });
    this.bar = new DifferenceBar(found, stages, names, this.axis, () => this.step(), (one) => this.go(one));
    this.element.append(this.host);
  }

  /** Draw, now that it is part of the page; or draw anew. */
  mount(): void {
    if (this.timeline === null) this.timeline = new CanvasTimeline(this.host, this.subject);
    else this.timeline.turned();
    this.bar.show();
  }

  /** The picture, as one of the two runs sees it. */
  face(side: Side): Timeline {
    const of = (): CanvasTimeline => {
      if (this.timeline === null) throw new Error("the picture of both runs is not drawn yet");
      return this.timeline;
    };
    return {
      refresh: () => of().refresh(),
      reveal: (e) => (side === this.side() ? of().reveal(e) : of().refresh()),
      fit: () => of().fit(),
      zoomBy: (factor) => of().zoomBy(factor),
      panBy: (part, lanes) => of().panBy(part, lanes),
      emphasise: (emphasis) => {
        this.subject.emphases[side] = emphasis;
        of().refresh();
      },
      svg: () => of().svg(),
      png: () => of().png(),
    };
  }

  /** The same time in the other run. */
  across(side: Side, { cursor, at }: View): Pick<View, "cursor" | "at"> {
    const other = 1 - side as Side;
    const there = cursor < 0 ? -1 : lastAtMost(this.axis.steps[other], this.axis.steps[side][cursor]);
    return { cursor: there, at: at ?? (cursor < 0 ? null : String(this.stages[side].model.trace.t[cursor])) };
  }

  /** The step of the axis at which one is. */
  private step(): number {
    const side = this.side();
    const { cursor } = this.stages[side].store.get();
    return cursor < 0 ? -1 : this.axis.steps[side][cursor];
  }

  private go({ of, step }: Difference): void {
    const side = this.side();
    const there = of[side] >= 0 && this.axis.steps[side][of[side]] === step ? side : (1 - side as Side);
    if (there !== side) this.turn(there);
    jump(this.stages[there], of[there]);
  }
}
