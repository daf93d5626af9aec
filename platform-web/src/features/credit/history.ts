export interface Point {
  x: number
  y: number
}

/**
 * Where a year of scores stands in a box, evenly spread; the higher score is the smaller y. The scale leaves out what is
 * below the lowest of them, or a year of small steps would be a flat line.
 */
export function placesIn(width: number, height: number, points: readonly number[]): Point[] {
  const lowest = Math.min(...points)
  const span = Math.max(1, Math.max(...points) - lowest)
  const step = points.length > 1 ? width / (points.length - 1) : 0
  return points.map((value, place) => ({
    x: place * step,
    y: height - ((value - lowest) / span) * height,
  }))
}
