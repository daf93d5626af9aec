import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from './lines'

/** The texts of lines in the reader's language; an attribute without a name is shown by its code. */
export function useWords() {
  const i18n = useI18n()
  const { t, locale } = i18n
  return computed<Words>(() => ({
    locale: locale.value,
    unit: (unit) => t(`pricing.unit.${unit}`),
    attribute: (code) => (i18n.te(`pricing.attribute.${code}`) ? t(`pricing.attribute.${code}`) : code),
    side: (side) => t(`pricing.side.${side}`),
  }))
}
