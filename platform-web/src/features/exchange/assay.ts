const DECIMALS = 6

/** How much more or less was read than is stated, with its sign; empty where it is the same. */
export function differenceOf(read: string, stated: string): string {
  const difference = Number((Number(read) - Number(stated)).toFixed(DECIMALS))
  if (Number.isNaN(difference)) {
    return read === stated ? '' : read
  }
  return difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${String(Math.abs(difference))}`
}

/** What was typed, without what was left empty; full-width digits are digits. */
export function readingsOf(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([code, value]) => [code, value.normalize('NFKC').trim()] as const)
      .filter(([, value]) => value !== ''),
  )
}
