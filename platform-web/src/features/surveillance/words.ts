import type { CaseState, ClosingReason, Detector, Severity } from './queries'

/** In the order in which a case goes through them. */
export const STATES = ['OPEN', 'TRIAGE', 'CASE', 'CLOSING', 'CLOSED'] as const satisfies readonly CaseState[]

export const DETECTORS = [
  'COMMON_CONTROL',
  'CIRCULAR_TRADE',
  'REPEATED_GROSS',
  'LAST_DIGITS',
  'TARE_DRIFT',
  'PRICE_OUTLIER',
  'SHILL_BIDDING',
] as const satisfies readonly Detector[]

/** The gravest first. */
export const SEVERITIES = ['HIGH', 'MEDIUM', 'LOW'] as const satisfies readonly Severity[]

export const REASONS = [
  'FALSE_ALARM',
  'EXPLAINED',
  'CORRECTED',
  'PENALISED',
  'REFERRED',
] as const satisfies readonly ClosingReason[]

/** What the button says that leads from one state to the other. */
export function moveKey(from: CaseState, to: CaseState): string {
  if (from === 'CLOSING') {
    return `surveillance.move.${to === 'CLOSED' ? 'confirm' : 'back'}`
  }
  return `surveillance.move.${to}`
}

/** Whether the move says how the case ended. */
export function needsReason(from: CaseState, to: CaseState): boolean {
  return to === 'CLOSING' || (to === 'CLOSED' && from !== 'CLOSING')
}
