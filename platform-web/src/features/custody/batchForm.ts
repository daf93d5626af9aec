import { parseQuantity, typedQuantity } from '@/shared/format/quantity'
import type { BatchRequest, Parcel, Recipe } from './queries'

type Kind = 'PROCESSING' | 'MERGE' | 'SPLIT' | 'COUNT'

/** A batch as it is typed; weights are in tonnes. */
export interface BatchForm {
  kind: Kind
  siteId: string
  process: NonNullable<BatchRequest['process']>
  /** Tonnes by the id of the parcel. */
  inputs: Record<string, string>
  outputs: { materialCode: string; tonnes: string }[]
  lotId: string
  reason: string
  day: string
}

const NOTHING = /^\s*(0+(\.0*)?)?\s*$/

export function grams(tonnes: string): number | undefined {
  return parseQuantity(tonnes, 'WEIGHT')
}

function sumOf(weights: readonly (number | undefined)[]): number | undefined {
  return weights.reduce<number | undefined>(
    (sum, weight) => (sum === undefined || weight === undefined ? undefined : sum + weight),
    0,
  )
}

/** What goes in; undefined while some weight is none. */
export function drawn(form: BatchForm): number | undefined {
  return sumOf(Object.values(form.inputs).map(grams))
}

/** What comes out. A count whose weight is empty, or zero, found nothing. */
function outputsOf({ kind, outputs }: BatchForm): BatchForm['outputs'] {
  return kind === 'COUNT' ? outputs.filter(({ tonnes }) => !NOTHING.test(tonnes.normalize('NFKC'))) : outputs
}

function made(form: BatchForm): number | undefined {
  return sumOf(outputsOf(form).map(({ tonnes }) => grams(tonnes)))
}

/** What is gone, negative where more comes out than goes in; undefined while some weight is none. */
export function lossOf(form: BatchForm): number | undefined {
  const input = drawn(form)
  const output = made(form)
  return input === undefined || output === undefined ? undefined : input - output
}

/** Whether the weights can be sent: every gram is somewhere, and only processing loses some. */
export function isBalanced(form: BatchForm): boolean {
  const loss = lossOf(form)
  if (loss === undefined || Object.keys(form.inputs).length === 0) {
    return false
  }
  switch (form.kind) {
    case 'PROCESSING':
      return loss >= 0
    case 'MERGE':
    case 'SPLIT':
      return loss === 0
    case 'COUNT':
      return true
  }
}

/**
 * The bounds for a process: those of the nearest material.
 *
 * @param path codes from the root of the material tree down to what goes in
 */
export function boundsOf(
  recipes: readonly Recipe[],
  process: string,
  path: readonly string[],
): Recipe | undefined {
  return recipes
    .filter((recipe) => recipe.process === process)
    .filter(({ materialCode }) => materialCode === '' || path.includes(materialCode))
    .sort((one, other) => path.indexOf(other.materialCode) - path.indexOf(one.materialCode))[0]
}

/** Whether more, or less, is lost than the process loses. */
export function isOutside(bounds: Recipe | undefined, input: number, loss: number): boolean {
  return (
    bounds !== undefined &&
    (loss * 10_000 < input * bounds.minLossBasisPoints || loss * 10_000 > input * bounds.maxLossBasisPoints)
  )
}

/** With all that is left of a parcel, or without it where it was there. */
export function toggled(inputs: Record<string, string>, { id, leftGrams }: Parcel): Record<string, string> {
  return inputs[id] === undefined
    ? { ...inputs, [id]: typedQuantity(leftGrams, 'WEIGHT') }
    : Object.fromEntries(Object.entries(inputs).filter(([one]) => one !== id))
}

export function requestOf(form: BatchForm): BatchRequest {
  const isProcessing = form.kind === 'PROCESSING'
  return {
    kind: form.kind,
    siteId: form.siteId,
    ...(isProcessing && { process: form.process }),
    inputs: Object.entries(form.inputs).map(([parcelId, tonnes]) => ({
      parcelId,
      grams: grams(tonnes) ?? 0,
    })),
    outputs: outputsOf(form).map(({ materialCode, tonnes }) => ({
      materialCode,
      grams: grams(tonnes) ?? 0,
    })),
    lossGrams: isProcessing ? (lossOf(form) ?? 0) : 0,
    ...(form.kind === 'MERGE' && form.lotId !== '' && { lotId: form.lotId }),
    reason: form.reason.trim(),
    happenedOn: form.day,
  }
}
