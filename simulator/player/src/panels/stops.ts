/** The guided walk: the stops of the scenario's lesson, else its notes, else what stands out in the run. */

import type { Answer, EventIndex, Model, Stop } from "../types";

export class Stops {
  readonly all: readonly Stop[];

  constructor({ trace, notes }: Pick<Model, "trace" | "notes">) {
    const noted = [...notes].map((at) => ({ at, say: trace.field<string>(at, "text") ?? "" }));
    const told = [...(trace.lesson?.walk ?? []), ...noted].sort((a, b) => a.at - b.at);
    this.all = told.length > 0 ? told : outstanding(trace.standing ?? []);
  }

  get length(): number {
    return this.all.length;
  }

  /** The place of the last stop at an event or before it; -1 where there is none. */
  before(e: EventIndex): number {
    let place = this.all.length - 1;
    while (place >= 0 && this.all[place].at > e) place--;
    return place;
  }
}

/** Of each answer the sentence that says most, and where it is; what is at one event is one stop. */
function outstanding(standing: Answer[]): Stop[] {
  const said = new Map<EventIndex, string>();
  for (const { because } of standing) {
    const [, , text, events] = because.find(([kind]) => kind === "deadlock" || kind === "lost") ?? because[0];
    const at = events.at(-1);
    if (at === undefined) continue;
    const before = said.get(at);
    if (before === undefined || !before.includes(text)) said.set(at, before === undefined ? text : `${before} ${text}`);
  }
  return [...said].map(([at, say]) => ({ at, say })).sort((a, b) => a.at - b.at);
}
