import { useI18n } from 'vue-i18n'
import { useFormat } from '@/shared/format/useFormat'
import { cardText } from '../model'
import type { Message } from '../queries'

/** Puts cards in the reader's words. */
export function useCardWords() {
  const { t } = useI18n()
  const format = useFormat()
  return (message: Message): string => {
    const { key, fen } = cardText(message)
    return t(key, Object.fromEntries(Object.entries(fen).map(([name, amount]) => [name, format.fen(amount)])))
  }
}
