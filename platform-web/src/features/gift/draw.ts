import type { Draw } from './queries'

/** What this browser knows of its own asking: it was here before the draw, and cannot be changed by the server. */
export interface Remembered {
  ticket: string
  commitment: string
}

type Check = 'commitment' | 'digest' | 'order' | 'mine' | 'remembered'

export interface CheckedDraw {
  /** Only those that can be made: an onlooker has no ticket. */
  checks: { name: Check; holds: boolean }[]
  /** The reader's place in the order, from 1; undefined for an onlooker. */
  place: number | undefined
}

const TICKET_BYTES = 16

/** Chosen here and not by the server, so that nobody there can choose a lucky one. */
export function newTicket(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(TICKET_BYTES)))
}

export function remember(giftId: string, remembered: Remembered): void {
  try {
    localStorage.setItem(keyOf(giftId), JSON.stringify(remembered))
  } catch {
    // Without storage the draw can still be recomputed, only not against what was seen before.
  }
}

export function recall(giftId: string): Remembered | undefined {
  try {
    const { ticket, commitment } = JSON.parse(
      localStorage.getItem(keyOf(giftId)) ?? '{}',
    ) as Partial<Remembered>
    return ticket === undefined || commitment === undefined ? undefined : { ticket, commitment }
  } catch {
    return undefined
  }
}

/** Recomputes the draw, as `GiftDraw` on the server says, from nothing but what is public. */
export async function checkDraw(draw: Draw, remembered: Remembered | undefined): Promise<CheckedDraw> {
  const tickets = draw.tickets.toSorted()
  const digest = await sha256(tickets.join('\n'))
  const ranked = await Promise.all(
    tickets.map(async (ticket) => ({ ticket, rank: await sha256(`${draw.seed}:${digest}:${ticket}`) })),
  )
  const order = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ ticket }) => ticket)
  const checks: CheckedDraw['checks'] = [
    { name: 'commitment', holds: (await sha256(draw.seed)) === draw.commitment },
    { name: 'digest', holds: digest === draw.digest },
    { name: 'order', holds: order.join() === draw.order.join() },
  ]
  if (remembered === undefined) {
    return { checks, place: undefined }
  }
  const place = order.indexOf(remembered.ticket) + 1
  return {
    checks: [
      ...checks,
      { name: 'remembered', holds: remembered.commitment === draw.commitment },
      { name: 'mine', holds: place > 0 },
    ],
    place: place > 0 ? place : undefined,
  }
}

async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function keyOf(giftId: string): string {
  return `xunshi.gift.${giftId}`
}
