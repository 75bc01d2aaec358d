/** Shapes that more than one picture draws. */

/** The corners of a star with five points. */
export function star(x: number, y: number, radius: number): number[] {
  return Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    const reach = i % 2 === 0 ? radius : radius * 0.45;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  }).flat();
}
