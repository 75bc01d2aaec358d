/** Whole numbers in as little room as they need. */

/** Numbers of up to four bytes, or of more. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | BigUint64Array;

/** Room for so many numbers of so many bytes each. */
export function room(bytes: number, count: number): Numbers {
  if (bytes <= 1) return new Uint8Array(count);
  if (bytes <= 2) return new Uint16Array(count);
  return bytes <= 4 ? new Uint32Array(count) : new BigUint64Array(count);
}
