/** A slice of the data: columns of whole numbers, each in planes of bytes; simulator/player/columns.py writes them. */

import type { ColumnTrace } from "./columns";
import { room, type Numbers } from "./numbers";

interface About {
  /** Which kinds there are, and how many events of each. */
  kinds: [kind: number, count: number][];
  /** Planes and values of each column. */
  columns: [planes: number, count: number][];
}

/** Room for the columns that every kind has, used again and again. */
const SHARED = Array.from({ length: 4 }, () => ({ numbers: new Uint32Array(0) }));

class Slice {
  private next = 0;
  private at: number;
  readonly about: About;

  constructor(readonly bytes: Uint8Array) {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    this.about = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as About;
    this.at = 4 + length;
  }

  /** The next column, put into `into` from `from` on; or one of its own. */
  column(into?: Numbers, from = 0): Numbers {
    const [planes, count] = this.about.columns[this.next++]!;
    const numbers = into ?? room(planes, count);
    const width = numbers.BYTES_PER_ELEMENT;
    const target = new Uint8Array(numbers.buffer, numbers.byteOffset);
    for (let plane = 0; plane < planes; plane++, this.at += count) {
      const read = this.bytes.subarray(this.at, this.at + count);
      if (width === 1) target.set(read, from);
      else for (let i = 0, to = from * width + plane; i < count; i++, to += width) target[to] = read[i]!;
    }
    return numbers;
  }

  /** The next column as numbers of four bytes: of one type always, which is what makes loops over them quick. */
  shared(room: { numbers: Uint32Array }): Uint32Array {
    const [, count] = this.about.columns[this.next]!;
    if (room.numbers.length < count) room.numbers = new Uint32Array(count);
    else room.numbers.fill(0, 0, count);
    return this.column(room.numbers) as Uint32Array;
  }

  get rest(): number {
    return this.at;
  }
}

/** Put the events of a slice behind those that the trace has, which are of so many slices. */
export function readSlice(trace: ColumnTrace, bytes: Uint8Array, slices: number): void {
  const slice = new Slice(bytes);
  const first = trace.read;
  const kinds = slice.column() as Uint8Array;
  const count = kinds.length;
  const byKind: Int32Array[] = [];
  const filled: number[] = [];
  for (const [kind, some] of slice.about.kinds) [byKind[kind], filled[kind]] = [new Int32Array(some), 0];
  trace.kind.set(kinds, first);
  for (let i = 0; i < count; i++) {
    const kind = kinds[i]!;
    byKind[kind]![filled[kind]!++] = first + i;
  }
  trace.addTimes(slice.column(), first);
  for (const [kind, some] of slice.about.kinds) readKind(trace, kind, byKind[kind]!, some, slice, slices);
  const lengths = slice.column() as Uint32Array;
  trace.texts.add(lengths, bytes, slice.rest);
  trace.read = first + count;
}

function readKind(trace: ColumnTrace, kind: number, events: Int32Array, count: number, slice: Slice, slices: number): void {
  const { pid, cause, line, fileName, place } = trace;
  const [pids, causes, lines, files] = SHARED.map((room) => slice.shared(room));
  const had = trace.had[kind]!;
  trace.before[slices * trace.kinds.length + kind] = had;
  for (let i = 0; i < count; i++) {
    const e = events[i]!;
    place[e] = i;
    pid[e] = pids![i]! - 1;
    const back = causes![i]!;
    cause[e] = back > 0 ? e - back : -1;
    line[e] = lines![i]!;
    fileName[e] = files![i]!;
  }
  trace.had[kind] = had + count;
  for (const column of trace.columns[kind]!.values()) {
    if (column.ends) {
      let end = had > 0 ? column.ends[had - 1]! : 0;
      const from = end;
      for (const length of slice.column() as Uint32Array) column.ends[column.filled++] = end += length;
      slice.column(column.values, from);
    } else {
      slice.column(column.values, had);
    }
  }
}
