import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { parseYuan, yuan } from '@/shared/format/money'
import { readPaper, type Agreement, type CounterSale, type Item, type Statement } from './queries'

/** What the one input of the counter is waiting for, and what is shown above it. */
export type Counter =
  | { at: 'start' }
  | { at: 'cash'; item: Item; key: string }
  | { at: 'pickup'; item: Item }
  /** Sold or gone: there is nothing to do with it here. */
  | { at: 'shown'; item: Item }
  | { at: 'payout'; agreement: Agreement; key: string }
  | { at: 'sold'; sale: CounterSale }
  | { at: 'handed-over'; orderCode: string }
  | { at: 'paid'; statement: Statement }

export const START: Counter = { at: 'start' }

/** Labels begin with T, agreements with A; whoever scans need not say which it is. */
export function isPaperCode(typed: string): boolean {
  return /^\s*a/i.test(typed.normalize('NFKC'))
}

/**
 * What becomes of the counter when the operator presses Enter; raises a Problem for a refusal, and the counter stays where
 * it is.
 */
export async function enter(counter: Counter, typed: string): Promise<Counter> {
  switch (counter.at) {
    case 'cash':
      return { at: 'sold', sale: await sell(counter.item, counter.key, typed) }
    case 'pickup':
      return { at: 'handed-over', orderCode: await handOver(counter.item, typed) }
    case 'payout':
      return { at: 'paid', statement: await payOut(counter.agreement, counter.key) }
    case 'start':
    case 'shown':
    case 'sold':
    case 'handed-over':
    case 'paid':
      return typed.trim() === '' ? START : look(typed)
  }
}

/** A refusal that will not pass ends an intention: the next try, with another sum perhaps, is another one. */
export function afterRefusal(counter: Counter, error: unknown): Counter {
  const isOver = error instanceof Problem && !error.isPassing
  return isOver && 'key' in counter ? { ...counter, key: newIdempotencyKey() } : counter
}

async function look(typed: string): Promise<Counter> {
  if (isPaperCode(typed)) {
    return { at: 'payout', agreement: await readPaper(typed.trim()), key: newIdempotencyKey() }
  }
  const item = await answerOf(
    api.GET('/api/v1/my/point/labels/{code}', { params: { path: { code: typed.trim() } } }),
  )
  if (item.state !== 'ON_SALE') {
    return { at: 'shown', item }
  }
  return item.promised ? { at: 'pickup', item } : { at: 'cash', item, key: newIdempotencyKey() }
}

/** Nothing typed means that the buyer gave the exact sum. */
function sell(item: Item, key: string, typed: string): Promise<CounterSale> {
  const received = typed.trim() === '' ? item.price : yuan(parseYuan(typed) ?? 0)
  return answerOf(
    api.POST('/api/v1/my/point/counter-sales', {
      params: { header: { 'Idempotency-Key': key } },
      body: { itemCode: item.code, price: item.price, received },
    }),
  )
}

async function handOver(item: Item, typed: string): Promise<string> {
  const { orderCode } = await answerOf(
    api.POST('/api/v1/my/point/handovers', {
      body: { itemCode: item.code, pickupCode: typed.replace(/\s/g, '') },
    }),
  )
  return orderCode
}

function payOut(agreement: Agreement, key: string): Promise<Statement> {
  return answerOf(
    api.POST('/api/v1/my/point/settlements', {
      params: { header: { 'Idempotency-Key': key } },
      body: { paperCode: agreement.code },
    }),
  )
}

export type DrawerMove = Schemas['CounterMovementRequest']['kind']
