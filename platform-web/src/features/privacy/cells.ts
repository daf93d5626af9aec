import type { Schemas } from '@/shared/api/client'

type Cell = Schemas['PrivacyCellResponse']

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const LIST = /^\[(.*)\]$/s
const CODE = /^[A-Z][A-Z0-9_]*$/
const PATH_OR_ID = /^(\/.*|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/

/** The unit at the end of a label. */
const UNIT = /\s*[（(][^）)]*[）)]$/

/** Where the words for the codes of a topic stand; the first place that has one counts. */
const WORDS: Record<string, readonly string[]> = {
  'identity.account': ['identity.role'],
  'listing.offers': ['listing.state'],
  'listing.moderation': ['moderation.kind', 'vetting.reason'],
  'order.purchases': ['order.state'],
  'order.rentals': ['rental.state'],
  'order.disputes': ['dispute.step'],
  'order.gifts': ['gift.state', 'gift.askState'],
  'order.swaps': ['swap.state'],
  'payment.money': ['payment.kind', 'payment.payoutState', 'oversight.accounts', 'oversight.kinds'],
  'messaging.notices': ['messaging.kind'],
  'messaging.reports': ['messaging.reason'],
  'regulation.devices': ['device.kind', 'device.methods'],
  'wanted.posts': ['wanted.state'],
  'credit.appeals': ['credit.appealState'],
  'purpose.looks': ['purpose.kind', 'purpose.sight', 'identity.role'],
  'purpose.acts': ['purpose.kind', 'purpose.verdict'],
}

export interface Reader {
  time: (instant: string) => string
  fen: (amount: number) => string
  list: (parts: readonly string[]) => string
  /** The text of that key; undefined where there is none. */
  text: (key: string) => string | undefined
  category: (code: string) => string
  district: (code: string) => string
}

/** What is kept, as people write it: words instead of codes, times of their city, and yuan. Empty where there is nothing. */
export function readable(topic: string, { key, label, value }: Cell, reader: Reader) {
  if (key.endsWith('Fen')) {
    return { label: label.replace(UNIT, ''), value: reader.fen(Number(value)) }
  }
  if (key === 'parameters') {
    return { label, value: reader.list(told(topic, value, reader)) }
  }
  const several = LIST.exec(value)?.[1]
  if (several !== undefined) {
    const parts = several.split(', ').filter((part) => part !== '')
    return { label, value: reader.list(parts.map((part) => inWords(topic, key, part, reader))) }
  }
  return { label, value: inWords(topic, key, value, reader) }
}

function inWords(topic: string, key: string, value: string, reader: Reader): string {
  if (key === 'category' || key === 'categories') {
    return reader.category(value)
  }
  if (key === 'district' || key === 'districts') {
    return reader.district(value)
  }
  if (INSTANT.test(value)) {
    return reader.time(value)
  }
  if (CODE.test(value) || value === 'true' || value === 'false') {
    const keys = [
      ...(WORDS[topic] ?? []).map((place) => `${place}.${value}`),
      `oversight.sides.${value}`,
      `privacy.word.${value}`,
    ]
    return keys.map((one) => reader.text(one)).find((word) => word !== undefined) ?? value
  }
  return value
}

/** What a notification spoke of, without the addresses of pages. */
function told(topic: string, parameters: string, reader: Reader): string[] {
  const parts = Object.entries(JSON.parse(parameters) as Record<string, string>)
    .filter(([, part]) => !PATH_OR_ID.test(part))
    .map(([key, part]) =>
      key === 'price' ? reader.fen(Math.round(Number(part) * 100)) : inWords(topic, key, part, reader),
    )
  return [...new Set(parts)]
}
