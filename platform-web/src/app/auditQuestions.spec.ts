// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { QUESTIONS } from '@/features/oversight'
import en from '@/shared/i18n/en.json'
import zhCN from '@/shared/i18n/zh-CN.json'
import { createAppRouter } from './router'

const TEXTS = [zhCN, en].map(({ audit }) => ({
  questions: new Map(Object.entries(audit.question)),
  notes: new Map(Object.entries(audit.note)),
}))

beforeEach(() => setActivePinia(createPinia()))

it('there are 34 questions, each once and in order', () => {
  expect(QUESTIONS.map(({ no }) => no)).toEqual(Array.from({ length: 34 }, (_, place) => place + 1))
})

it.each(QUESTIONS)('question $no stands in both languages, with what is missing', ({ no, state }) => {
  for (const { questions, notes } of TEXTS) {
    expect(questions.get(String(no))).toBeTruthy()
    expect(state === 'ANSWERED' || notes.get(String(no))).toBeTruthy()
  }
})

it.each(QUESTIONS)(
  'question $no leads to a page that there is, where it says that it is answered',
  (question) => {
    const { place, state } = question
    expect(place !== undefined || state !== 'ANSWERED').toBe(true)
    if (place !== undefined) {
      expect(createAppRouter().resolve(place).matched).not.toHaveLength(0)
    }
  },
)
