import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { parseYuan, yuan } from '@/shared/format/money'
import { findOnShelf, keepSale, lastCopy, type CopiedItem, type KeptSale } from './tillStore'
import { readPaper, type Agreement, type CounterSale, type Item, type Statement } from './queries'

/** What the one input of the counter is waiting for, and what is shown above it. */
export type Counter =
  | { at: 'start' }
  | { at: 'cash'; item: Item; key: string }
  /** Without a connection, as the shelf was last copied. */
  | { at: 'offline-cash'; item: CopiedItem; key: string; isTooLittle: boolean }
  | { at: 'pickup'; item: Item }
  /** Sold or gone: there is nothing to do with it here. */
  | { at: 'shown'; item: Item }
  | { at: 'payout'; agreement: Agreement; key: string }
  | { at: 'sold'; sale: CounterSale }
  | { at: 'offline-sold'; sale: KeptSale }
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
export async function enter(counter: Counter, typed: string, cashier: string): Promise<Counter> {
  switch (counter.at) {
    case 'cash':
      return sell(counter.item, counter.key, typed, cashier)
    case 'offline-cash':
      return sellOffline(counter.item, counter.key, typed, cashier)
    case 'pickup':
      return { at: 'handed-over', orderCode: await handOver(counter.item, typed) }
    case 'payout':
      return { at: 'paid', statement: await payOut(counter.agreement, counter.key) }
    case 'start':
    case 'shown':
    case 'sold':
    case 'offline-sold':
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
  try {
    return await lookOnline(typed.trim())
  } catch (error) {
    const item = isUnreachable(error) ? await findOnShelf(typed) : undefined
    if (item === undefined) {
      throw error
    }
    return { at: 'offline-cash', item, key: newIdempotencyKey(), isTooLittle: false }
  }
}

async function lookOnline(code: string): Promise<Counter> {
  const item = await readLabel(code)
  if (item.state !== 'ON_SALE') {
    return { at: 'shown', item }
  }
  return item.promised || !(await lease(item))
    ? pickupOf(code)
    : { at: 'cash', item, key: newIdempotencyKey() }
}

/** What an online buyer has held, perhaps since a moment ago. */
async function pickupOf(code: string): Promise<Counter> {
  return { at: 'pickup', item: await readLabel(code) }
}

function readLabel(code: string): Promise<Item> {
  return answerOf(api.GET('/api/v1/my/point/labels/{code}', { params: { path: { code } } }))
}

/** Nobody shall buy it online while its buyer looks for their purse; false where somebody just has. */
async function lease({ code }: Item): Promise<boolean> {
  try {
    await answerOf(api.PUT('/api/v1/my/point/leases/{code}', { params: { path: { code } } }))
  } catch (error) {
    return !(error instanceof Problem && error.status === 409)
  }
  return true
}

/** Back to the shelf. Without an answer the lease ends by itself. */
export async function letGo(counter: Counter): Promise<void> {
  if (counter.at === 'cash') {
    const path = { code: counter.item.code }
    await api.DELETE('/api/v1/my/point/leases/{code}', { params: { path } }).catch(() => undefined)
  }
}

async function sell(item: Item, key: string, typed: string, cashier: string): Promise<Counter> {
  try {
    const sale = await answerOf(
      api.POST('/api/v1/my/point/counter-sales', {
        params: { header: { 'Idempotency-Key': key } },
        body: { id: key, itemCode: item.code, price: item.price, received: receivedFor(item, typed) },
      }),
    )
    return { at: 'sold', sale }
  } catch (error) {
    if (!isUnreachable(error)) {
      throw error
    }
    // It may have arrived: under the same id it is the same sale.
    return sellOffline({ ...item, edition: 0 }, key, typed, cashier)
  }
}

async function sellOffline(item: CopiedItem, key: string, typed: string, cashier: string): Promise<Counter> {
  const received = receivedFor(item, typed)
  const copy = await lastCopy()
  if (copy === undefined) {
    throw Problem.unreachable()
  }
  if (received.amount < item.price.amount) {
    return { at: 'offline-cash', item, key, isTooLittle: true }
  }
  const sale: KeptSale = {
    id: key,
    pointId: copy.pointId,
    soldBy: cashier,
    itemCode: item.code,
    title: item.title,
    price: item.price,
    received,
    soldAt: new Date().toISOString(),
  }
  await keepSale(sale)
  return { at: 'offline-sold', sale }
}

/** Nothing typed means that the buyer gave the exact sum. */
function receivedFor({ price }: Pick<Item, 'price'>, typed: string) {
  return typed.trim() === '' ? price : yuan(parseYuan(typed) ?? 0)
}

/** No answer at all, or a proxy's that the server behind it is down. */
function isUnreachable(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 502 || error.status === 504)
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
