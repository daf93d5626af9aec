import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/shared/catalog/catalog'
import { useFormat } from '@/shared/format/useFormat'
import type { Reader } from './cells'

/** How the reader writes things, and what they call them. */
export function useReader(): Reader {
  const texts = useI18n()
  const format = useFormat()
  const { categoryName, districtName } = useCatalog()
  return {
    time: format.time,
    fen: format.fen,
    list: format.list,
    text: (key) => (texts.te(key) ? texts.t(key) : undefined),
    category: categoryName,
    district: districtName,
  }
}
