import type { LocationQuery } from 'vue-router'

/** What somebody typed into the calculator, as they typed it. Yuan, tonnes, kilograms, per cent. */
export interface Sheet {
  price: 'FIXED' | 'MEAN' | 'DAY'
  yuan: string
  series: string
  coefficient: string
  days: string
  from: string
  premium: string
  basis: 'DRY_NET' | 'MOISTURE_ADJ'
  moistureAgreed: string
  inclusionAgreed: string
  bothWays: string
  splitting: string
  quantity: string
  tolerance: string
  overrun: string
  side: 'SELLER' | 'BUYER'
  scaleTolerance: string
  tax: 'NONE' | '13_IN' | '13_ON' | '3_IN' | '3_ON'
  share: string
  paid: string
  deposit: string
  moisture: Readings
  inclusion: Readings
  loads: Load[]
  penalties: PenaltyRow[]
}

export interface Readings {
  seller: string
  buyer: string
  umpire: string
}

/** One truck on both scales, in kilograms. */
export interface Load {
  plate: string
  sellerGross: string
  sellerTare: string
  buyerGross: string
  buyerTare: string
}

export interface PenaltyRow extends Readings {
  attribute: string
  bad: 'ABOVE' | 'BELOW'
  free: string
  reject: string
  per: string
  yuan: string
}

export const MAX_LOADS = 10
export const MAX_PENALTIES = 8

/** Which lists a sheet has, and the order in which their members stand in an address. */
const LISTS = {
  moisture: ['seller', 'buyer', 'umpire'],
  inclusion: ['seller', 'buyer', 'umpire'],
  loads: ['plate', 'sellerGross', 'sellerTare', 'buyerGross', 'buyerTare'],
  penalties: ['attribute', 'bad', 'free', 'reject', 'per', 'yuan', 'seller', 'buyer', 'umpire'],
} as const

/** What a scalar member may be, where not everything is possible. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  price: ['FIXED', 'MEAN', 'DAY'],
  basis: ['DRY_NET', 'MOISTURE_ADJ'],
  side: ['SELLER', 'BUYER'],
  tax: ['NONE', '13_IN', '13_ON', '3_IN', '3_ON'],
}

/** Longer is no number and no plate. */
const MAX_TEXT = 24
const MAX_LIST = { moisture: 1, inclusion: 1, loads: MAX_LOADS, penalties: MAX_PENALTIES }

/** A load of wet paper: 28,232.95 yuan. */
export function paperExample(): Sheet {
  return {
    price: 'FIXED',
    yuan: '1450',
    series: 'AD',
    coefficient: '88',
    days: '5',
    from: '2026-11-02',
    premium: '-120',
    basis: 'MOISTURE_ADJ',
    moistureAgreed: '12',
    inclusionAgreed: '1',
    bothWays: '',
    splitting: '0.2',
    quantity: '20',
    tolerance: '3',
    overrun: '',
    side: 'SELLER',
    scaleTolerance: '0.3',
    tax: 'NONE',
    share: '90',
    paid: '0',
    deposit: '0',
    moisture: { seller: '15', buyer: '15', umpire: '' },
    inclusion: { seller: '1.6', buyer: '1.6', umpire: '' },
    loads: [
      emptyLoad({ sellerGross: '32460', sellerTare: '12180', buyerGross: '32460', buyerTare: '12180' }),
    ],
    penalties: [],
  }
}

/** Old aluminium at the mean of five days, with a penalty on iron, its assay in dispute. */
export function aluminiumExample(): Sheet {
  return {
    ...paperExample(),
    price: 'MEAN',
    basis: 'DRY_NET',
    inclusionAgreed: '0',
    quantity: '28',
    tax: '13_IN',
    deposit: '20000',
    moisture: { seller: '', buyer: '', umpire: '' },
    inclusion: { seller: '0.4', buyer: '0.5', umpire: '' },
    loads: [
      emptyLoad({ sellerGross: '42360', sellerTare: '14320', buyerGross: '42300', buyerTare: '14340' }),
    ],
    penalties: [
      emptyPenalty({
        free: '1',
        reject: '3',
        per: '0.1',
        yuan: '15',
        seller: '1.1',
        buyer: '1.3',
        umpire: '1.2',
      }),
    ],
  }
}

export function emptyLoad(given: Partial<Load> = {}): Load {
  return { plate: '', sellerGross: '', sellerTare: '', buyerGross: '', buyerTare: '', ...given }
}

export function emptyPenalty(given: Partial<PenaltyRow> = {}): PenaltyRow {
  return {
    attribute: 'iron_pct',
    bad: 'ABOVE',
    free: '',
    reject: '',
    per: '0.1',
    yuan: '',
    seller: '',
    buyer: '',
    umpire: '',
    ...given,
  }
}

/** Everything that was typed, for an address that can be sent to the other side. */
export function toQuery(sheet: Sheet): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(sheet) as [keyof Sheet, unknown][]) {
    if (name in LISTS) {
      const members = LISTS[name as keyof typeof LISTS] as readonly string[]
      const rows = (Array.isArray(value) ? value : [value]) as Record<string, string>[]
      query[name] = rows.map((row) =>
        members.map((member) => row[member]?.replaceAll('~', '') ?? '').join('~'),
      )
    } else {
      query[name] = String(value)
    }
  }
  return query
}

/** The sheet of an address; the example where it has none. Whatever does not belong there is left out. */
export function fromQuery(query: LocationQuery): Sheet {
  const sheet: Record<string, unknown> = { ...paperExample() }
  for (const name of Object.keys(sheet)) {
    const given = [query[name] ?? []].flat().filter((text) => text !== null)
    if (!(name in query)) {
      continue
    }
    if (name in LISTS) {
      const list = name as keyof typeof LISTS
      const rows = given.slice(0, MAX_LIST[list]).map((text) => rowOf(text, list))
      sheet[name] = MAX_LIST[list] === 1 ? (rows[0] ?? sheet[name]) : rows
    } else if (CHOICES[name]?.includes(given[0] ?? '') ?? true) {
      sheet[name] = (given[0] ?? '').slice(0, MAX_TEXT)
    }
  }
  return sheet as unknown as Sheet
}

function rowOf(text: string, list: keyof typeof LISTS): Record<string, string> {
  const cells = text.split('~')
  const row = Object.fromEntries(
    LISTS[list].map((member, i) => [member, (cells[i] ?? '').slice(0, MAX_TEXT)]),
  )
  return list === 'penalties' ? { ...row, bad: row['bad'] === 'BELOW' ? 'BELOW' : 'ABOVE' } : row
}
