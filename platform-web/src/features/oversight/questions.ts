import type { LocationQueryRaw } from 'vue-router'

/** How far a question is answered here. */
export type QuestionState = 'ANSWERED' | 'PARTLY' | 'LATER'

/** Where an answer is: a page, or the findings of a saved query. */
interface Place {
  name: string
  params?: Record<string, string>
  query?: LocationQueryRaw
}

export interface Question {
  no: number
  state: QuestionState
  place?: Place
}

function page(no: number, state: QuestionState, name: string, query?: LocationQueryRaw): Question {
  return { no, state, place: { name, ...(query && { query }) } }
}

function saved(no: number, state: QuestionState): Question {
  return { no, state, place: { name: 'question-findings', params: { no: String(no) } } }
}

function open(no: number, state: QuestionState): Question {
  return { no, state }
}

/** The 34 questions that a regulator must get an answer to; their words are under <code>audit.question</code>. */
export const QUESTIONS: readonly Question[] = [
  page(1, 'PARTLY', 'custody-desk'),
  saved(2, 'ANSWERED'),
  page(3, 'ANSWERED', 'oversight'),
  page(4, 'ANSWERED', 'oversight', { kind: 'AUCTION' }),
  page(5, 'ANSWERED', 'auctions'),
  page(6, 'PARTLY', 'auctions'),
  page(7, 'PARTLY', 'custody-desk'),
  open(8, 'LATER'),
  page(9, 'ANSWERED', 'surveillance'),
  page(10, 'PARTLY', 'surveillance', { detector: 'PRICE_OUTLIER' }),
  saved(11, 'PARTLY'),
  open(12, 'PARTLY'),
  page(13, 'PARTLY', 'oversight', { kind: 'DEAL' }),
  open(14, 'LATER'),
  open(15, 'LATER'),
  open(16, 'PARTLY'),
  saved(17, 'ANSWERED'),
  page(18, 'ANSWERED', 'invoice-match'),
  open(19, 'LATER'),
  page(20, 'ANSWERED', 'scrap-prices'),
  page(21, 'PARTLY', 'scrap-prices-method'),
  page(22, 'PARTLY', 'scrap-prices'),
  page(23, 'PARTLY', 'city-plan'),
  page(24, 'PARTLY', 'city-plan'),
  saved(25, 'PARTLY'),
  saved(26, 'PARTLY'),
  page(27, 'PARTLY', 'looks'),
  page(28, 'PARTLY', 'materials'),
  saved(29, 'PARTLY'),
  open(30, 'LATER'),
  page(31, 'ANSWERED', 'surveillance', { state: 'CLOSED' }),
  open(32, 'LATER'),
  open(33, 'LATER'),
  open(34, 'LATER'),
]

const DAYS_ASKED = 90
const MILLIS_PER_DAY = 86_400_000

/** The first day of those that are asked about unless somebody chooses another. */
export function firstDayBefore(last: string): string {
  return new Date(Date.parse(last) - DAYS_ASKED * MILLIS_PER_DAY).toISOString().slice(0, 10)
}
