/** Lanes and groups that are denser than pixels: stacks of shares, and the mailbox as a heat below them. */
import type { Draft } from "./draft";
import { CLASSES, sharesOf, stack, type Source } from "./shares";
import type { Style } from "./pen";

/** Shades of the heat of a mailbox. */
const SHADES = 6;

/** The shade of a mailbox of so many messages, where the deepest of the run has `most`. */
export function heat(draft: Draft, messages: number, most: number): Style {
  const level = Math.ceil((SHADES * Math.log1p(messages)) / Math.log1p(Math.max(4, most)));
  return draft.theme.fill("message", 0.16 + (0.74 * Math.min(SHADES, level)) / SHADES);
}

/** Stacks in a band across time that begins at `across`; the foot is away from where it begins. With `warm` the heat below. */
export function drawDense(draft: Draft, key: object, source: Source, across: number, breadth: number, warm = 0): void {
  const { frame, theme } = draft;
  const { bins } = draft.grid;
  const shares = sharesOf(key, source, frame.map, frame.u0, frame.u1, bins);
  const styles = CLASSES.map(({ fill, alpha }) => theme.fill(fill, alpha));
  const runs = new Runs(draft);
  for (let bin = 0; bin < bins; bin++) {
    stack(shares, bin, breadth, (c, from, height) => {
      const [foot, top] = [grained(from), grained(from + height)];
      if (top > foot) runs.add(c, styles[c], bin, across + breadth - top, top - foot);
    });
    if (warm > 0 && shares.deepest[bin] > 0) runs.add(CLASSES.length, heat(draft, shares.deepest[bin], frame.model.maxDepth), bin, across + breadth + 1, warm);
  }
  runs.close();
}

/** To half a pixel: nobody sees less, and more bins are alike. */
function grained(height: number): number {
  return Math.round(2 * height) / 2;
}

interface Run {
  style: Style;
  from: number;
  to: number;
  across: number;
  breadth: number;
}

/** Boxes of neighbouring bins that are alike are drawn as one: a picture of fifty lanes has tens of thousands of them. */
class Runs {
  private readonly open: (Run | undefined)[] = [];

  constructor(private readonly draft: Draft) {}

  add(layer: number, style: Style, bin: number, across: number, breadth: number): void {
    const run = this.open[layer];
    if (run !== undefined && run.to === bin && run.style === style && run.across === across && run.breadth === breadth) {
      run.to++;
      return;
    }
    if (run !== undefined) this.draw(run);
    this.open[layer] = { style, from: bin, to: bin + 1, across, breadth };
  }

  close(): void {
    for (const run of this.open) if (run !== undefined) this.draw(run);
  }

  private draw({ style, from, to, across, breadth }: Run): void {
    this.draft.grid.box(style, from, to, across, breadth);
  }
}
