import { useI18n } from 'vue-i18n'
import type { Schemas } from '@/shared/api/client'
import { useFormat } from './useFormat'

type Priced = Pick<Schemas['ListingCard'], 'price'> & Partial<Pick<Schemas['ListingCard'], 'rental'>>

/**
 * What a card says that a thing costs: of what is only lent, the day's rent and not what it is worth; what costs nothing
 * is given away, since nothing else may.
 */
export function useCardPrice(): (card: Priced) => string {
  const { t } = useI18n()
  const format = useFormat()
  return ({ price, rental }) => {
    if (rental?.alsoForSale === false) {
      return t('rental.perDay', { price: format.price(rental.perDay) })
    }
    return price.amount === 0 ? t('gift.free') : format.price(price)
  }
}
