import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createQueryClient } from '@/shared/api/queries'
import { i18n, loadTexts } from '@/shared/i18n'
import { useSession } from '@/shared/session/session'
import '@/shared/styles/index.css'
import App from './App.vue'
import { createAppRouter } from './router'
import { installServiceWorker } from './serviceWorker'

const app = createApp(App)
  .use(createPinia())
  .use(i18n)
  .use(VueQueryPlugin, { queryClient: createQueryClient() })
  .use(createAppRouter())

// Who is here, the first page's code and the texts are under way together: in a row they would cost a slow phone a second.
void useSession().whenKnown()
await loadTexts()
app.mount('#app')
installServiceWorker()
