/** What is under the pointer: a list of what was drawn in the last picture, and where. */
import type { Selection } from "../types";

/** Besides what can be selected: strips, timers, links and heads of groups, which explain themselves. */
export type Hit = NonNullable<Selection> | { what: "strip" | "timer" | "bond" | "group" | "callback" | "instant"; index: number; process: number };

interface Near {
  hit: Hit;
  distance: number;
}

export class Hits {
  private readonly segments: number[] = [];
  private readonly segmentHits: Hit[] = [];
  private readonly boxes: number[] = [];
  private readonly boxHits: Hit[] = [];

  segment(x1: number, y1: number, x2: number, y2: number, hit: Hit): void {
    this.segments.push(x1, y1, x2, y2);
    this.segmentHits.push(hit);
  }

  box(x: number, y: number, width: number, height: number, hit: Hit): void {
    this.boxes.push(x, y, width, height);
    this.boxHits.push(hit);
  }

  /** What is at a place or within `tolerance` pixels of it: signs, then lines, then strips. */
  at(x: number, y: number, tolerance = 5): Hit | null {
    const sign = this.boxAt(x, y, (hit) => hit.what === "event" || hit.what === "group" || hit.what === "instant" || hit.what === "process");
    return sign ?? this.nearest(x, y, tolerance)?.hit ?? this.boxAt(x, y, () => true);
  }

  /** Everything that can be hit, with a place where it can; for tests and for reading aloud. */
  *all(): Generator<{ hit: Hit; x: number; y: number }> {
    for (let i = 0; i < this.segmentHits.length; i++) {
      const [x1, y1, x2, y2] = this.segments.slice(4 * i, 4 * i + 4);
      yield { hit: this.segmentHits[i], x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    }
    for (let i = 0; i < this.boxHits.length; i++) {
      const [x, y, width, height] = this.boxes.slice(4 * i, 4 * i + 4);
      yield { hit: this.boxHits[i], x: x + width / 2, y: y + height / 2 };
    }
  }

  private boxAt(x: number, y: number, wanted: (hit: Hit) => boolean): Hit | null {
    const { boxes } = this;
    for (let i = this.boxHits.length - 1; i >= 0; i--) {
      const k = 4 * i;
      const inside = x >= boxes[k] && x <= boxes[k] + boxes[k + 2] && y >= boxes[k + 1] && y <= boxes[k + 1] + boxes[k + 3];
      if (inside && wanted(this.boxHits[i])) return this.boxHits[i];
    }
    return null;
  }

  private nearest(x: number, y: number, tolerance: number): Near | null {
    const { segments } = this;
    let best: Near | null = null;
    for (let i = 0; i < this.segmentHits.length; i++) {
      const k = 4 * i;
      const distance = distanceTo(x, y, segments[k], segments[k + 1], segments[k + 2], segments[k + 3]);
      if (distance <= tolerance && (best === null || distance < best.distance)) best = { hit: this.segmentHits[i], distance };
    }
    return best;
  }
}

/** Pixels from a point to a line between two others. */
function distanceTo(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}
