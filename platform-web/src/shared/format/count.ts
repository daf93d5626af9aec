/** A count that somebody typed, full-width digits and all; undefined where it is none, or beyond 999. */
export function parseCount(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined
}
