import { useI18n } from 'vue-i18n'
import type { Schemas } from '@/shared/api/client'
import { useFormat } from './useFormat'

type Priced = Pick<Schemas['ListingCard'], 'price' | 'rental'>

/** What a card says that a thing costs: of what is only lent, the day's rent and not what it is worth. */
export function useCardPrice(): (card: Priced) => string {
  const { t } = useI18n()
  const format = useFormat()
  return ({ price, rental }) =>
    rental?.alsoForSale === false
      ? t('rental.perDay', { price: format.price(rental.perDay) })
      : format.price(price)
}
