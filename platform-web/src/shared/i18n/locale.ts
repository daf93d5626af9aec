import { ref } from 'vue'

const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const REMEMBERED = 'xunshi.locale'

/** The reader's language: what was chosen last time, else what the browser prefers. */
export const locale = ref<Locale>(remembered() ?? preferred(navigator.languages))

export function remember(chosen: Locale): void {
  locale.value = chosen
  try {
    localStorage.setItem(REMEMBERED, chosen)
  } catch {
    // Storage may be forbidden; then the choice lasts until the page is left.
  }
}

export function preferred(languages: readonly string[]): Locale {
  const known = languages.map((language) => LOCALES.find((one) => one.slice(0, 2) === language.slice(0, 2)))
  return known.find((one) => one !== undefined) ?? 'zh-CN'
}

function remembered(): Locale | undefined {
  try {
    return LOCALES.find((one) => one === localStorage.getItem(REMEMBERED))
  } catch {
    return undefined
  }
}
