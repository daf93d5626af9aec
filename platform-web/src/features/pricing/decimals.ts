/**
 * What a person typed, as a whole number of its smallest unit: `0.3` with two decimals is 30. Undefined for what is no
 * number or has more decimals. Takes full-width digits, blanks and thousands separators.
 */
export function scaled(typed: string, decimals: number): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[−－]/, '-')
  const parts = /^(-?)(\d{1,11})(?:\.(\d+))?$/.exec(plain)
  const fraction = parts?.[3] ?? ''
  if (parts === null || fraction.length > decimals) {
    return undefined
  }
  const digits = Number(`${parts[2] ?? ''}${fraction.padEnd(decimals, '0')}`)
  return Number.isSafeInteger(digits) ? (parts[1] === '-' ? 0 - digits : digits) : undefined
}

/** A whole number of the smallest unit as a decimal text, in which Intl loses nothing: 30 with two decimals is `0.30`. */
export function decimal(amount: number, decimals: number): `${number}` {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${amount < 0 ? '-' : ''}${whole}${fraction}` as `${number}`
}
