import type { Category } from '@/shared/catalog/catalog'
import { parseYuan, typedYuan, yuan } from '@/shared/format/money'
import type { WantedPost, Wish } from './queries'

/** A wish as it stands in the form: everything is text until it is sent. */
export interface WishForm {
  words: string
  description: string
  root: string
  leaf: string
  answers: Record<string, string>
  /** In yuan, as typed. */
  maxPrice: string
  leastCondition: string
  districtCode: string
  withinKm: string
  lastDay: string
}

const USUAL_DAYS = 30
const DAY_MS = 86_400_000

/** The city's day, so many days from a moment. */
export function dayFrom(now: Date, days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
    new Date(now.getTime() + days * DAY_MS),
  )
}

export function wishFormOf(
  post: WantedPost | undefined,
  category: Category | undefined,
  words: string,
  now: Date,
): WishForm {
  return {
    words: post?.words ?? words,
    description: post?.description ?? '',
    root: category?.parent ?? post?.categoryCode ?? '',
    leaf: category?.parent == null ? '' : category.code,
    answers: { ...post?.answers },
    maxPrice: post?.maxPrice ? typedYuan(post.maxPrice.amount) : '',
    leastCondition: post?.leastCondition ?? '',
    districtCode: post?.districtCode ?? '',
    withinKm: post?.withinKm == null ? '' : String(post.withinKm),
    lastDay: post?.lastDay ?? dayFrom(now, USUAL_DAYS),
  }
}

/** Whether there is text in the price that is no price. */
export function isMaxPriceWrong(form: WishForm): boolean {
  return form.maxPrice.trim() !== '' && parseYuan(form.maxPrice) === undefined
}

/** What is sent; answers to questions of another category are left out. */
export function wishOf(form: WishForm, questions: readonly { code: string }[]): Wish {
  const fen = parseYuan(form.maxPrice)
  const asked = new Set(questions.map(({ code }) => code))
  return {
    words: form.words.trim(),
    description: form.description.trim(),
    categoryCode: form.leaf || form.root,
    answers: Object.fromEntries(
      Object.entries(form.answers).filter(([code, answer]) => asked.has(code) && answer !== ''),
    ),
    ...(fen === undefined ? {} : { maxPrice: yuan(fen) }),
    ...(form.leastCondition === '' ? {} : { leastCondition: form.leastCondition }),
    ...(form.districtCode === '' ? {} : { districtCode: form.districtCode }),
    ...(form.districtCode === '' || form.withinKm === '' ? {} : { withinKm: Number(form.withinKm) }),
    lastDay: form.lastDay,
  }
}
