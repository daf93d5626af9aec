import type { Problem } from '@/shared/api/problem'
import type { Scan } from './queries'

export const MODES = ['GIVE', 'TAKE', 'BORROW', 'RETURN'] as const
export type Mode = (typeof MODES)[number]

export const CONDITIONS = ['GOOD', 'WORN'] as const
export type Condition = (typeof CONDITIONS)[number]

/** What somebody scanned or typed and ended with Enter. */
export type Typed =
  | { is: 'next-reader' }
  | { is: 'undo' }
  | { is: 'mode'; mode: Mode }
  | { is: 'card'; code: string }
  | { is: 'book'; book: string }

/** A scan of a book, from the beep of the scanner to the server's answer. */
export interface Line {
  /** Sent again under the same id, it happens once. */
  readonly id: string
  readonly mode: Mode
  readonly card: string | undefined
  readonly book: string
  readonly condition: Condition
  state: 'waiting' | 'done' | 'refused' | 'taking-back' | 'taken-back'
  answer?: Scan
  problem?: Problem
}

/** Cards begin with K and have twelve more characters; a single digit is a command, which can be printed and scanned. */
const CARD = /^K[0-9A-Z]{12}$/

export function readTyped(text: string): Typed {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  if (plain === '') {
    return { is: 'next-reader' }
  }
  if (plain === '0') {
    return { is: 'undo' }
  }
  const mode = MODES[Number(plain) - 1]
  if (plain.length === 1 && mode !== undefined) {
    return { is: 'mode', mode }
  }
  return CARD.test(plain) ? { is: 'card', code: plain } : { is: 'book', book: text.normalize('NFKC').trim() }
}

/** The line that is sent next: the oldest that waits, and what is taken back only after all before it. */
export function nextToSend(lines: readonly Line[]): Line | undefined {
  return (
    lines.findLast(({ state }) => state === 'waiting') ??
    lines.findLast(({ state }) => state === 'taking-back')
  )
}

/** The line that undo means: the newest that stands or will; the lines begin with the newest. */
export function lastStanding(lines: readonly Line[]): Line | undefined {
  return lines.find(({ state }) => state === 'done' || state === 'waiting')
}

/** Books by what was done with them. */
export function totalsOf(lines: readonly Line[]): Record<Mode, number> {
  const totals = { GIVE: 0, TAKE: 0, BORROW: 0, RETURN: 0 }
  for (const { mode, state } of lines) {
    if (state === 'done') {
      totals[mode]++
    }
  }
  return totals
}
