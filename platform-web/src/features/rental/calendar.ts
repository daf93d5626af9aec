/** A day of the city, `2026-11-28`. Text of this form sorts as the days do. */
export type Day = string

export interface DayRange {
  first: Day
  last: Day
}

/** What is chosen so far: nothing, the first day, or both ends. */
export interface DayChoice {
  first: Day | undefined
  last: Day | undefined
}

const DAY_MS = 86_400_000
const DAYS_OF_WEEK = 7

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** `2026-11` */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

export function plusMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The weeks of a month from Monday on; days of its neighbours are left empty. */
export function weeksOf(month: string): (Day | undefined)[][] {
  const first = `${month}-01`
  const days: (Day | undefined)[] = Array.from({ length: weekday(first) }, () => undefined)
  for (let day = first; monthOf(day) === month; day = plusDays(day, 1)) {
    days.push(day)
  }
  while (days.length % DAYS_OF_WEEK !== 0) {
    days.push(undefined)
  }
  return Array.from({ length: days.length / DAYS_OF_WEEK }, (_, week) =>
    days.slice(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK),
  )
}

export function isBusy(day: Day, busy: readonly DayRange[]): boolean {
  return busy.some(({ first, last }) => first <= day && day <= last)
}

/**
 * What is chosen after another day was pointed at: first one end, then the other. A day before the first, or one with
 * a busy day in between, begins anew.
 */
export function choose(chosen: DayChoice, day: Day, busy: readonly DayRange[]): DayChoice {
  const { first, last } = chosen
  const endsIt =
    first !== undefined &&
    last === undefined &&
    day >= first &&
    !busy.some((range) => range.first <= day && range.last >= first)
  return endsIt ? { first, last: day } : { first: day, last: undefined }
}

export function isChosen(day: Day, { first, last }: DayChoice): boolean {
  return first !== undefined && first <= day && day <= (last ?? first)
}

/** 0 for Monday. */
function weekday(day: Day): number {
  return (new Date(day).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK
}
