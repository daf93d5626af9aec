import type { Schemas } from '@/shared/api/client'

export type Requirement = Schemas['RequirementField']

/** What is asked of one attribute, as typed. */
export interface AskedForm {
  min: string
  max: string
  answers: string[]
}

/** As it stands in a form. */
export function askedForm({ min, max, answers }: Requirement): AskedForm {
  return {
    min: min == null ? '' : String(min),
    max: max == null ? '' : String(max),
    answers: [...(answers ?? [])],
  }
}

export function nothingAsked(): AskedForm {
  return { min: '', max: '', answers: [] }
}

/** What is sent: of these attributes, in their order, what is asked at all. */
export function requirementsOf(
  asked: Record<string, AskedForm>,
  attributes: readonly { code: string }[],
): Record<string, Requirement> {
  return Object.fromEntries(
    attributes.flatMap(({ code }) => {
      const requirement = requirementOf(asked[code] ?? nothingAsked())
      return requirement === undefined ? [] : [[code, requirement]]
    }),
  )
}

function requirementOf({ min, max, answers }: AskedForm): Requirement | undefined {
  if (answers.length > 0) {
    return { min: null, max: null, answers }
  }
  const least = numberOf(min)
  const most = numberOf(max)
  return least === undefined && most === undefined
    ? undefined
    : { min: least ?? null, max: most ?? null, answers: null }
}

function numberOf(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s%]/g, '')
  return /^\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}
