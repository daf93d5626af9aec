import { describe, expect, it } from 'vitest'
import { oneStepMore, stepOver, valueAt } from './steps'

const truckload = {
  amount: 28_000_000,
  perPriceUnit: 1_000_000,
  english: {
    tickFen: 1_000,
    ladder: {
      rungs: [
        { belowFen: 1_000_000, stepFen: 10_000 },
        { belowFen: 10_000_000, stepFen: 50_000 },
        { belowFen: 100_000_000, stepFen: 200_000 },
        { belowFen: 1_000_000_000, stepFen: 1_000_000 },
      ],
      topStepFen: 5_000_000,
    },
  },
}

describe('the steps of an auction', () => {
  it('are 80 yuan for 28 t at 16,500 yuan with a tick of ten yuan', () => {
    expect(valueAt(truckload, 1_650_000)).toBe(46_200_000)
    expect(stepOver(truckload, 1_650_000)).toBe(8_000)
  })

  it('round what the lot costs half to even', () => {
    const half = { ...truckload, amount: 500_000 }
    expect([1, 3, 5].map((fen) => valueAt(half, fen))).toEqual([0, 2, 2])
  })

  it('are exact where a product is beyond what a number holds', () => {
    const most = { ...truckload, amount: 9_999_999_999_999 }
    expect(valueAt(most, 9_999_999)).toBe(99_999_989_999_990)
  })

  it('are the top step above the last rung', () => {
    expect(stepOver(truckload, 100_000_000)).toBe(179_000)
  })

  it('lead from too little to the least amount, and then on', () => {
    expect(oneStepMore(truckload, undefined, 1_658_000)).toBe(1_658_000)
    expect(oneStepMore(truckload, 1_500_000, 1_658_000)).toBe(1_658_000)
    expect(oneStepMore(truckload, 1_658_000, 1_658_000)).toBe(1_666_000)
  })

  it('lead back to the tick from what lies between', () => {
    expect(oneStepMore(truckload, 1_658_300, 1_658_000)).toBe(1_666_000)
  })
})
