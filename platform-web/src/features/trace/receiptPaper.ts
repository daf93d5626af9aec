import { yuan, type Money } from '@/shared/format/money'
import type { Block } from '@/shared/pdf/papers'
import { isOfExchange, readTradeRecord, stepKey } from './tradeRecord'
import type { SealedRecord } from './verification'

/** How the paper speaks. */
export interface ReceiptWords {
  t: (key: string, values?: Record<string, string>) => string
  amount: (money: Money) => string
  time: (instant: string) => string
  number: (value: number) => string
  /** Category, condition and district in one line. */
  thing: (category: string, condition: string, district: string) => string
}

interface Receipt {
  records: readonly SealedRecord[]
  treeSize: number
  rootHash: string
}

/** What somebody files: the steps of their trade as the log has them, and where anybody can check that it does. */
export function receiptPaper(code: string, address: string, receipt: Receipt, words: ReceiptWords): Block[] {
  const { t } = words
  return [
    { kind: 'title', text: t('trace.receipt'), number: code },
    ...receipt.records.flatMap((record) => stepOf(record, words)),
    { kind: 'heading', text: t('trace.checkpoint') },
    {
      kind: 'text',
      text: `${t('trace.treeSize', { size: words.number(receipt.treeSize) })} ${receipt.rootHash}`,
    },
    { kind: 'code', text: address, beside: [code, address, t('trace.paperHint')] },
  ]
}

function stepOf(record: SealedRecord, { t, amount, time, number, thing }: ReceiptWords): Block[] {
  const trade = readTradeRecord(record.entry)
  if (trade === undefined) {
    return []
  }
  const more: [string, string][] = [
    ...(trade.pieces === undefined ? [] : [[t('order.pieces'), String(trade.pieces)] as [string, string]]),
    ...(trade.priceFen === 0
      ? []
      : [
          [t(isOfExchange(trade) ? 'trace.amount' : 'search.price'), amount(yuan(trade.priceFen))] as [
            string,
            string,
          ],
        ]),
    ...(trade.refundFen === undefined
      ? []
      : [[t('order.refunded'), amount(yuan(trade.refundFen))] as [string, string]]),
  ]
  return [
    { kind: 'heading', text: t(stepKey(trade)) },
    {
      kind: 'facts',
      rows: [
        [t('trace.when'), time(trade.at)],
        ...more,
        [t('trace.what'), thing(trade.category, trade.condition, trade.district)],
        [t('trace.log'), t('trace.position', { index: number(record.index) })],
      ],
    },
  ]
}
