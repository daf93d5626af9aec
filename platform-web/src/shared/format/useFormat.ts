import { useI18n } from 'vue-i18n'
import { formatAmount, formatPrice, yuan, type Money } from './money'
import {
  formatAge,
  formatCityDate,
  formatClock,
  formatDate,
  formatDay,
  formatMonth,
  formatTime,
} from './time'

/** Money, times and numbers in the reader's language. */
export function useFormat() {
  const { locale } = useI18n()
  return {
    price: (money: Money) => formatPrice(money, locale.value),
    amount: (money: Money) => formatAmount(money, locale.value),
    fen: (amount: number) => formatPrice(yuan(amount), locale.value),
    time: (instant: string) => formatTime(instant, locale.value),
    clock: (instant: string) => formatClock(instant, locale.value),
    date: (instant: string) => formatDate(instant, locale.value),
    age: (instant: string) => formatAge(instant, locale.value),
    /** With its year. */
    cityDate: (day: string) => formatCityDate(day, locale.value),
    day: (day: string) => formatDay(day, locale.value),
    month: (month: string) => formatMonth(month, locale.value),
    /** For the marks of an axis: `12万`, `120K`. */
    short: (value: number) => new Intl.NumberFormat(locale.value, { notation: 'compact' }).format(value),
    /** Names may have an “and” of their own, so there is none between them. */
    list: (parts: readonly string[]) => parts.join(locale.value === 'en' ? ', ' : '、'),
    number: (value: number) => new Intl.NumberFormat(locale.value).format(value),
    distance: (metres: number) =>
      new Intl.NumberFormat(locale.value, {
        style: 'unit',
        unit: metres < 1000 ? 'meter' : 'kilometer',
        maximumFractionDigits: metres < 1000 || metres >= 10_000 ? 0 : 1,
      }).format(metres < 1000 ? Math.round(metres / 100) * 100 : metres / 1000),
  }
}
