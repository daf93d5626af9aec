import { describe, expect, it } from 'vitest'
import en from '@/shared/i18n/en.json'
import { grouped, nameOf } from './types'

describe('event types', () => {
  it('are grouped by what they are about', () => {
    expect(
      grouped(['io.xunshi.lot.published', 'io.xunshi.lot.sold', 'io.xunshi.deal.agreed']).map(
        ({ about, types }) => [about, types.length],
      ),
    ).toEqual([
      ['lot', 2],
      ['deal', 1],
    ])
  })

  it('have a name without where they come from', () => {
    expect(nameOf('io.xunshi.statement.issued')).toBe('statement.issued')
    expect(en.connection.type.statement.issued).not.toBe('')
  })
})
