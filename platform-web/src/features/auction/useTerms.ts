import { useI18n } from 'vue-i18n'
import { useMaterials } from '@/shared/catalog/materials'
import { useFormat } from '@/shared/format/useFormat'
import type { Auction } from './queries'

interface Term {
  word: string
  says: string
}

const MINUTE_S = 60

/** What is special to the format of an auction, in words. */
export function useTerms() {
  const { t } = useI18n()
  const format = useFormat()
  const { perUnit, quantity } = useMaterials()

  return (auction: Auction): Term[] => {
    const { english, sealed, dutch, yankee, materialCode } = auction
    const price = (fen: number) => `${format.fen(fen)} ${perUnit(materialCode)}`
    if (english !== null) {
      return [
        { word: t('auction.tick'), says: price(english.tickFen) },
        {
          word: t('auction.late'),
          says: t('auction.lateRule', { minutes: english.windowSeconds / MINUTE_S }),
        },
      ]
    }
    if (sealed !== null) {
      return [
        {
          word: t('auction.revealing'),
          says: t('auction.revealRule', { minutes: sealed.revealSeconds / MINUTE_S }),
        },
      ]
    }
    if (dutch !== null) {
      return [
        {
          word: t('auction.clock'),
          says: t('auction.clockRule', {
            drop: format.fen(dutch.dropFen),
            every: dutch.tickSeconds,
            floor: format.fen(dutch.floorFen),
          }),
        },
        { word: t('auction.leastQuantity'), says: quantity(dutch.leastQuantity, materialCode) },
      ]
    }
    return yankee === null
      ? []
      : [
          { word: t('auction.tick'), says: price(yankee.tickFen) },
          { word: t('auction.unit'), says: quantity(yankee.unit, materialCode) },
          { word: t('auction.ranking'), says: t('auction.rankingRule') },
        ]
  }
}
