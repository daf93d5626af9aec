import { describe, expect, it } from 'vitest'
import { linesOf, placesOf } from './layout'
import type { Graph } from './queries'

function batch(id: string): Graph['batches'][number] {
  return {
    id,
    kind: 'SPLIT',
    process: null,
    party: 1,
    counterparty: null,
    source: null,
    isOutsideYield: false,
    code: null,
    areaCode: null,
    entered: null,
    loss: null,
    reference: null,
    happenedOn: null,
    deal: null,
  }
}

function parcel(id: string, madeBy: string): Graph['parcels'][number] {
  return {
    id,
    madeBy,
    party: 1,
    materialCode: 'NF-AL-EXT-O',
    model: 'SEGREGATED',
    documentedBasisPoints: 10_000,
    code: null,
    grams: null,
    left: null,
  }
}

/** So many batches, each but the first made of the one before it. */
function chain(length: number): Graph {
  const numbers = Array.from({ length }, (_, number) => number)
  return {
    parties: [],
    batches: numbers.map((number) => batch(`b${number}`)),
    parcels: numbers.map((number) => parcel(`p${number}`, `b${number}`)),
    uses: numbers.slice(1).map((number) => ({ parcel: `p${number - 1}`, batch: `b${number}`, grams: null })),
    isCutOff: false,
  }
}

describe('the drawing of a chain', () => {
  it('puts what is made to the right of all that it is made of', () => {
    const graph: Graph = {
      ...chain(2),
      parcels: [parcel('p0', 'b0'), parcel('other', 'elsewhere'), parcel('p1', 'b1')],
      uses: [
        { parcel: 'p0', batch: 'b1', grams: 1 },
        { parcel: 'other', batch: 'b1', grams: 2 },
      ],
    }
    const places = placesOf(graph)

    for (const { from, to } of linesOf(graph)) {
      expect(places.get(to)?.x).toBeGreaterThan(places.get(from)?.x ?? Infinity)
    }
    expect(linesOf(graph).filter(({ from }) => from === 'elsewhere')).toEqual([])
  })

  it('gives ten thousand nodes a place of their own each', () => {
    const places = placesOf(chain(5_000))

    expect(places.size).toBe(10_000)
    expect(new Set([...places.values()].map(({ x, y }) => `${x}/${y}`)).size).toBe(10_000)
    expect(Math.max(...[...places.values()].map(({ x }) => x))).toBeLessThan(5_000)
  })
})
