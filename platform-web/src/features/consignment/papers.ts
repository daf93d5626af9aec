import { yuan, type Money } from '@/shared/format/money'
import type { Block } from '@/shared/pdf/papers'
import type { Agreement, Statement } from './queries'

/** How the papers speak. */
export interface PaperWords {
  t: (key: string, values?: Record<string, string | number>) => string
  amount: (money: Money) => string
  date: (instant: string) => string
  /** With the year, whenever it is read. */
  time: (instant: string) => string
  /** What a condition is called. */
  condition: (code: string) => string
}

type PointOnPaper = Pick<Agreement['point'], 'name' | 'address'>

/** What both sides sign at the intake, and the owner's key to money and things. */
export function agreementPaper(agreement: Agreement, address: string, words: PaperWords): Block[] {
  const { t, amount, date } = words
  return [
    { kind: 'title', text: t('consignment.agreement'), number: agreement.code },
    {
      kind: 'facts',
      rows: [
        [t('consignment.point'), `${agreement.point.name} · ${agreement.point.address}`],
        [t('consignment.hours'), agreement.point.hours],
        ...fact(t('consignment.owner'), agreement.consignor),
        [
          t('consignment.term'),
          t('consignment.period', { from: date(agreement.signedAt), to: date(agreement.termEndsAt) }),
        ],
        [t('consignment.atTheEnd'), t(`consignment.endChoice.${agreement.endChoice}`)],
        ...agreement.markdowns.map((step, i): [string, string] => [
          i === 0 ? t('consignment.markdowns') : '',
          t('consignment.markdownOn', { day: date(step.at), percent: step.percentOff }),
        ]),
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: t('consignment.thing'), share: 0.34 },
        { title: t('consignment.paper.condition'), share: 0.16 },
        { title: t('consignment.appraised'), share: 0.17, isNumber: true },
        { title: t('consignment.minimum'), share: 0.17, isNumber: true },
        { title: t('consignment.commission'), share: 0.16, isNumber: true },
      ],
      rows: agreement.items.map((item) => [
        `${item.title} ${item.code}`,
        words.condition(item.conditionCode),
        amount(item.appraised),
        amount(item.minimum),
        percent(item.perMille),
      ]),
    },
    { kind: 'text', text: t('consignment.paper.terms') },
    {
      kind: 'code',
      text: address,
      beside: [agreement.code, t('consignment.paperHint', { address })],
    },
    { kind: 'signatures', names: [t('consignment.signOwner'), t('consignment.signPoint')] },
  ]
}

/** What was sold, what the point keeps of it, and what was paid, thing by thing. */
export function statementPaper(statement: Statement, point: PointOnPaper, words: PaperWords): Block[] {
  const { t, amount } = words
  const sums = sumsOf(statement.lines)
  return [
    { kind: 'title', text: t('consignment.statement'), number: statement.number },
    {
      kind: 'facts',
      rows: [
        [t('consignment.point'), `${point.name} · ${point.address}`],
        [t('consignment.agreement'), statement.agreementCode],
        [t('consignment.paid'), `${t(`consignment.way.${statement.way}`)} · ${words.time(statement.at)}`],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: t('consignment.thing'), share: 0.43 },
        { title: t('search.price'), share: 0.19, isNumber: true },
        { title: t('consignment.commission'), share: 0.19, isNumber: true },
        { title: t('consignment.share'), share: 0.19, isNumber: true },
      ],
      rows: statement.lines.map((line) => [
        `${line.title} ${line.itemCode}`,
        amount(line.price),
        amount(line.commission),
        amount(line.share),
      ]),
      total: [t('consignment.paper.total'), amount(sums.price), amount(sums.commission), amount(sums.share)],
    },
    { kind: 'text', text: t('consignment.paper.amount', { amount: amount(statement.amount) }) },
    ...(statement.way === 'CASH'
      ? [{ kind: 'signatures' as const, names: [t('consignment.signOwner'), t('consignment.signPoint')] }]
      : []),
  ]
}

/** In whole fen, as the ledger counts: no sum goes through a fraction of a yuan. */
export function sumsOf(lines: Statement['lines']): Record<'price' | 'commission' | 'share', Money> {
  const sum = (of: (line: Statement['lines'][number]) => Money) =>
    yuan(lines.reduce((total, line) => total + of(line).amount, 0))
  return {
    price: sum(({ price }) => price),
    commission: sum(({ commission }) => commission),
    share: sum(({ share }) => share),
  }
}

function fact(name: string, value: string | null): [string, string][] {
  return value === null ? [] : [[name, value]]
}

/** `12.5 %` of 125 per mille. */
function percent(perMille: number): string {
  return `${String(perMille / 10)} %`
}
