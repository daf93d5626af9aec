import type { Claim, Delivery, Load } from './queries'

type State = Delivery['state']
export type Side = 'SELLER' | 'BUYER'

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
export function isWeighedOn(load: Load, scale: Side | 'THIRD'): boolean {
  return load.tickets.some((ticket) => ticket.scale === scale && ticket.supersededAt === null)
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
