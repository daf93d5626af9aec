import { measureOf, type Material } from '@/shared/catalog/materials'
import { cityClock, cityMoment } from '@/shared/format/cityClock'
import { parseQuantity, typedQuantity } from '@/shared/format/quantity'
import { askedForm, requirementsOf, type AskedForm } from '@/shared/trading/asked'
import type { Demand, Tender, TenderLine, TenderRequest } from './queries'

/** One line as it stands in the form: everything is text until it is sent. */
export interface LineForm {
  /** Tells lines apart while they are added and taken away. */
  key: number
  materialCode: string
  /** In tonnes or pieces, as typed. */
  quantity: string
  leastQuantity: string
  quality: Record<string, AskedForm>
}

/** A tender as it stands in the form. */
export interface TenderForm {
  title: string
  description: string
  areaCode: string
  address: string
  delivery: TenderRequest['delivery']
  payment: TenderRequest['payment']
  tax: TenderRequest['tax']
  audience: 'everybody' | 'invited'
  /** 统一社会信用代码, one in a line. */
  invited: string
  demandId: string | undefined
  lines: LineForm[]
  /** `2026-11-28T09:00`, as the city's clocks show it. */
  closes: string
  decided: string
}

export const LINES_MAX = 20

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const USUAL_OPEN_DAYS = 3
const USUAL_DECISION_DAYS = 3

export function emptyLine(key: number): LineForm {
  return { key, materialCode: '', quantity: '', leastQuantity: '', quality: {} }
}

/** A draft that goes on, a demand that is taken over, or nothing yet. */
export function tenderFormOf(from: { tender?: Tender; demand?: Demand }, nowMs: number): TenderForm {
  const { tender, demand } = from
  const closes = Math.ceil(nowMs / HOUR_MS) * HOUR_MS + USUAL_OPEN_DAYS * DAY_MS
  return {
    title: tender?.title ?? demand?.title ?? '',
    description: tender?.description ?? demand?.description ?? '',
    areaCode: tender?.areaCode ?? demand?.place.areaCode ?? '',
    address: tender?.address ?? demand?.place.address ?? '',
    delivery: tender?.delivery ?? demand?.delivery ?? 'TO_BUYER',
    payment: tender?.payment ?? demand?.payment ?? 'PROVISIONAL_AND_FINAL',
    tax: tender?.tax ?? demand?.tax ?? 'INCLUDES_VAT_13',
    audience: tender === undefined || tender.forEverybody ? 'everybody' : 'invited',
    invited: (tender?.invited ?? []).map((one) => one.unifiedSocialCreditCode).join('\n'),
    demandId: tender?.demandId ?? demand?.id,
    lines: linesOf(tender, demand),
    closes: tender === undefined ? cityClock(closes) : cityClock(Date.parse(tender.closesAt)),
    decided:
      tender === undefined
        ? cityClock(closes + USUAL_DECISION_DAYS * DAY_MS)
        : cityClock(Date.parse(tender.awardBy)),
  }
}

function linesOf(tender: Tender | undefined, demand: Demand | undefined): LineForm[] {
  const asked: readonly Omit<TenderLine, 'number'>[] = tender?.lines ?? (demand === undefined ? [] : [demand])
  return asked.length === 0
    ? [emptyLine(0)]
    : asked.map(({ materialCode, measure, quantity, leastQuantity, quality }, key) => ({
        key,
        materialCode,
        quantity: typedQuantity(quantity, measure),
        leastQuantity: leastQuantity === quantity ? '' : typedQuantity(leastQuantity, measure),
        quality: Object.fromEntries(Object.entries(quality).map(([code, one]) => [code, askedForm(one)])),
      }))
}

/** Whether a line says what is wanted, and how much of it. */
function isComplete(line: LineForm, material: Material | undefined): boolean {
  const measure = measureOf(material)
  return (
    material !== undefined &&
    parseQuantity(line.quantity, measure) !== undefined &&
    (line.leastQuantity.trim() === '' || parseQuantity(line.leastQuantity, measure) !== undefined)
  )
}

/** What is sent; undefined where a line is not complete or a time is none. */
export function tenderRequestOf(
  form: TenderForm,
  materialOf: (code: string) => Material | undefined,
): TenderRequest | undefined {
  const [closesAt, awardBy] = [form.closes, form.decided].map(cityMoment)
  if (
    closesAt === undefined ||
    awardBy === undefined ||
    !form.lines.every((line) => isComplete(line, materialOf(line.materialCode)))
  ) {
    return undefined
  }
  return {
    title: form.title.trim(),
    description: form.description.trim(),
    areaCode: form.areaCode,
    address: form.address.trim(),
    delivery: form.delivery,
    payment: form.payment,
    tax: form.tax,
    ...(form.audience === 'everybody' ? {} : { invited: codesIn(form.invited) }),
    ...(form.demandId === undefined ? {} : { demandId: form.demandId }),
    lines: form.lines.map((line) => lineOf(line, materialOf(line.materialCode))),
    closesAt,
    awardBy,
  }
}

function lineOf(line: LineForm, material: Material | undefined) {
  const measure = measureOf(material)
  const leastQuantity = parseQuantity(line.leastQuantity, measure)
  return {
    materialCode: line.materialCode,
    quantity: parseQuantity(line.quantity, measure) ?? 0,
    ...(leastQuantity === undefined ? {} : { leastQuantity }),
    quality: requirementsOf(
      line.quality,
      Object.keys(line.quality).map((code) => ({ code })),
    ),
  }
}

function codesIn(typed: string): string[] {
  return [
    ...new Set(
      typed
        .normalize('NFKC')
        .toUpperCase()
        .split(/[\s,;、]+/)
        .filter(Boolean),
    ),
  ]
}
