import type { FieldError } from '@/shared/api/problem'
import type { Claim, Delivery, Load } from './queries'

type State = Delivery['state']
export type Side = 'SELLER' | 'BUYER'
export type Scale = Side | 'THIRD'

/** A load of which somebody enters what came, for a side and its organisation. */
export interface Entry {
  delivery: Delivery
  load: Load
  side: Side
  organisation: string
}

/** The stations that every delivery passes, in order. */
export const STATIONS = [
  'CONTRACTED',
  'DISPATCHED',
  'WEIGHED',
  'SAMPLED',
  'ASSAYED',
  'ACCEPTED',
  'CLOSED',
] as const
export type Station = (typeof STATIONS)[number]

const STATION_OF: Record<State, Station> = {
  CONTRACTED: 'CONTRACTED',
  DISPATCHED: 'DISPATCHED',
  WEIGHED: 'WEIGHED',
  SAMPLED: 'SAMPLED',
  DISPUTED: 'SAMPLED',
  ASSAYED: 'ASSAYED',
  CLAIMED: 'ASSAYED',
  REFUSED: 'ASSAYED',
  NOT_DELIVERED: 'CONTRACTED',
  ACCEPTED: 'ACCEPTED',
  SETTLED: 'ACCEPTED',
  CLOSED: 'CLOSED',
}

/** How far a delivery is on its way. */
export function progressOf(state: State, station: Station): 'done' | 'now' | 'ahead' {
  const here = STATIONS.indexOf(STATION_OF[state])
  const there = STATIONS.indexOf(station)
  if (there === here) {
    return state === 'CLOSED' ? 'done' : 'now'
  }
  return there < here ? 'done' : 'ahead'
}

/** Where both sides can still come to stand by what a third scale said. */
const AGREEABLE: ReadonlySet<State> = new Set([
  'DISPATCHED',
  'WEIGHED',
  'SAMPLED',
  'DISPUTED',
  'ASSAYED',
  'CLAIMED',
])

/** What stands beside a third scale's ticket: it counts, waits for the reader or the other side, or never counts. */
export function agreementOn(
  { state }: Pick<Delivery, 'state'>,
  ticket: Pick<Load['tickets'][number], 'agreedAt' | 'broughtBy'>,
  acting: readonly { side: Side }[],
): 'agreed' | 'asksYou' | 'waits' | 'never' {
  if (ticket.agreedAt !== null) {
    return 'agreed'
  }
  if (!AGREEABLE.has(state)) {
    return 'never'
  }
  return acting.some(({ side }) => side !== ticket.broughtBy) ? 'asksYou' : 'waits'
}

/** What somebody has to do now; the texts are below `fulfilment.need`. */
export type Need =
  'dispatch' | 'weigh' | 'count' | 'sample' | 'assay' | 'umpire' | 'inspect' | 'answer' | 'settle' | 'decide'

/** Who has to do what, in the order in which it is shown. */
export function needsOf(delivery: Delivery): { side: Side | 'OFFICER'; need: Need }[] {
  switch (delivery.state) {
    case 'CONTRACTED':
      return [{ side: 'SELLER', need: 'dispatch' }]
    case 'DISPATCHED':
      return [
        ...(delivery.allDispatched ? [] : [{ side: 'SELLER' as const, need: 'dispatch' as const }]),
        ...sidesToWeigh(delivery),
      ]
    case 'WEIGHED':
      return [{ side: 'BUYER', need: 'sample' }]
    case 'SAMPLED':
      return SIDES.filter((side) => !delivery.assays.some(({ reader }) => reader === side)).map((side) => ({
        side,
        need: 'assay',
      }))
    case 'DISPUTED':
      return delivery.umpire.laboratory === null
        ? SIDES.map((side) => ({ side, need: 'umpire' }))
        : [{ side: 'OFFICER', need: 'umpire' }]
    case 'ASSAYED':
      return [{ side: 'BUYER', need: 'inspect' }]
    case 'CLAIMED':
      return needsOfClaim(delivery.claim)
    case 'ACCEPTED':
    case 'SETTLED':
    case 'CLOSED':
    case 'REFUSED':
    case 'NOT_DELIVERED':
      return []
  }
}

const SIDES = ['SELLER', 'BUYER'] as const

function sidesToWeigh(delivery: Delivery): { side: Side; need: Need }[] {
  if (delivery.measure === 'PIECES') {
    return delivery.loads.some(({ countedPieces }) => countedPieces === null)
      ? [{ side: 'BUYER', need: 'count' }]
      : []
  }
  return SIDES.filter((side) => delivery.loads.some((load) => !isWeighedOn(load, side))).map((side) => ({
    side,
    need: 'weigh',
  }))
}

