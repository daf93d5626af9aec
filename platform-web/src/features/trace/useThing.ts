import type { Ref } from 'vue'
import { useCatalog } from '@/shared/catalog/catalog'
import { useMaterials } from '@/shared/catalog/materials'

/**
 * Says in one line what a trade is over: a thing by category and condition, scrap by the name of its material.
 *
 * @param isScrap so that the material tree is loaded only where it is needed
 */
export function useThing(isScrap: Ref<boolean>) {
  const { categoryName, districtName, gradeName } = useCatalog()
  const { nameOf } = useMaterials(isScrap)
  return (category: string, condition: string, district: string) =>
    [isScrap.value ? nameOf(category) : categoryName(category), gradeName(condition), districtName(district)]
      .filter((part) => part !== '')
      .join(' · ')
}
