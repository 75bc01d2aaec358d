/** From event to event, message to message, callback to callback; forward and back. */

import { lastAtMost } from "./timemap";
import type { EventIndex, Model, ProcessIndex, View } from "./types";

export type Direction = 1 | -1;

/** The number after, or before, `from` in ascending numbers; null at the end. */
function neighbour(numbers: ArrayLike<number>, from: number, direction: Direction): number | null {
  const at = direction > 0 ? lastAtMost(numbers, from) + 1 : lastAtMost(numbers, from - 1);
  return numbers[at] ?? null;
}

export class Stepping {
  constructor(private readonly model: Model) {}

  event(cursor: EventIndex, direction: Direction): EventIndex {
    return Math.max(-1, Math.min(this.model.trace.n - 1, cursor + direction));
  }

  /** A message sent, received or lost. */
  message(cursor: EventIndex, direction: Direction): EventIndex {
    const { messages, messageAt, trace } = this.model;
    for (let e = cursor + direction; e >= 0 && e < trace.n; e += direction) {
      const index = messageAt[e];
      if (index >= 0 && (messages.sent[index] === e || messages.received[index] === e || messages.dropped[index] === e)) return e;
    }
    return cursor;
  }

  /**
   * A callback of the selected process, of the one that acts where none is selected; what it receives where it has
   * no callbacks.
   */
  callback(view: View, direction: Direction): EventIndex {
    const p = this.meant(view);
    if (p < 0) return this.message(view.cursor, direction);
    const { trace } = this.model;
    const of = (kind: string): Int32Array => this.model.eventsOf(p).filter((e) => trace.kindOf(e) === kind);
    const own = of("callback");
    const turns = own.length ? own : of("receive");
    return neighbour(turns, view.cursor, direction) ?? view.cursor;
  }

  private meant({ selection, cursor }: View): ProcessIndex {
    if (selection?.what === "process") return selection.index;
    const e = selection?.what === "event" ? selection.index : cursor;
    return e < 0 ? -1 : this.model.processOf(this.model.trace.pid[e]);
  }
}
