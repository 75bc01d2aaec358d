/** The guided walk: the stops of the scenario's lesson, else its notes, else what stands out in the run. */

import type { Answer, EventIndex, Model, Stop } from "../types";

export class Stops {
  readonly all: readonly Stop[];

  constructor({ trace, notes }: Pick<Model, "trace" | "notes">) {
    const noted = [...notes].map((at) => ({ at, say: trace.field<string>(at, "text") ?? "" }));
    const told = oneEach([...(trace.lesson?.walk ?? []), ...noted]);
    this.all = told.length > 0 ? told : oneEach(outstanding(trace.standing ?? []));
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

/** In the order of the run; what is at one event is one stop. */
function oneEach(stops: Stop[]): Stop[] {
  const said = new Map<EventIndex, string>();
  for (const { at, say } of stops) {
    const before = said.get(at);
    if (before === undefined || !before.includes(say)) said.set(at, before === undefined ? say : `${before} ${say}`);
  }
  return [...said].map(([at, say]) => ({ at, say })).sort((a, b) => a.at - b.at);
}

/** Of each answer the sentence that says most, and where it is. */
function outstanding(standing: Answer[]): Stop[] {
  return standing.flatMap(({ because }) => {
    const [, , say, events] = because.find(([kind]) => kind === "deadlock" || kind === "lost") ?? because[0];
    const at = events.at(-1);
    return at === undefined ? [] : [{ at, say }];
  });
}
