import { ref } from 'vue'

const REMEMBERED = 'xunshi.home-district'

/** The district that was chosen in this browser; empty where none was. */
export const homeDistrict = ref(remembered())

export function rememberDistrict(code: string): void {
  homeDistrict.value = code
  try {
    localStorage.setItem(REMEMBERED, code)
  } catch {
    // Storage may be forbidden; then the choice lasts until the page is left.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? ''
  } catch {
    return ''
  }
}
