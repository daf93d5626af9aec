// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { decidingAnswer, isAnswered, reportOf, shotsFor, type Checklist } from './checklists'

const CHECKLIST: Checklist = {
  code: 'phone',
  edition: 2,
  required: true,
  categories: ['mobile-phone'],
  questions: [
    {
      code: 'screen',
      nameZh: '屏幕？',
      nameEn: 'Screen?',
      choices: [
        { code: 'clean', nameZh: '没有', nameEn: 'Clean', grade: 'NEW', rank: 1, shot: null },
        { code: 'cracked', nameZh: '有裂纹', nameEn: 'Cracked', grade: 'WORN', rank: 5, shot: 'defect' },
      ],
    },
    {
      code: 'box',
      nameZh: '盒子？',
      nameEn: 'Box?',
      choices: [
        { code: 'all', nameZh: '齐全', nameEn: 'There', grade: 'NEW', rank: 1, shot: null },
        { code: 'none', nameZh: '没有', nameEn: 'None', grade: 'LIKE_NEW', rank: 2, shot: null },
      ],
    },
  ],
  shots: [
    { code: 'front', nameZh: '正面', nameEn: 'Front', required: true },
    { code: 'settings', nameZh: '设置页', nameEn: 'Settings', required: false },
    { code: 'defect', nameZh: '瑕疵', nameEn: 'Flaw', required: false },
  ],
}

describe('a checklist', () => {
  it('takes the grade of the worst answer', () => {
    expect(decidingAnswer(CHECKLIST, { screen: 'clean', box: 'none' })?.grade).toBe('LIKE_NEW')
    expect(decidingAnswer(CHECKLIST, { screen: 'cracked', box: 'none' })?.grade).toBe('WORN')
    expect(decidingAnswer(CHECKLIST, {})).toBeUndefined()
  })

  it('is answered when every question has one of its own answers', () => {
    expect(isAnswered(CHECKLIST, { screen: 'clean' })).toBe(false)
    expect(isAnswered(CHECKLIST, { screen: 'clean', box: 'sealed' })).toBe(false)
    expect(isAnswered(CHECKLIST, { screen: 'clean', box: 'all' })).toBe(true)
  })

  it('wants a flaw shown only by who names it', () => {
    expect(shotsFor(CHECKLIST, { screen: 'clean' }).map((shot) => shot.code)).toEqual(['front', 'settings'])
    expect(shotsFor(CHECKLIST, { screen: 'cracked' })).toContainEqual({
      ...CHECKLIST.shots[2],
      required: true,
    })
  })

  it('is sent without what another category was asked', () => {
    expect(reportOf(CHECKLIST, { screen: 'clean', smell: 'none' }, { front: '1', inside: '2' })).toEqual({
      checklist: 'phone',
      edition: 2,
      answers: { screen: 'clean' },
      shots: { front: '1' },
    })
    expect(reportOf(CHECKLIST, { smell: 'none' }, {})).toBeNull()
    expect(reportOf(undefined, { screen: 'clean' }, { front: '1' })).toBeNull()
  })
})
