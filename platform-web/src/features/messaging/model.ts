import type { RouteLocationRaw } from 'vue-router'
import { cityDay } from '@/shared/format/time'
import type { IconName } from '@/shared/ui/icons'
import type { Caution, Message, MessagePage, Notification } from './queries'

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

/** The page of what a notification is about. */
export function placeOf({ kind, subject }: Pick<Notification, 'kind' | 'subject'>): RouteLocationRaw {
  switch (kind) {
    case 'MESSAGE_WAITING':
      return { name: 'conversation', params: { id: subject } }
    case 'SAVED_PRICE_DROPPED':
    case 'SAVED_SOLD':
    case 'SAVED_AVAILABLE':
    case 'SEARCH_MATCHED':
    case 'SELLER_LISTED':
      return { name: 'listing', params: { id: subject } }
    case 'SEARCH_DIGEST':
      return { name: 'saved-searches' }
    default:
      return { name: 'order', params: { id: subject } }
  }
}

export function iconOf({ kind }: Pick<Notification, 'kind'>): IconName {
  switch (kind) {
    case 'MESSAGE_WAITING':
      return 'chat'
    case 'SAVED_PRICE_DROPPED':
    case 'SAVED_SOLD':
    case 'SAVED_AVAILABLE':
      return 'heart'
    case 'SEARCH_MATCHED':
    case 'SEARCH_DIGEST':
      return 'search'
    case 'SELLER_LISTED':
      return 'person'
    default:
      return 'order'
  }
}

/** `99+` where a number is too large to be of use. */
export function badgeOf(count: number): string {
  return count > 99 ? '99+' : String(count)
}
