import { describe, expect, it } from 'vitest'
import { crossTable, marksUpTo, sumOf, sumsByDay, sumsByPlace } from './figures'

function figure(day: string, category: string, district: string, trades: number, volumeFen: number) {
  return { day, category, district, trades, volumeFen, p25Fen: 1, p50Fen: 1, p75Fen: 1 }
}

const FIGURES = [
  figure('2026-11-22', 'sofa', 'ZZ-JS', 2, 30_000),
  figure('2026-11-24', 'sofa', 'ZZ-EQ', 1, 20_000),
  figure('2026-11-24', 'laptop', 'ZZ-JS', 3, 900_000),
]

describe('the sums of figures', () => {
  it('add trades and volume', () => {
    expect(sumOf(FIGURES)).toEqual({ trades: 6, volumeFen: 950_000 })
    expect(sumOf([])).toEqual({ trades: 0, volumeFen: 0 })
  })

  it('have a day without trades too', () => {
    expect(sumsByDay(FIGURES, ['2026-11-22', '2026-11-23', '2026-11-24'])).toEqual([
      { day: '2026-11-22', trades: 2, volumeFen: 30_000 },
      { day: '2026-11-23', trades: 0, volumeFen: 0 },
      { day: '2026-11-24', trades: 4, volumeFen: 920_000 },
    ])
  })

  it('of a place are those of all its days, the busiest place first', () => {
    const atMarket = { day: '2026-11-22', kind: 'market-day', place: 'M1', trades: 1, volumeFen: 500 }
    const atPoint = { day: '2026-11-22', kind: 'consignment', place: 'P1', trades: 1, volumeFen: 700 }
    expect(sumsByPlace([atMarket, atPoint, { ...atPoint, day: '2026-11-23' }])).toEqual([
      { kind: 'consignment', place: 'P1', trades: 2, volumeFen: 1_400 },
      { kind: 'market-day', place: 'M1', trades: 1, volumeFen: 500 },
    ])
  })

  it('stand in a table with the largest first', () => {
    const table = crossTable(FIGURES)
    expect(table.categories).toEqual(['laptop', 'sofa'])
    expect(table.districts).toEqual(['ZZ-JS', 'ZZ-EQ'])
    expect(table.cell('sofa', 'ZZ-JS').trades).toBe(2)
    expect(table.cell('laptop', 'ZZ-EQ').trades).toBe(0)
    expect(table.ofCategory('sofa').volumeFen).toBe(50_000)
    expect(table.ofDistrict('ZZ-JS').trades).toBe(5)
  })
})

describe('the marks of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6, 8]],
    [972.48, [0, 500, 1000]],
    [97_248, [0, 50_000, 100_000]],
  ])('stand at round distances up to %d', (highest, marks) => {
    expect(marksUpTo(highest)).toEqual(marks)
  })
})
