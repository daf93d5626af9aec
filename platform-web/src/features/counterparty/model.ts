/** `98%` of so many; nothing of none. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${String(Math.round((100 * part) / whole))}%`
}

/** Millionths as the trade says them: `-0.05%`. */
export function percentOfPpm(ppm: number): string {
  const percent = ppm / 10_000
  return `${percent > 0 ? '+' : ''}${percent.toFixed(2)}%`
}
