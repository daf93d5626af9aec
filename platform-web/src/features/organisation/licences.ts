import type { Licence, LicenceKind } from './queries'

/** The order in which a trader thinks of them. */
export const LICENCE_KINDS: readonly LicenceKind[] = [
  'BUSINESS_LICENCE',
  'COMMERCE_FILING',
  'POLICE_FILING',
  'HAZWASTE',
  'HAZARDOUS_TRANSPORT',
  'ELV',
  'WEEE',
  'BATTERY',
  'USED_CAR',
]

/** Where a licence stands today. */
export type Standing = 'IN_REVIEW' | 'REFUSED' | 'NOT_YET' | 'VALID' | 'ENDING' | 'ENDED'

const SOON_DAYS = 30
const DAY_MS = 86_400_000

/** @param today the day in the city, `2026-11-27` */
export function standingOf(
  licence: Pick<Licence, 'state' | 'validFrom' | 'validTo'>,
  today: string,
): Standing {
  if (licence.state !== 'APPROVED') {
    return licence.state === 'IN_REVIEW' ? 'IN_REVIEW' : 'REFUSED'
  }
  if (licence.validTo !== null && licence.validTo < today) {
    return 'ENDED'
  }
  if (licence.validFrom > today) {
    return 'NOT_YET'
  }
  return licence.validTo !== null && daysUntil(licence.validTo, today) <= SOON_DAYS ? 'ENDING' : 'VALID'
}

export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)
}

/** What day it is in the city. */
export function cityToday(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
}

/** The chip's look of a standing. */
export const CHIP_OF: Readonly<Record<Standing, string>> = {
  IN_REVIEW: 'chip--quiet',
  REFUSED: 'chip--amber',
  NOT_YET: 'chip--quiet',
  VALID: '',
  ENDING: 'chip--amber',
  ENDED: 'chip--amber',
}
