/** The way of the price as a line of stairs in a field of 100 by 100: a stair for each bid, the start before the first. */
export function stairs(startFen: number, prices: readonly number[]): string {
  const all = [startFen, ...prices]
  const lowest = Math.min(...all)
  const span = Math.max(...all) - lowest || 1
  const width = 100 / all.length
  const heights = all.map((fen) => rounded((1 - (fen - lowest) / span) * 100))
  return heights
    .map((y, i) => `${i === 0 ? 'M0 ' : 'V'}${String(y)}H${String(rounded((i + 1) * width))}`)
    .join('')
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100
}
