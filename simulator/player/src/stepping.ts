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
  private readonly messages: number[] = [];

  constructor(private readonly model: Model) {
    const instants = new Set<number>();
    for (const message of model.messages) {
      instants.add(message.sent);
      if (message.received >= 0) instants.add(message.received);
      if (message.dropped >= 0) instants.add(message.dropped);
    }
    this.messages = [...instants].sort((a, b) => a - b);
  }

  event(cursor: EventIndex, direction: Direction): EventIndex {
    return Math.max(-1, Math.min(this.model.trace.n - 1, cursor + direction));
  }

  /** A message sent, received or lost. */
  message(cursor: EventIndex, direction: Direction): EventIndex {
    return neighbour(this.messages, cursor, direction) ?? cursor;
  }

  /**
   * A callback of the selected process, of the one that acts where none is selected; what it receives where it has
   * no callbacks.
   */
  callback(view: View, direction: Direction): EventIndex {
    const p = this.meant(view);
    if (p < 0) return this.message(view.cursor, direction);
    const own = this.model.callbacks.filter((callback) => callback.process === p).map((callback) => callback.from);
    const { trace } = this.model;
    const turns = own.length ? own : [...(this.model.eventsOf[p] ?? [])].filter((e) => trace.kindOf(e) === "receive");
    return neighbour(turns, view.cursor, direction) ?? view.cursor;
  }

  private meant({ selection, cursor }: View): ProcessIndex {
    if (selection?.what === "process") return selection.index;
    const e = selection?.what === "event" ? selection.index : cursor;
    return e < 0 ? -1 : this.model.processOf(this.model.trace.pid[e]);
  }
}
