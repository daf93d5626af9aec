import { cityClock, cityMoment } from '@/shared/format/cityClock'
import { parseYuan, typedYuan } from '@/shared/format/money'
import { parseQuantity, typedQuantity, type Measure } from '@/shared/format/quantity'
import type { AuctionFormat, Plan } from './queries'

/** The lot of which an auction is made. */
export interface PricedLot {
  id: string
  materialCode: string
  measure: Measure
  quantity: number
  price: { amount: number } | null
}

const GRAMS_PER_TONNE = 1_000_000n
const HOUR_MS = 3_600_000

const MINUTE_S = 60
const FLOOR_PART = 0.9

/** Fifty yuan. */
const DROP_FEN = 5_000

/** Ten yuan. */
const TICK_FEN = 1_000

/** The deposit is a twentieth of what the lot costs at the start, in whole hundreds of yuan. */
const DEPOSIT_PART = 20n
const DEPOSIT_STEP_FEN = 10_000n
const DEPOSIT_MAX_FEN = 1_000_000_000n

/** What stands in the form at first: a day for deposits, then a day for bids, from full hours of the city on. */
export function defaultsOf(lot: PricedLot, nowMs: number) {
  const start = lot.price === null ? undefined : Math.floor(lot.price.amount / TICK_FEN) * TICK_FEN
  const hasTick = start !== undefined && start > 0
  const opens = Math.ceil(nowMs / HOUR_MS) * HOUR_MS + 24 * HOUR_MS
  return {
    format: 'ENGLISH' as AuctionFormat,
    floor: hasTick ? typedYuan(floorFor(start)) : '',
    drop: typedYuan(DROP_FEN),
    tickMinutes: '5',
    unit: typedQuantity(unitOf(lot), lot.measure),
    revealMinutes: '60',
    start: hasTick ? typedYuan(start) : '',
    tick: typedYuan(TICK_FEN),
    reserve: '',
    deposit: hasTick ? typedYuan(depositFor(lot, start)) : '',
    opens: cityClock(opens),
    ends: cityClock(opens + 24 * HOUR_MS),
  }
}

export type Form = ReturnType<typeof defaultsOf>

/** What is typed, as a plan of its format; undefined where something is missing or no number. */
export function planOf(form: Form, measure: Measure): Plan | undefined {
  const startFen = parseYuan(form.start)
  const depositFen = parseYuan(form.deposit)
  const [opensAt, endsAt] = [form.opens, form.ends].map(cityMoment)
  const way = wayOf(form, measure)
  return startFen === undefined ||
    depositFen === undefined ||
    opensAt === undefined ||
    endsAt === undefined ||
    way === undefined
    ? undefined
    : { format: form.format, startFen, depositFen, opensAt, endsAt, ...way }
}

function wayOf(form: Form, measure: Measure): Partial<Plan> | undefined {
  const tickFen = parseYuan(form.tick)
  const unit = parseQuantity(form.unit, measure)
  switch (form.format) {
    case 'ENGLISH':
      return whole({ tickFen, ...reserveOf(form) })
    case 'SEALED':
      return whole({ revealSeconds: seconds(form.revealMinutes), ...reserveOf(form) })
    case 'DUTCH':
      return whole({
        dropFen: parseYuan(form.drop),
        tickSeconds: seconds(form.tickMinutes),
        floorFen: parseYuan(form.floor),
        unit,
      })
    case 'YANKEE':
      return whole({ tickFen, unit })
  }
}

function reserveOf({ reserve }: Form): { reserveFen?: number | undefined } {
  return reserve.trim() === '' ? {} : { reserveFen: parseYuan(reserve) }
}

function whole(said: Record<string, number | undefined>): Partial<Plan> | undefined {
  return Object.values(said).includes(undefined) ? undefined : said
}

function seconds(minutes: string): number | undefined {
  return /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) * MINUTE_S : undefined
}

/** A tonne, or a piece; less where the lot is no multiple of it. */
function unitOf({ measure, quantity }: PricedLot): number {
  const one = measure === 'WEIGHT' ? Number(GRAMS_PER_TONNE) : 1
  return quantity % one === 0 ? one : quantity
}

/** A tenth below the start. */
function floorFor(startFen: number): number {
  return Math.max(TICK_FEN, Math.floor((startFen * FLOOR_PART) / TICK_FEN) * TICK_FEN)
}

function depositFor({ measure, quantity }: PricedLot, startFen: number): number {
  const value = (BigInt(quantity) * BigInt(startFen)) / (measure === 'WEIGHT' ? GRAMS_PER_TONNE : 1n)
  const steps = value / DEPOSIT_PART / DEPOSIT_STEP_FEN
  const deposit = (steps > 0n ? steps : 1n) * DEPOSIT_STEP_FEN
  return Number(deposit < DEPOSIT_MAX_FEN ? deposit : DEPOSIT_MAX_FEN)
}
