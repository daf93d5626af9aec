import { useQuery } from '@tanstack/vue-query'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Checklist = Schemas['Checklist']
export type ChecklistQuestion = Schemas['ChecklistQuestion']
export type ChecklistChoice = Schemas['ChecklistChoice']
export type ChecklistShot = Schemas['ChecklistShot']
export type ConditionReport = Schemas['ConditionReport']
export type Answers = Readonly<Record<string, string>>

const HOUR_MS = 3_600_000

/** What is asked about the condition of goods, in every edition. */
export function useChecklists() {
  const { data } = useQuery({
    queryKey: ['reference', 'condition-checklists'],
    queryFn: () => answerOf(api.GET('/api/v1/condition-checklists')),
    staleTime: HOUR_MS,
  })
  return {
    /** What is asked today; undefined where nothing is. */
    checklistFor: (category: string | null | undefined) =>
      data.value
        ?.filter((one) => category != null && one.categories.includes(category))
        .toSorted((one, other) => other.edition - one.edition)[0],
    /** In whose words something was answered. */
    checklistOf: (report: ConditionReport) =>
      data.value?.find((one) => one.code === report.checklist && one.edition === report.edition),
  }
}

export function chosenIn(question: ChecklistQuestion, answers: Answers): ChecklistChoice | undefined {
  return question.choices.find((choice) => choice.code === answers[question.code])
}

/** The answer that decides the grade: the worst one. */
export function decidingAnswer(checklist: Checklist, answers: Answers): ChecklistChoice | undefined {
  return checklist.questions
    .flatMap((question) => chosenIn(question, answers) ?? [])
    .reduce<ChecklistChoice | undefined>(
      (worst, choice) => (worst === undefined || choice.rank > worst.rank ? choice : worst),
      undefined,
    )
}

export function isAnswered(checklist: Checklist, answers: Answers): boolean {
  return checklist.questions.every((question) => chosenIn(question, answers) !== undefined)
}

/** The shots that buyers look for: whoever names a flaw shows it. */
export function shotsFor(checklist: Checklist, answers: Answers): ChecklistShot[] {
  const proofs = checklist.questions.map((question) => chosenIn(question, answers)?.shot)
  return checklist.shots
    .map((shot) => ({ ...shot, required: shot.required || proofs.includes(shot.code) }))
    .filter((shot) => shot.required || !isProofAlone(checklist, shot))
}

/** What is sent: answers that the checklist asks for, and shots that it names. */
export function reportOf(
  checklist: Checklist | undefined,
  answers: Answers,
  shots: Readonly<Record<string, string>>,
): ConditionReport | null {
  if (checklist === undefined) {
    return null
  }
  const given = checklist.questions.flatMap((question) => {
    const choice = chosenIn(question, answers)
    return choice === undefined ? [] : [[question.code, choice.code] as const]
  })
  const named = new Set(checklist.shots.map((shot) => shot.code))
  const shown = Object.entries(shots).filter(([shot]) => named.has(shot))
  return given.length === 0 && shown.length === 0
    ? null
    : {
        checklist: checklist.code,
        edition: checklist.edition,
        answers: Object.fromEntries(given),
        shots: Object.fromEntries(shown),
      }
}

/** Whether only a flaw asks for it. */
function isProofAlone(checklist: Checklist, shot: ChecklistShot): boolean {
  return checklist.questions.some((question) => question.choices.some((choice) => choice.shot === shot.code))
}
