import type { RouteRecordRaw } from 'vue-router'

export { default as AttributeFields } from './components/AttributeFields.vue'
export { default as CategoryPicker } from './components/CategoryPicker.vue'
export { default as ConditionForm } from './components/ConditionForm.vue'
export { default as ListingDetails } from './components/ListingDetails.vue'
export { default as MyListings } from './components/MyListings.vue'
export { default as OwnerActions } from './components/OwnerActions.vue'
export { default as PhotoGallery } from './components/PhotoGallery.vue'
export { default as GuidedPhotos } from './components/GuidedPhotos.vue'
export { usePhotoUploads } from './composables/usePhotoUploads'
export { default as ReviewState } from './components/ReviewState.vue'
export { useListing, useOffersOf, type Listing } from './queries'

export const routes: RouteRecordRaw[] = [
  {
    path: '/publish/:id?',
    name: 'publish',
    component: () => import('./pages/PublishPage.vue'),
    // The router says '' for a part of the path that is not there.
    props: ({ params }) => ({ id: params['id'] === '' ? undefined : params['id'] }),
    meta: { title: 'publish.title', access: 'RESIDENT' },
  },
]
