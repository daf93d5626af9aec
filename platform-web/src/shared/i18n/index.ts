import { createI18n } from 'vue-i18n'
import { watch } from 'vue'
import type zhCN from './zh-CN.json'
import { locale, type Locale } from './locale'

export { locale, remember } from './locale'

type Messages = typeof zhCN

const texts: Record<Locale, () => Promise<{ default: Messages }>> = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
}

export const i18n = createI18n({
  legacy: false,
  locale: locale.value,
  messages: {},
  missingWarn: false,
  fallbackWarn: false,
})

/** Loads the texts of the reader's language, now and whenever it is changed. */
export async function loadTexts(): Promise<void> {
  await apply(locale.value)
  watch(locale, (chosen) => void apply(chosen))
}

async function apply(chosen: Locale): Promise<void> {
  const { default: messages } = await texts[chosen]()
  i18n.global.setLocaleMessage(chosen, messages)
  i18n.global.locale.value = chosen
  document.documentElement.lang = chosen
}
