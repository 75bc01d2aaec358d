/** The lanes of two runs: those of the same process beside each other. */

import type { Row, Rows } from "../timeline/rows";
import type { Model, ProcessIndex } from "../types";

/** A process by its stable identity, in both runs or in one; -1 where it is in the other alone. */
export interface Twin {
  of: [ProcessIndex, ProcessIndex];
  /** Pixels from the first lane's edge, across time, and of all its lanes. */
  at: number;
  size: number;
}

export interface TwinRows {
  twins: Twin[];
  sides: [Rows, Rows];
}

/** Pixels of a lane, and between two processes. */
const LEAST = 17;
const USUAL = 56;
const MOST = 150;
const FEW = 8;
const BETWEEN = 6;

/** Processes in the order of their birth in the first run; who is in the second alone comes after whom it came after there. */
export function twinsOf([a, b]: [Model, Model]): [ProcessIndex, ProcessIndex][] {
  const there = new Map(b.processes.map(({ id, index }) => [id, index]));
  const taken = new Set<ProcessIndex>();
  const twins = a.processes.map(({ id, index }): [ProcessIndex, ProcessIndex] => {
    const other = there.get(id) ?? -1;
    if (taken.has(other)) return [index, -1];
    taken.add(other);
    return [index, other];
  });
  const placeOf = new Map(twins.map((twin, place) => [twin[1], place]));
  const late: [ProcessIndex, ProcessIndex][][] = twins.map(() => []);
  const first: [ProcessIndex, ProcessIndex][] = [];
  let before = first;
  for (const { index } of b.processes) {
    const place = taken.has(index) ? placeOf.get(index) : undefined;
    if (place === undefined) before.push([-1, index]);
    else before = late[place];
  }
  return [...first, ...twins.flatMap((twin, place) => [twin, ...late[place]])];
}

/** Lay them out for so many pixels; who is hidden in one run is hidden in both. */
export function twinRows(models: [Model, Model], hidden: [readonly number[], readonly number[]], room: number): TwinRows {
  const shown = twinsOf(models).filter((twin) => !twin.some((process, side) => hidden[side as 0 | 1].includes(process)));
  const lanes = shown.reduce((sum, twin) => sum + twin.filter((process) => process >= 0).length, 0);
  const most = lanes <= FEW ? MOST : USUAL;
  const size = Math.max(LEAST, Math.min(most, Math.floor((room - BETWEEN * shown.length) / Math.max(1, lanes))));
  const rows: [Row[], Row[]] = [[], []];
  const rowOf = models.map(({ processes }) => new Int32Array(processes.length).fill(-1)) as [Int32Array, Int32Array];
  let at = 0;
  const twins = shown.map((of): Twin => {
    const twin = { of, at, size: 0 };
    for (const side of [0, 1] as const) {
      if (of[side] < 0) continue;
      rowOf[side][of[side]] = rows[side].length;
      rows[side].push({ kind: "process", process: of[side], group: -1, depth: 0, at, size });
      at += size;
    }
    at += BETWEEN;
    twin.size = at - twin.at;
    return twin;
  });
  const sides = ([0, 1] as const).map((side) => ({ rows: rows[side], groups: [], rowOf: rowOf[side], total: at, least: size }));
  return { twins, sides: sides as unknown as [Rows, Rows] };
}
