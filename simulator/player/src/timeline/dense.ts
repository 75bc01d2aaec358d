/** Lanes and groups that are denser than pixels: stacks of shares, and the mailbox as a heat below them. */
import type { Draft } from "./draft";
import { CLASSES, sharesOf, stack, type Source } from "./shares";
import type { Style } from "./pen";

/** Pixels of a bin. */
const BIN = 3;
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
  const bins = Math.max(1, Math.floor(frame.mainSize / BIN));
  const shares = sharesOf(key, source, frame.map, frame.u0, frame.u1, bins);
  const pixels = frame.mainSize / bins;
  const styles = CLASSES.map(({ fill, alpha }) => theme.fill(fill, alpha));
  for (let bin = 0; bin < bins; bin++) {
    const at = frame.main + bin * pixels;
    stack(shares, bin, breadth, (c, from, height) => draft.box(styles[c], at, across + breadth - from - height, pixels, height));
    if (warm > 0 && shares.deepest[bin] > 0) draft.box(heat(draft, shares.deepest[bin], frame.model.maxDepth), at, across + breadth + 1, pixels, warm);
  }
}
