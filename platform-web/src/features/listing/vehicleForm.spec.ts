// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { formOf, requestOf } from './vehicleForm'

describe('what is said of a vehicle', () => {
  const form = formOf({
    kind: 'CAR',
    number: '•••••••••••••0042',
    decoded: null,
    papers: null,
    readings: [
      { readOn: '2024-01-01', km: 88_000, source: 'PLATFORM' },
      { readOn: '2026-01-01', km: 60_000, source: 'SELLER' },
    ],
    discrepancies: [],
  })

  it('leaves out what others said, and the number that was entered before', () => {
    const request = requestOf(form)

    expect(request.readings).toEqual([{ readOn: '2026-01-01', km: 60_000, source: 'SELLER' }])
    expect(request).not.toHaveProperty('number')
    expect(request.papers.plateRegion).toBeNull()
  })

  it('sends what is no number out of bounds, to be refused at its field', () => {
    const typed = { ...form, previousOwners: 'zwei', plateRegion: ' 豫a ' }

    expect(requestOf(typed).papers).toMatchObject({ previousOwners: -1, plateRegion: '豫A' })
  })
})