function needsOfClaim(claim: Claim | null): { side: Side | 'OFFICER'; need: Need }[] {
  switch (claim?.state) {
    case 'UNANSWERED':
      return [{ side: 'SELLER', need: 'answer' }]
    case 'NEGOTIATED':
      return SIDES.map((side) => ({ side, need: 'settle' }))
    case 'ESCALATED':
      return [{ side: 'OFFICER', need: 'decide' }]
    default:
      return []
  }
}

/** Whether a ticket of that scale counts. */
export function isWeighedOn(load: Load, scale: Scale): boolean {
  return load.tickets.some((ticket) => ticket.scale === scale && ticket.supersededAt === null)
}

/** Whether the side has entered what it has to of a load. */
export function isEntered({ delivery, load, side }: Entry): boolean {
  return delivery.measure === 'PIECES' ? load.countedPieces !== null : isWeighedOn(load, side)
}

/** Whether the side may enter something of a load now: only the buyer counts, and a third scale weighs a little longer. */
export function takesEntries({ state, measure }: Delivery, side: Side): boolean {
  return measure === 'PIECES'
    ? state === 'DISPATCHED' && side === 'BUYER'
    : state === 'DISPATCHED' || state === 'WEIGHED'
}

/** The scale that a ticket is most likely of: a third one is asked once both sides have weighed. */
export function likelyScale(load: Load, side: Side): Scale {
  return SIDES.every((one) => isWeighedOn(load, one)) ? 'THIRD' : side
}

const PIECES = /^\d{1,9}$/

/** What a buyer counted; undefined where it is no number. Nothing may have come at all. */
export function parsePieces(typed: string): number | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s,]/g, '')
  return PIECES.test(digits) ? Number(digits) : undefined
}

/** The columns of a weighbridge's file, as its first line names them. */
export const TICKET_FILE_HEAD = 'load,plate,device,gross_kg,gross_at,tare_kg,tare_at'

/** Of a file, in characters; the server takes no more. */
export const TICKET_FILE_MAX = 30_000

/** What can stand in a ticket; GBK read as UTF-8 is often something else, as the 豫 of a plate is. */
const OF_A_TICKET = /^[\p{ASCII}\p{Script=Han}\u3000-\u303f\uff00-\uffef]*$/u

/** The text of a weighbridge's file: many of their programmes write GBK (国标码). */
export function textOfFile(bytes: ArrayBuffer): string {
  const text = new TextDecoder().decode(bytes)
  return OF_A_TICKET.test(text) ? text : new TextDecoder('gb18030').decode(bytes)
}

/** How many tickets are in a file. */
export function ticketsIn(text: string): number {
  return linesOf(text)
    .slice(1)
    .filter((line) => line.trim() !== '').length
}

/** What is wrong with a row of a file; with the whole of it where the number is 0. */
export interface RowFault {
  row: number
  /** As it stands in the file. */
  line: string
  /** Empty where it is about the whole row. */
  column: string
  message: string
}

const PLACE = /^csv(?:\[(\d+)\](?:\.(\w+))?)?$/

/** Beside the rows that they are about, in the order of the file. */
export function rowFaults(errors: readonly FieldError[], text: string): RowFault[] {
  const lines = linesOf(text)
  return errors
    .map(({ field, message }) => {
      const [, row = '0', column = ''] = PLACE.exec(field) ?? []
      return { row: Number(row), line: lines[Number(row) - 1] ?? '', column, message }
    })
    .sort((one, other) => one.row - other.row)
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

const KILOGRAMS = /^(\d{1,7})(?:\.(\d{1,3}))?$/

/** What a weigher typed, in grams; undefined where it is no weight. Takes full-width digits, blanks and the unit. */
export function parseKilograms(typed: string): number | undefined {
  const parts = KILOGRAMS.exec(typed.normalize('NFKC').replace(/[\s,]|千克|公斤|kg/gi, ''))
  return parts === null ? undefined : Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'))
}

const HUNDREDTHS = /^(\d{1,7})(?:\.(\d{1,2}))?$/

/** A reading or an amount with two decimals, in hundredths; undefined where it is none. */
export function parseHundredths(typed: string): number | undefined {
  const parts = HUNDREDTHS.exec(typed.normalize('NFKC').replace(/[\s,%元¥]/g, ''))
  return parts === null ? undefined : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** `97.5` of 9750. */
export function hundredths(value: number): string {
  return (value / 100).toFixed(2).replace(/\.?0+$/, '')
}
