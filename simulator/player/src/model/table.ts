/** Things in columns: no object a thing. One is made when it is asked for, and looks into the columns. */

import type { Table } from "../types";

export abstract class Columns<Thing> implements Table<Thing> {
  abstract readonly length: number;

  protected abstract make(index: number): Thing;

  at(index: number): Thing {
    return (index >= 0 && index < this.length ? this.make(index) : undefined) as Thing;
  }

  *[Symbol.iterator](): Generator<Thing> {
    for (let index = 0; index < this.length; index++) yield this.make(index);
  }
}

/** Whole numbers, as many as there will be. */
export class Growing {
  private numbers: Int32Array = new Int32Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const more = new Int32Array(2 * this.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length++] = number;
  }

  at(index: number): number {
    return this.numbers[index]!;
  }

  all(): Int32Array {
    return this.numbers.subarray(0, this.length);
  }
}

/** So many of -1, for "none". */
export function nones(count: number): Int32Array {
  return new Int32Array(count).fill(-1);
}

/** Numbers by owner: those of each lie together, in the order in which they came. */
export class Grouped {
  private constructor(
    readonly starts: Int32Array,
    readonly numbers: Int32Array,
  ) {}

  /** The indexes of things by their owners, of which there may be several columns; -1 owns nothing, and nobody owns one twice. */
  static by(owners: number, ...columns: ArrayLike<number>[]): Grouped {
    const starts = new Int32Array(owners + 1);
    const owns = columns.map((column, c) => (index: number): number => (c > 0 && column[index] === columns[0]![index] ? -1 : column[index]!));
    const [first, ...others] = columns as [ArrayLike<number>, ...ArrayLike<number>[]];
    for (let index = 0; index < first.length; index++) if (first[index]! >= 0) starts[first[index]! + 1]!++;
    others.forEach((_, c) => {
      for (let index = 0; index < first.length; index++) if (owns[c + 1]!(index) >= 0) starts[owns[c + 1]!(index) + 1]!++;
    });
    for (let owner = 0; owner < owners; owner++) starts[owner + 1]! += starts[owner]!;
    const next = starts.slice(0, owners);
    const numbers = new Int32Array(starts[owners]!);
    for (let index = 0; index < first.length; index++) {
      if (first[index]! >= 0) numbers[next[first[index]!]!++] = index;
      for (let c = 1; c < columns.length; c++) if (owns[c]!(index) >= 0) numbers[next[owns[c]!(index)]!++] = index;
    }
    return new Grouped(starts, numbers);
  }

  of(owner: number): Int32Array {
    return this.numbers.subarray(this.starts[owner], this.starts[owner + 1]);
  }

  /** Something else of each thing, in the same groups. */
  pick(values: ArrayLike<number>): Grouped {
    return new Grouped(this.starts, this.numbers.map((index) => values[index]!));
  }
}
