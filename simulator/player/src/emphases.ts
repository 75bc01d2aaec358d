/** Several parts of the page want to emphasise events; the cone of the selection goes before the hits of a search. */

import type { Emphasis } from "./types";

export class Emphases {
  private cone: Emphasis | null = null;
  private hits: Emphasis | null = null;

  constructor(private readonly show: (emphasis: Emphasis | null) => void) {}

  setCone(cone: Emphasis | null): void {
    if (cone === null && this.cone === null) return;
    this.cone = cone;
    this.tell();
  }

  setHits(hits: Emphasis | null): void {
    if (hits === null && this.hits === null) return;
    this.hits = hits;
    this.tell();
  }

  /** Say it to a picture that is new. */
  tell(): void {
    this.show(this.cone ?? this.hits);
  }
}
