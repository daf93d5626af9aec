import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Ticket } from './queries'

/** A weigh ticket that the server does not know yet, with its pictures. */
export interface KeptTicket {
  /** By which this browser knows it. */
  readonly id: string
  readonly load: string
  /** What the weigher reads: code of the deal and plate. */
  readonly title: string
  readonly ticket: Ticket
  readonly photos: readonly File[]
  readonly keptAt: string
  /** What it was refused for, in the reader's language; it is not sent again by itself. */
  readonly refusal?: { title: string; detail: string }
}

interface Scale extends DBSchema {
  tickets: { key: string; value: KeptTicket }
}

let opened: Promise<IDBPDatabase<Scale>> | undefined

function scale(): Promise<IDBPDatabase<Scale>> {
  return (opened ??= openDB<Scale>('xunshi-scale', 1, {
    upgrade(database) {
      database.createObjectStore('tickets', { keyPath: 'id' })
    },
  }))
}

/** Resolves when the ticket is on the disk: a closed page or an empty battery does not lose it any more. */
export async function keepTicket(ticket: KeptTicket): Promise<void> {
  const changes = (await scale()).transaction('tickets', 'readwrite', { durability: 'strict' })
  await changes.store.put({ ...ticket, photos: [...ticket.photos] })
  await changes.done
}

/** In the order in which they were kept. */
export async function keptTickets(): Promise<KeptTicket[]> {
  const tickets = await (await scale()).getAll('tickets')
  return tickets.sort((one, other) => one.keptAt.localeCompare(other.keptAt))
}

/** The server has it, or the weigher has put it right by hand. */
export async function forgetTicket(id: string): Promise<void> {
  await (await scale()).delete('tickets', id)
}
