import { describe, expect, it } from 'vitest'
import {
  agreementOn,
  hundredths,
  isEntered,
  likelyScale,
  needsOf,
  parseHundredths,
  parseKilograms,
  parsePieces,
  progressOf,
  rowFaults,
  STATIONS,
  takesEntries,
  textOfFile,
  ticketsIn,
  type Scale,
} from './model'
import type { Delivery, Load } from './queries'

const delivery = (changes: Partial<Delivery>): Delivery =>
  ({
    state: 'CONTRACTED',
    measure: 'WEIGHT',
    allDispatched: true,
    loads: [],
    assays: [],
    claim: null,
    umpire: { laboratory: null, bySeller: null, byBuyer: null },
    ...changes,
  }) as Delivery

describe('weights that a weigher types', () => {
  it('are kilograms, however they are written', () => {
    expect(parseKilograms('32460')).toBe(32_460_000)
    expect(parseKilograms(' ３２,４６０.5 kg')).toBe(32_460_500)
    expect(parseKilograms('32.4605')).toBeUndefined()
    expect(parseKilograms('-1')).toBeUndefined()
    expect(parseKilograms('')).toBeUndefined()
  })
})

describe('readings', () => {
  it('have at most two decimals', () => {
    expect(parseHundredths('97.5')).toBe(9750)
    expect(parseHundredths('1.234')).toBeUndefined()
    expect(hundredths(9750)).toBe('97.5')
    expect(hundredths(100)).toBe('1')
  })
})

describe('what is needed', () => {
  it('is nothing once it is settled', () => {
    expect(needsOf(delivery({ state: 'SETTLED' }))).toEqual([])
  })

  it('is a weight of each side that has not weighed a load', () => {
    const load = { tickets: [{ scale: 'SELLER', supersededAt: null }], countedPieces: null }
    const weighing = delivery({ state: 'DISPATCHED', loads: [load] as Delivery['loads'] })

    expect(needsOf(weighing)).toEqual([{ side: 'BUYER', need: 'weigh' }])
  })

  it('is an officer, once a laboratory is chosen', () => {
    const chosen = { laboratory: '检验院', bySeller: '检验院', byBuyer: '检验院' }

    expect(needsOf(delivery({ state: 'DISPUTED' }))).toHaveLength(2)
    expect(needsOf(delivery({ state: 'DISPUTED', umpire: chosen }))).toEqual([
      { side: 'OFFICER', need: 'umpire' },
    ])
  })
})

describe('a third scale that one side brought', () => {
  const ticket = { agreedAt: null, broughtBy: 'SELLER' } as const
  const buyer = [{ side: 'BUYER' }] as const

  it.each(['DISPATCHED', 'WEIGHED', 'SAMPLED', 'DISPUTED', 'ASSAYED', 'CLAIMED'] as const)(
    'waits for the other side while it is %s',
    (state) => {
      expect(agreementOn({ state }, ticket, buyer)).toBe('asksYou')
      expect(agreementOn({ state }, ticket, [{ side: 'SELLER' }])).toBe('waits')
      expect(agreementOn({ state }, ticket, [])).toBe('waits')
    },
  )

  it.each(['CONTRACTED', 'ACCEPTED', 'SETTLED', 'CLOSED', 'REFUSED', 'NOT_DELIVERED'] as const)(
    'asks nobody and counts for nothing once it is %s',
    (state) => {
      expect(agreementOn({ state }, ticket, buyer)).toBe('never')
    },
  )

  it('counts for good once both stand by it', () => {
    const agreed = { ...ticket, agreedAt: '2026-11-27T08:30:00Z' }

    expect(agreementOn({ state: 'SAMPLED' }, agreed, buyer)).toBe('agreed')
    expect(agreementOn({ state: 'CLOSED' }, agreed, buyer)).toBe('agreed')
  })
})

