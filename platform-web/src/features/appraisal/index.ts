import type { RouteRecordRaw } from 'vue-router'

export { default as AppraisalPanel } from './components/AppraisalPanel.vue'
export { useBooked, useCertify, useLicence, type OnDesk } from './queries'

export const routes: RouteRecordRaw[] = [
  {
    path: '/appraisals/:code',
    name: 'appraisal',
    component: () => import('./pages/CertificatePage.vue'),
    props: true,
    meta: { title: 'appraisal.certificate' },
  },
]
