import { describe, expect, it } from 'vitest'
import { lastStanding, nextToSend, readTyped, totalsOf, type Line } from './scans'

function line(id: string, state: Line['state'], mode: Line['mode'] = 'GIVE'): Line {
  return { id, state, mode, card: undefined, book: '9780306406157', condition: 'GOOD' }
}

describe('what is scanned', () => {
  it('is a card, a book, a command or nothing, however it was typed', () => {
    expect(readTyped('k7k3-9qwt-a2f8-m')).toEqual({ is: 'card', code: 'K7K39QWTA2F8M' })
    expect(readTyped('Ｋ7K3 9QWT A2F8 M')).toEqual({ is: 'card', code: 'K7K39QWTA2F8M' })
    expect(readTyped(' 978-0-306-40615-7 ')).toEqual({ is: 'book', book: '978-0-306-40615-7' })
    expect(readTyped('B7K3-9QWT-A2F8-M')).toEqual({ is: 'book', book: 'B7K3-9QWT-A2F8-M' })
    expect(readTyped('2')).toEqual({ is: 'mode', mode: 'TAKE' })
    expect(readTyped('0')).toEqual({ is: 'undo' })
    expect(readTyped('5')).toEqual({ is: 'book', book: '5' })
    expect(readTyped(' ')).toEqual({ is: 'next-reader' })
  })
})

describe('the lines, newest first', () => {
  it('are sent in their order, and taken back after all that waits', () => {
    expect(nextToSend([line('3', 'waiting'), line('2', 'waiting'), line('1', 'done')])?.id).toBe('2')
    expect(nextToSend([line('2', 'taking-back'), line('1', 'waiting')])?.id).toBe('1')
    expect(nextToSend([line('2', 'taking-back'), line('1', 'done')])?.id).toBe('2')
    expect(nextToSend([line('1', 'refused')])).toBeUndefined()
  })

  it('are taken back from the newest that stands', () => {
    expect(lastStanding([line('3', 'refused'), line('2', 'taken-back'), line('1', 'done')])?.id).toBe('1')
    expect(lastStanding([line('1', 'refused')])).toBeUndefined()
  })

  it('count only what stands', () => {
    const lines = [
      line('4', 'done', 'TAKE'),
      line('3', 'refused'),
      line('2', 'taken-back'),
      line('1', 'done'),
    ]
    expect(totalsOf(lines)).toEqual({ GIVE: 1, TAKE: 1, BORROW: 0, RETURN: 0 })
  })
})
