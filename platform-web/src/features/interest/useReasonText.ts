import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/shared/catalog/catalog'
import type { Reason } from './queries'

/** A reason in the reader's words. */
export function useReasonText() {
  const { t } = useI18n()
  const { categoryName, districtName } = useCatalog()

  return ({ kind, code }: Reason): string =>
    t(`interest.reason.${kind}`, {
      name: kind.endsWith('DISTRICT') ? districtName(code) : categoryName(code),
    })
}
