import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/shared/catalog/catalog'
import { useFormat } from '@/shared/format/useFormat'
import type { PaperWords } from './papers'

/** The papers of the counter in the reader's language. */
export function usePaperWords(): PaperWords {
  const { t } = useI18n()
  const format = useFormat()
  const { gradeName } = useCatalog()
  return {
    t: (key, values) => (values === undefined ? t(key) : t(key, values)),
    amount: format.amount,
    date: format.date,
    time: (instant) => `${format.date(instant)} ${format.clock(instant)}`,
    condition: gradeName,
  }
}
