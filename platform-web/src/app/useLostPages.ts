import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useToasts } from '@/shared/ui/toasts'

/** Where a reload was tried for a page whose code did not come; a second failure is told, not repeated. */
const TRIED = 'xunshi.reloaded'

/**
 * A page's code may not come: a release has replaced it, and only a reload knows the new names; or the connection is gone,
 * and all there is to do is to say so.
 */
export function useLostPages(reload: (path: string) => void = (path) => window.location.assign(path)): void {
  const { t } = useI18n()
  const toasts = useToasts()
  const router = useRouter()

  router.onError((_error, to) => {
    if (navigator.onLine && sessionStorage.getItem(TRIED) !== to.fullPath) {
      sessionStorage.setItem(TRIED, to.fullPath)
      reload(to.fullPath)
    } else {
      toasts.show(t('shell.pageLost'))
    }
  })
  router.afterEach((_to, _from, failure) => {
    if (failure === undefined) {
      sessionStorage.removeItem(TRIED)
    }
  })
}
