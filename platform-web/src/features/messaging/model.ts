import { cityDay } from '@/shared/format/time'
import type { PriceOffer } from './offers'
import type { Caution, Conversation, Message, MessagePage } from './queries'

export type Side = Conversation['side']

/** A message on its way, shown before the server has it. */
export interface Outgoing {
  /** The same with every repetition, so that it arrives once. */
  key: string
  text: string
  photoIds: string[]
  confirmed: boolean
  at: string
  state: 'sending' | 'failed'
  /** Its place, once the server gave it one. */
  sequence: number | undefined
}

/** What stands in the conversation, in its order. */
export type Line =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; message: Message }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing }

/** All pages in one order; they were loaded from the newest backwards and may overlap where new ones came between. */
export function messagesOf(pages: readonly MessagePage[]): Message[] {
  const bySequence = new Map<number, Message>()
  for (const page of pages) {
    page.items.forEach((message) => bySequence.set(message.sequence, message))
  }
  return [...bySequence.values()].sort((one, other) => one.sequence - other.sequence)
}

/** Messages with a line before each new day, and what is on its way behind them. */
export function linesOf(messages: readonly Message[], outgoing: readonly Outgoing[]): Line[] {
  const lines: Line[] = []
  let day = ''
  for (const message of messages) {
    const its = cityDay(new Date(message.at))
    if (its !== day) {
      day = its
      lines.push({ kind: 'day', key: its, at: message.at })
    }
    lines.push({ kind: 'message', key: String(message.sequence), message })
  }
  const waiting = stillWaiting(outgoing, messages.at(-1)?.sequence ?? 0)
  return [...lines, ...waiting.map((one) => ({ kind: 'outgoing' as const, key: one.key, outgoing: one }))]
}

/** Without those that stand among the messages by now. */
export function stillWaiting(outgoing: readonly Outgoing[], newest: number): Outgoing[] {
  return outgoing.filter(({ sequence }) => sequence === undefined || sequence > newest)
}

/** The cautions that a refusal names. */
export function cautionsOf(extensions: Readonly<Record<string, unknown>>): Caution[] {
  const named = extensions['cautions']
  return Array.isArray(named) ? (named as Caution[]) : []
}

/** `99+` where a number is too large to be of use. */
export function badgeOf(count: number): string {
  return count > 99 ? '99+' : String(count)
}

/** The text of a card, and what stands in it; a price is formatted by whoever shows it. */
export function cardText({ card, parameters }: Message): { key: string; fen: Record<string, number> } {
  const { fromFen, toFen, priceFen, side = '', cause = '' } = parameters
  const variant = card === 'OFFER_MADE' ? `.${side}` : card === 'OFFER_LAPSED' ? `.${cause}` : ''
  return {
    key: `messaging.card.${card ?? ''}${variant}`,
    fen: { from: Number(fromFen ?? 0), to: Number(toFen ?? 0), price: Number(priceFen ?? 0) },
  }
}

/** How an offer stands, as its reader is told. */
export function offerStanding({ state, mine, cause }: PriceOffer): string {
  switch (state) {
    case 'OPEN':
      return mine ? 'OPEN.mine' : 'OPEN.theirs'
    case 'LAPSED':
      return `LAPSED.${cause ?? ''}`
    default:
      return state
  }
}
