import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Vehicle = Schemas['VehicleView']
export type Reading = Vehicle['readings'][number]

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const VALUES_OF_LETTERS = '12345678123457923456789'
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const CHECK_PLACE = 8

export function useVehicle(listing: Ref<string>) {
  return useQuery({
    queryKey: ['listings', listing, 'vehicle'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/vehicle', { params: { path: { id: listing.value } } })),
  })
}

/** Whether the ninth of seventeen characters fits the others (GB 16735); blanks and dashes do not count. */
export function isVin(typed: string): boolean {
  const number = typed.replace(/[\s-]/g, '').toUpperCase()
  if (!/^[0-9A-HJ-NPR-Z]{17}$/.test(number)) {
    return false
  }
  const sum = Array.from(number).reduce((total, character, i) => {
    const place = LETTERS.indexOf(character)
    return total + (WEIGHTS[i] ?? 0) * Number(place < 0 ? character : VALUES_OF_LETTERS[place])
  }, 0)
  const rest = sum % 11
  return number[CHECK_PLACE] === (rest === 10 ? 'X' : String(rest))
}

export interface Mark {
  x: number
  y: number
  reading: Reading
}

/** Readings on a chart of a width and a height: the first day at its left, nothing at its foot. */
export function useMarks(readings: () => readonly Reading[], width: number, height: number) {
  return computed<Mark[]>(() => {
    const all = readings()
    const days = all.map((reading) => Date.parse(reading.readOn))
    const first = Math.min(...days)
    const span = Math.max(...days) - first || 1
    const most = Math.max(...all.map((reading) => reading.km)) || 1
    return all.map((reading, i) => ({
      x: all.length === 1 ? width / 2 : (((days[i] ?? first) - first) / span) * width,
      y: height - (reading.km / most) * height,
      reading,
    }))
  })
}
