import type { Middleware } from 'openapi-fetch'
import { readonly, ref } from 'vue'

/** How the service worker (worker/answers.ts) marks an answer that it had kept. */
const KEPT_AT = 'Xunshi-Kept-At'

const oldest = ref<string | null>(null)

/** Since when what is shown may have changed: while answers come out of the browser's store, the moment of the oldest. */
export const keptAt = readonly(oldest)

export const noticesKeptAnswers: Middleware = {
  onResponse({ response }) {
    const said = response.headers.get(KEPT_AT)
    if (said === null) {
      oldest.value = null
    } else if (oldest.value === null || said < oldest.value) {
      oldest.value = said
    }
  },
}
