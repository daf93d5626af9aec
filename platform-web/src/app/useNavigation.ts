import { nextTick, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

/**
 * After a change of page, does what a browser does for pages of the old kind: sets the title, tells a screen reader, and
 * moves the focus to the beginning of what is new.
 */
export function useNavigation() {
  const { t, locale } = useI18n()
  const route = useRoute()
  const announcement = ref('')

  function entitle() {
    document.title =
      route.name === 'home' ? t('shell.siteTitle') : `${t(route.meta.title)} · ${t('shell.name')}`
  }

  const router = useRouter()
  // The first page may have been there before us.
  void router.isReady().then(entitle, () => undefined)
  router.afterEach(async (to, from) => {
    await nextTick()
    entitle()
    const isFirstPage = from.matched.length === 0
    if (!isFirstPage && to.path !== from.path) {
      announcement.value = t(to.meta.title)
      const target =
        document.querySelector<HTMLElement>('main h1[tabindex]') ?? document.getElementById('main')
      target?.focus({ preventScroll: true })
    }
  })
  watch(locale, entitle)

  return { announcement }
}
