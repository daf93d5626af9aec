import 'vue-router'
import type { Role } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may open the page: of several roles, whoever has one; everybody where it is left out. */
    access?: 'SIGNED_IN' | Role | readonly Role[]
    /** The key of the page's title. */
    title: string
  }
}
