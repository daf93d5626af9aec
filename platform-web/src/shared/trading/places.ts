import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/shared/catalog/catalog'

/** Of a place: anywhere but in the city. */
export const OUTSIDE = 'OUTSIDE'

/** Where goods lie or are needed, in the reader's language. */
export function usePlaces() {
  const { t } = useI18n()
  const { districtName } = useCatalog()
  const areaName = (code: string) => (code === OUTSIDE ? t('exchange.outside') : districtName(code))
  return {
    areaName,
    placeName: ({ areaCode, address }: { areaCode: string; address: string }) =>
      areaCode === OUTSIDE ? address : `${areaName(areaCode)} ${address}`,
  }
}
