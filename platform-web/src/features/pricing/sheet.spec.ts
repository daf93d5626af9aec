import { describe, expect, it } from 'vitest'
import { decimal, scaled } from './decimals'
import { askingFor } from './request'
import { aluminiumExample, fromQuery, paperExample, toQuery } from './sheet'

describe('a sheet in an address', () => {
  it('comes back as it was typed', () => {
    const sheet = aluminiumExample()
    sheet.loads.push({ ...paperExample().loads[0], plate: '豫A12345' } as (typeof sheet.loads)[number])

    expect(fromQuery(toQuery(sheet))).toEqual(sheet)
  })

  it('is the example where there is none', () => {
    expect(fromQuery({})).toEqual(paperExample())
  })

  it('is not led astray by whoever made the address', () => {
    const sheet = fromQuery({
      price: 'FREE',
      loads: ['1~2', ...Array<string>(50).fill('x')],
      penalties: '~EVIL',
      yuan: null,
    })

    expect(sheet.price).toBe('FIXED')
    expect(sheet.loads).toHaveLength(10)
    expect(sheet.penalties[0]?.bad).toBe('ABOVE')
    expect(sheet.yuan).toBe('')
  })
})

describe('what is asked', () => {
  it('is in the smallest units', () => {
    const { request } = askingFor(aluminiumExample())

    expect(request?.settlement?.quantity).toBe(28_000_000)
    expect(request?.settlement?.scale.toleranceBp).toBe(30)
    expect(request?.settlement?.tickets[1]?.grossGrams).toBe(42_300_000)
    expect(request?.settlement?.depositFen).toBe(2_000_000)
    expect(request?.formula.premiumFenPerTonne).toBe(-12_000)
    expect(request?.assays.map(({ attribute }) => attribute)).toEqual(['inclusion_pct', 'iron_pct'])
  })

  it('waits for what is no number yet, and says where', () => {
    const sheet = paperExample()
    sheet.yuan = '14-'
    sheet.loads = [{ ...sheet.loads[0], sellerGross: '1.2345' } as (typeof sheet.loads)[number]]

    const { request, faults } = askingFor(sheet)

    expect(request).toBeUndefined()
    expect([...faults]).toEqual(['yuan', 'loads.0.sellerGross'])
  })

  it('has no ticket of a scale that shows nothing', () => {
    const sheet = paperExample()
    sheet.loads = [{ ...sheet.loads[0], buyerGross: ' ' } as (typeof sheet.loads)[number]]

    expect(askingFor(sheet).request?.settlement?.tickets.map(({ scale }) => scale)).toEqual(['SELLER'])
  })
})

describe('decimals', () => {
  it('are read without floating point', () => {
    expect(scaled('0.29', 2)).toBe(29)
    expect(scaled('１，４５０', 2)).toBe(145_000)
    expect(scaled('−120', 2)).toBe(-12_000)
    expect(scaled('0.001', 2)).toBeUndefined()
    expect(scaled('1e3', 2)).toBeUndefined()
    expect(scaled('', 2)).toBeUndefined()
  })

  it('are written without it', () => {
    expect(decimal(19_588_636, 3)).toBe('19588.636')
    expect(decimal(-5, 2)).toBe('-0.05')
    expect(decimal(7, 0)).toBe('7')
  })
})
