import type { Posting } from './queries'

/** A journal entry: lines that sum to zero. */
export interface Entry {
  id: string
  at: string
  kind: string
  lines: Posting[]
  /** In fen; anything but zero is an error of the ledger. */
  sum: number
}

/** The entries in their order of time. */
export function entriesOf(postings: readonly Posting[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const posting of postings) {
    const entry = entries.get(posting.entryId) ?? {
      id: posting.entryId,
      at: posting.at,
      kind: posting.kind,
      lines: [],
      sum: 0,
    }
    entry.lines.push(posting)
    entry.sum += posting.amount.amount
    entries.set(posting.entryId, entry)
  }
  return [...entries.values()].sort((a, b) => a.at.localeCompare(b.at))
}
