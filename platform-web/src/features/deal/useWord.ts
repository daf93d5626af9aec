import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMaterials } from '@/shared/catalog/materials'
import { parseYuan, typedYuan } from '@/shared/format/money'
import { parseQuantity, typedQuantity, type Measure } from '@/shared/format/quantity'

/** What is negotiated over. */
export interface Goods {
  materialCode: string
  measure: Measure
}

/** How much at which price, from what somebody types; what is wrong shows once they have tried to say it. */
export function useWord(goods: Ref<Goods>, first: { quantity: number; price: number | undefined }) {
  const { t } = useI18n()
  const { material, perUnit, quantity: shown } = useMaterials()
  const typedAmount = ref(typedQuantity(first.quantity, goods.value.measure))
  const typedPrice = ref(first.price === undefined ? '' : typedYuan(first.price))
  const isTried = ref(false)

  const quantity = computed(() => parseQuantity(typedAmount.value, goods.value.measure))
  const fen = computed(() => parseYuan(typedPrice.value))

  return {
    typedAmount,
    typedPrice,
    isTried,
    quantity,
    fen,
    unit: computed(() =>
      goods.value.measure === 'WEIGHT'
        ? t('exchange.tonne')
        : (material(goods.value.materialCode)?.unit ?? t('exchange.piece')),
    ),
    perUnit: computed(() => perUnit(goods.value.materialCode)),
    shown: (amount: number) => shown(amount, goods.value.materialCode),
    quantityWrong: computed(() => isTried.value && quantity.value === undefined),
    priceWrong: computed(() => isTried.value && fen.value === undefined),
    /** Of the quantity at a price for a tonne or a piece, in fen; for the eye, the contract rounds for itself. */
    valueAt: (price: number) =>
      quantity.value === undefined
        ? undefined
        : Math.round((quantity.value / (goods.value.measure === 'WEIGHT' ? 1_000_000 : 1)) * price),
  }
}
