import { useI18n } from 'vue-i18n'
import { useFormat } from '@/shared/format/useFormat'
import { cardText } from '../model'
import type { Message } from '../queries'

/** Puts cards in the reader's words. */
export function useCardWords() {
  const { t } = useI18n()
  const format = useFormat()

  function disputeWords({ parameters }: Message): string {
    const { step = '', by, refundFen } = parameters
    return t('messaging.card.DISPUTE', {
      who: t(`dispute.by.${by ?? (step.startsWith('DECIDED') ? 'OFFICER' : 'CLOCK')}`),
      step: t(`dispute.step.${step}`),
      sum: refundFen === undefined ? '' : ` ${format.fen(Number(refundFen))}`,
    })
  }

  return (message: Message): string => {
    if (message.card === 'DISPUTE') {
      return disputeWords(message)
    }
    if (message.card === 'SWAP') {
      const { cause = '', given = '', asked = '' } = message.parameters
      return t('messaging.card.SWAP', { what: t(`swap.cause.${cause}`), given, asked })
    }
    if (message.card === 'WANTED_ANSWERED') {
      return t('messaging.card.WANTED_ANSWERED', { words: message.parameters['words'] ?? '' })
    }
    const { key, fen } = cardText(message)
    return t(key, Object.fromEntries(Object.entries(fen).map(([name, amount]) => [name, format.fen(amount)])))
  }
}
