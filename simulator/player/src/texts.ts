/** Every text of a trace once, as bytes; made into a text when it is asked for. */

/** Texts that are kept made: what is looked at again and again are few. */
const KEPT = 4096;

export class Texts {
  private readonly bytes: Uint8Array;
  /** Where each begins; and where the last ends. */
  private readonly begins: Uint32Array;
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  private readonly kept = new Map<number, string>();
  private known = 0;

  constructor(count: number, bytes: number) {
    this.bytes = new Uint8Array(bytes);
    this.begins = new Uint32Array(count + 1);
  }

  /** Take more texts: their lengths, and where their bytes begin in what was read. */
  add(lengths: ArrayLike<number>, read: Uint8Array, at: number): void {
    const first = this.begins[this.known];
    for (let i = 0; i < lengths.length; i++, this.known++) this.begins[this.known + 1] = this.begins[this.known] + lengths[i];
    this.bytes.set(read.subarray(at, at + this.begins[this.known] - first), first);
  }

  /** The text of a place, from 1 on. */
  at(place: number): string {
    const known = this.kept.get(place);
    if (known !== undefined) return known;
    const text = this.decoder.decode(this.bytes.subarray(this.begins[place - 1], this.begins[place]));
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(place, text);
    return text;
  }
}
