import type { Schemas } from '@/shared/api/client'
import type { Material } from '@/shared/catalog/materials'
import { cityClock } from '@/shared/format/cityClock'

const DAY_MS = 86_400_000

/** The licences that may stand before dealing in a material, the weakest first. */
export const LICENCE_GATES = [
  'NONE',
  'FILING',
  'FILING_AND_POLICE',
  'HAZWASTE',
  'ELV',
  'WEEE',
  'BATTERY',
  'USED_CAR',
] as const satisfies readonly Material['licenceGate'][]

/** What an edition may say otherwise than the one before; anything else of a material comes with a release. */
const CHANGEABLE = ['nameZh', 'nameEn', 'standard', 'licenceGate', 'limits'] as const
export type Changeable = (typeof CHANGEABLE)[number]
export type EditionDraft = Record<Changeable, string>

export function draftOf(newest: Material): EditionDraft {
  const { nameZh, nameEn, standard, licenceGate, limits } = newest
  return { nameZh, nameEn, standard, licenceGate, limits }
}

/** What the draft says otherwise than the newest edition, blanks around it aside. */
export function changesOf(newest: Material, draft: EditionDraft): Changeable[] {
  return CHANGEABLE.filter((member) => draft[member].trim() !== newest[member])
}

/** The first day on which another edition may begin: after today, and after every other. */
export function firstDayAfter(newest: Material, now: number): string {
  const today = cityClock(now).slice(0, 10)
  const last = newest.validFrom !== null && newest.validFrom > today ? newest.validFrom : today
  return new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10)
}

/** As it is published. */
export function editionRequest(
  newest: Material,
  draft: EditionDraft,
  validFrom: string,
): Schemas['MaterialMaterialEditionRequest'] {
  return {
    basedOn: newest.edition,
    validFrom,
    nameZh: draft.nameZh.trim(),
    nameEn: draft.nameEn.trim(),
    standard: draft.standard.trim(),
    licenceGate: LICENCE_GATES.find((gate) => gate === draft.licenceGate) ?? newest.licenceGate,
    limits: draft.limits.trim(),
  }
}
