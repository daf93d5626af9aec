import { useI18n } from 'vue-i18n'
import type { Schemas } from '@/shared/api/client'
import { useCatalog } from '@/shared/catalog/catalog'
import { yuan } from '@/shared/format/money'
import { useFormat } from '@/shared/format/useFormat'

type Fact = Schemas['FindingFactResponse']

const GRAMS_PER_TONNE = 1_000_000
const CODE = /^[A-Z][A-Z0-9_]*$|^(?:true|false)$/

/** Where the words for the codes of a fact stand; the first place that has one counts. */
const WORDS: Record<string, readonly string[]> = {
  state: ['dispute.state'],
  reason: ['dispute.reason'],
  source: ['exchange.source'],
  outcome: ['fulfilment.remedy'],
  auctionState: ['auction.state'],
  auctionCause: ['auction.cause'],
}

/** Facts of a finding as people write them: yuan, tonnes, districts, and words instead of codes. */
export function useFacts() {
  const i18n = useI18n()
  const { districtName } = useCatalog()
  const format = useFormat()

  function shown({ name, value }: Fact): string {
    if (name.endsWith('Fen')) {
      return format.amount(yuan(Number(value)))
    }
    if (name === 'grams') {
      return i18n.t('audit.tonnes', { tonnes: format.number(Number(value) / GRAMS_PER_TONNE) })
    }
    if (name === 'area') {
      return districtName(value)
    }
    const keys = [...(WORDS[name] ?? []).map((place) => `${place}.${value}`), `audit.word.${value}`]
    const key = keys.find((one) => i18n.te(one))
    return CODE.test(value) && key !== undefined ? i18n.t(key) : value
  }

  return { shown }
}
