import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createQueryClient } from '@/shared/api/queries'
import { i18n, loadTexts } from '@/shared/i18n'
import '@/shared/styles/index.css'
import App from './App.vue'
import { createAppRouter } from './router'

await loadTexts()

createApp(App)
  .use(createPinia())
  .use(i18n)
  .use(VueQueryPlugin, { queryClient: createQueryClient() })
  .use(createAppRouter())
  .mount('#app')