describe('the way of a delivery', () => {
  it('has one station where it is, until it is closed', () => {
    expect(STATIONS.map((station) => progressOf('DISPUTED', station))).toEqual([
      'done',
      'done',
      'done',
      'now',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(STATIONS.map((station) => progressOf('CLOSED', station))).not.toContain('now')
  })
})

describe('pieces that a buyer counts', () => {
  it('are a whole number, and may be none', () => {
    expect(parsePieces(' １,２００ ')).toBe(1200)
    expect(parsePieces('0')).toBe(0)
    expect(parsePieces('1.5')).toBeUndefined()
    expect(parsePieces('')).toBeUndefined()
  })
})

describe('what may be entered of a load', () => {
  const load = (changes: Partial<Load>): Load => ({ tickets: [], countedPieces: null, ...changes }) as Load
  const weighedOn = (...scales: Scale[]) =>
    load({ tickets: scales.map((scale) => ({ scale, supersededAt: null })) as Load['tickets'] })

  it('is a ticket of either side, also once both have weighed and a third scale is asked', () => {
    expect(takesEntries(delivery({ state: 'DISPATCHED' }), 'SELLER')).toBe(true)
    expect(takesEntries(delivery({ state: 'WEIGHED' }), 'BUYER')).toBe(true)
    expect(takesEntries(delivery({ state: 'SAMPLED' }), 'BUYER')).toBe(false)
  })

  it('is a count of the buyer alone, while goods are on their way', () => {
    const pieces = delivery({ state: 'DISPATCHED', measure: 'PIECES' })

    expect(takesEntries(pieces, 'BUYER')).toBe(true)
    expect(takesEntries(pieces, 'SELLER')).toBe(false)
    expect(takesEntries({ ...pieces, state: 'WEIGHED' }, 'BUYER')).toBe(false)
  })

  it('is done with a ticket that counts, or with a count of nothing', () => {
    const entry = { side: 'BUYER' as const, organisation: '' }

    expect(isEntered({ ...entry, delivery: delivery({}), load: weighedOn('SELLER') })).toBe(false)
    expect(isEntered({ ...entry, delivery: delivery({}), load: weighedOn('BUYER') })).toBe(true)
    expect(
      isEntered({ ...entry, delivery: delivery({ measure: 'PIECES' }), load: load({ countedPieces: 0 }) }),
    ).toBe(true)
  })

  it('is most likely of one’s own scale, and of a third once both have weighed', () => {
    expect(likelyScale(weighedOn('SELLER'), 'SELLER')).toBe('SELLER')
    expect(likelyScale(weighedOn('SELLER', 'BUYER'), 'SELLER')).toBe('THIRD')
  })
})

describe('the file of a weighbridge', () => {
  const FILE = 'load,plate\r\n1,豫A12345\r\n\r\n7,豫B00001\r\n'

  it('is read in either of the codes that its programme may write', () => {
    const utf8 = new TextEncoder().encode('豫A')
    // 豫 in GBK is a letter of UTF-8, too; 京 in GBK is none.
    const gbk = [Uint8Array.of(0xd4, 0xa5, 0x41), Uint8Array.of(0xbe, 0xa9, 0x41)]

    expect(textOfFile(utf8.buffer)).toBe('豫A')
    expect(gbk.map(({ buffer }) => textOfFile(buffer))).toEqual(['豫A', '京A'])
  })

  it('has a ticket on each line below the first that is not blank', () => {
    expect(ticketsIn(FILE)).toBe(2)
    expect(ticketsIn('')).toBe(0)
  })

  it('is shown with what is wrong beside the line that it is about', () => {
    const errors = [
      { field: 'csv[4].plate', code: '', message: '车牌不对' },
      { field: 'csv[2]', code: '', message: '七列' },
    ]

    expect(rowFaults(errors, FILE)).toEqual([
      { row: 2, line: '1,豫A12345', column: '', message: '七列' },
      { row: 4, line: '7,豫B00001', column: 'plate', message: '车牌不对' },
    ])
  })

  it('may be wrong as a whole', () => {
    expect(rowFaults([{ field: 'csv', code: '', message: '首行' }], FILE)).toEqual([
      { row: 0, line: '', column: '', message: '首行' },
    ])
  })
})
