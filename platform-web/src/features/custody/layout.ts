import type { Graph } from './queries'

/** A node's place in the drawing. */
interface Place {
  x: number
  y: number
}

const COLUMN = 120
const ROW = 70

/** A longer chain goes on in the row below, so that it can be read without a drawing a mile wide. */
const COLUMNS_MAX = 40

/** Every line of a drawing; its batch is the event behind it. */
export interface Line {
  id: string
  from: string
  to: string
  batch: string
}

export function linesOf(graph: Graph): Line[] {
  const batches = new Set(graph.batches.map(({ id }) => id))
  return [
    ...graph.uses.map(({ parcel, batch }) => ({ id: `${parcel}>${batch}`, from: parcel, to: batch, batch })),
    ...graph.parcels
      .filter(({ madeBy }) => batches.has(madeBy))
      .map(({ id, madeBy }) => ({ id: `${madeBy}>${id}`, from: madeBy, to: id, batch: madeBy })),
  ]
}

/**
 * Puts what is made of something to the right of it: each node one column after the last of what it is made of. Takes
 * time in proportion to nodes and lines; a chain has no loops.
 */
export function placesOf(graph: Graph): Map<string, Place> {
  const columns = columnsOf(graph)
  const filled = new Map<number, number>()
  const rows = new Map<string, number>()
  for (const [id, column] of columns) {
    const row = filled.get(column) ?? 0
    rows.set(id, row)
    filled.set(column, row + 1)
  }
  const bandHeight = Math.max(1, ...filled.values()) + 1
  return new Map(
    [...columns].map(([id, column]) => [
      id,
      {
        x: (column % COLUMNS_MAX) * COLUMN,
        y: (Math.floor(column / COLUMNS_MAX) * bandHeight + (rows.get(id) ?? 0)) * ROW,
      },
    ]),
  )
}

function columnsOf(graph: Graph): Map<string, number> {
  const after = new Map<string, string[]>()
  const waitsFor = new Map<string, number>()
  for (const { id } of [...graph.batches, ...graph.parcels]) {
    waitsFor.set(id, 0)
  }
  for (const { from, to } of linesOf(graph)) {
    const followers = after.get(from)
    if (followers === undefined) {
      after.set(from, [to])
    } else {
      followers.push(to)
    }
    waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1)
  }
  const columns = new Map<string, number>()
  let ready = [...waitsFor].filter(([, count]) => count === 0).map(([id]) => id)
  for (let column = 0; ready.length > 0; column++) {
    const next: string[] = []
    for (const id of ready) {
      columns.set(id, column)
      for (const follower of after.get(id) ?? []) {
        const left = (waitsFor.get(follower) ?? 1) - 1
        waitsFor.set(follower, left)
        if (left === 0) {
          next.push(follower)
        }
      }
    }
    ready = next
  }
  return columns
}
