import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Schemas } from '@/shared/api/client'

type ShelfCopy = Schemas['TillShelfCopyResponse']
export type CopiedItem = Schemas['TillCopiedItem']
type Money = Schemas['Money']

/** A cash sale that the server does not know yet. */
export interface KeptSale {
  /** Sent again under it, it is the same sale. */
  readonly id: string
  readonly pointId: string
  readonly soldBy: string
  readonly itemCode: string
  readonly title: string
  readonly price: Money
  readonly received: Money
  /** ISO 8601, by this computer's clock. */
  readonly soldAt: string
  /** What it was refused for, in the reader's language; it is not sent again by itself. */
  refusal?: { title: string; detail: string }
}

interface Till extends DBSchema {
  shelf: { key: string; value: CopiedItem }
  copy: { key: 'last'; value: { pointId: string; asOf: string } }
  sales: { key: string; value: KeptSale }
}

const NAME = 'xunshi-till'
const VERSION = 1

let opened: Promise<IDBPDatabase<Till>> | undefined

function till(): Promise<IDBPDatabase<Till>> {
  return (opened ??= openDB<Till>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore('shelf')
      database.createObjectStore('copy')
      database.createObjectStore('sales', { keyPath: 'id' })
    },
  }))
}

/** A label as it is looked up, however it was typed or scanned. */
function plainCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

/** The whole shelf, in place of the one before. */
export async function keepShelf({ pointId, asOf, items }: ShelfCopy): Promise<void> {
  const changes = (await till()).transaction(['shelf', 'copy'], 'readwrite')
  const shelf = changes.objectStore('shelf')
  await shelf.clear()
  await Promise.all(items.map((item) => shelf.put(item, plainCode(item.code))))
  await changes.objectStore('copy').put({ pointId, asOf }, 'last')
  await changes.done
}

export async function lastCopy(): Promise<{ pointId: string; asOf: string } | undefined> {
  return (await till()).get('copy', 'last')
}

/** A thing that stood on the shelf when it was last copied, and that this till has not sold since. */
export async function findOnShelf(code: string): Promise<CopiedItem | undefined> {
  const wanted = plainCode(code)
  const database = await till()
  const sold = await database.getAll('sales')
  return sold.some((sale) => plainCode(sale.itemCode) === wanted) ? undefined : database.get('shelf', wanted)
}

/** Resolves when the sale is on the disk: a closed page or an empty battery does not lose it any more. */
export async function keepSale(sale: KeptSale): Promise<void> {
  const changes = (await till()).transaction('sales', 'readwrite', { durability: 'strict' })
  await changes.store.put({ ...sale })
  await changes.done
}

/** In the order of their selling. */
export async function keptSales(): Promise<KeptSale[]> {
  const sales = await (await till()).getAll('sales')
  return sales.sort((one, other) => one.soldAt.localeCompare(other.soldAt))
}

/** The server has it, or an operator has put it right by hand. */
export async function forgetSale(id: string): Promise<void> {
  await (await till()).delete('sales', id)
}
