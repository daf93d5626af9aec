import type { Schemas } from '@/shared/api/client'

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The unit at the end of a label. */
const UNIT = /\s*[（(][^）)]*[）)]$/

interface Formats {
  time: (instant: string) => string
  fen: (amount: number) => string
}

/** What is kept, as people write it: times of their city, and yuan. */
export function readable(
  { key, label, value }: Schemas['PrivacyCellResponse'],
  format: Formats,
): { label: string; value: string } {
  if (key.endsWith('Fen')) {
    return { label: label.replace(UNIT, ''), value: format.fen(Number(value)) }
  }
  return { label, value: INSTANT.test(value) ? format.time(value) : value }
}
