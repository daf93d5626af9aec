import { answerOf, api, type Schemas } from '@/shared/api/client'
import type { ConditionReport } from '@/shared/catalog/checklists'
import { parseYuan, yuan } from '@/shared/format/money'
import type { Agreement } from './queries'

/** A thing as the operator is writing it down. */
export interface IntakeItem {
  title: string
  description: string
  categoryCode: string
  attributes: Record<string, string>
  conditionCode: string
  price: string
  minimumPrice: string
  shelf: string
  photoIds: string[]
  /** What is answered about its condition; null where nothing is. */
  report: ConditionReport | null
}

export function newIntakeItem(): IntakeItem {
  return {
    title: '',
    description: '',
    categoryCode: '',
    attributes: {},
    conditionCode: '',
    price: '',
    minimumPrice: '',
    shelf: '',
    photoIds: [],
    report: null,
  }
}

export interface IntakeTerms {
  /** Of an account; empty for somebody without one. */
  contact: string
  name: string
  termDays: number
  markdowns: Schemas['IntakeRequestMarkdownRequest'][]
  endChoice: Schemas['IntakeRequest']['endChoice']
}

export function takeIn(terms: IntakeTerms, items: readonly IntakeItem[], key: string): Promise<Agreement> {
  const { contact, name, termDays, markdowns, endChoice } = terms
  return answerOf(
    api.POST('/api/v1/my/point/agreements', {
      params: { header: { 'Idempotency-Key': key } },
      body: {
        consignor:
          contact.trim() === ''
            ? { contact: null, name: name.trim() }
            : { contact: contact.trim(), name: null },
        termDays,
        markdowns,
        endChoice,
        items: items.map(({ report, ...item }) => ({
          ...item,
          ...(report === null ? {} : { report }),
          price: yuan(parseYuan(item.price) ?? 0),
          minimumPrice: yuan(parseYuan(item.minimumPrice) ?? 0),
        })),
      },
    }),
  )
}
