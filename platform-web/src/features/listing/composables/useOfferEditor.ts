import { useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { newIdempotencyKey } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { useCatalog } from '@/shared/catalog/catalog'
import { useChecklists } from '@/shared/catalog/checklists'
import { boundsFormOf, decideBounds, isDecidedAnew, readBounds, type OfferBounds } from '../offerBounds'
import { formOf, isRentalWrong, isStockWrong, offerOf, stockMeant } from '../offerForm'
import { draftListing, editListing, publishListing, readListing, type Listing } from '../queries'
import { usePhotoUploads } from './usePhotoUploads'

const SAVE_AFTER_MS = 900
const STALE = 'http.stale'

/** `untouched`: there is nothing to save yet; `same`: the server has what stands here. */
export type Saving = 'untouched' | 'same' | 'changed' | 'saving' | 'failed' | 'conflict'

/** Whether everybody reads it; of a stock even while all of it is promised. */
export function isPublic(listing: Listing | undefined): boolean {
  return listing?.state === 'PUBLISHED' || listing?.state === 'RESERVED'
}

/**
 * An offer under the hands of its owner. A draft is saved by itself after every pause; what is published already changes
 * only when asked to.
 */
export function useOfferEditor(
  initial: Listing | undefined,
  decided: OfferBounds,
  onDrafted: (id: string) => void,
) {
  const queries = useQueryClient()
  const { category } = useCatalog()
  const { checklistFor } = useChecklists()

  const listing = shallowRef(initial)
  const form = reactive(formOf(initial))
  const bounds = shallowRef(decided)
  const boundsForm = reactive(boundsFormOf(decided))
  const photos = usePhotoUploads(initial?.photos ?? [], initial?.report?.shots)
  const checklist = computed(() => checklistFor(form.categoryCode))
  const saving = ref<Saving>(initial === undefined ? 'untouched' : 'same')
  const problem = shallowRef<Problem>()
  const isDraft = computed(() => listing.value === undefined || listing.value.state === 'DRAFT')
  const draftKey = newIdempotencyKey()

  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> = Promise.resolve(true)
  let changes = 0

  watch([() => form, () => boundsForm, photos.photoIds, photos.shots], noteChange, { deep: true })
  onScopeDispose(() => clearTimeout(timer))

  function noteChange(): void {
    changes += 1
    if (saving.value === 'conflict') {
      return
    }
    saving.value = 'changed'
    clearTimeout(timer)
    if (isDraft.value) {
      timer = setTimeout(() => void save(), SAVE_AFTER_MS)
    }
  }

  /** Saves after what is being saved already: one version after the other. Whether it is saved. */
  function save(): Promise<boolean> {
    clearTimeout(timer)
    running = running.then(() => attempt(saveNow))
    return running
  }

  async function saveNow(): Promise<void> {
    const seen = changes
    saving.value = 'saving'
    const offer = offerOf(
      form,
      { category: category(form.categoryCode), checklist: checklist.value },
      { ids: photos.photoIds.value, shots: photos.shots.value },
    )
    const before = listing.value
    listing.value =
      before === undefined
        ? await draftListing(offer, draftKey)
        : await editListing(before.id, before.version, offer)
    if (before === undefined) {
      onDrafted(listing.value.id)
    }
    if (isDecidedAnew(boundsForm, bounds.value)) {
      bounds.value = await decideBounds(listing.value.id, bounds.value.version, boundsForm)
    }
    saving.value = seen === changes ? 'same' : 'changed'
  }

  /** Saves and offers to everybody, or to a moderator first. The listing then, or undefined with the {@link problem}. */
  async function publish(): Promise<Listing | undefined> {
    const isDone = await save()
    const id = listing.value?.id
    if (!isDone || id === undefined) {
      return undefined
    }
    await attempt(async () => {
      listing.value = isPublic(listing.value) ? listing.value : await publishListing(id)
      await queries.invalidateQueries({ queryKey: ['my', 'listings'] })
      // What may be offered for it, too.
      queries.removeQueries({ queryKey: ['listings', id] })
    })
    const { value: done } = listing
    const isOut = isPublic(done) || done?.state === 'IN_REVIEW'
    return isOut && problem.value === undefined ? done : undefined
  }

  /** After a conflict: what stands here replaces what was saved elsewhere. */
  async function keepMine(): Promise<void> {
    await attempt(async () => {
      if (listing.value !== undefined) {
        const before = listing.value.stock
        bounds.value = await readBounds(listing.value.id)
        listing.value = await readListing(listing.value.id)
        if (before != null && listing.value.stock != null) {
          form.stock = stockMeant(form.stock, before, listing.value.stock)
        }
      }
      await saveNow()
    })
  }

  async function attempt(act: () => Promise<void>): Promise<boolean> {
    problem.value = undefined
    try {
      await act()
      return true
    } catch (error) {
      problem.value = error instanceof Problem ? error : Problem.unreachable()
      saving.value = problem.value.code === STALE ? 'conflict' : 'failed'
      return false
    }
  }

  return {
    listing,
    form,
    boundsForm,
    photos,
    checklist,
    saving,
    problem,
    isDraft,
    isRentalWrong: computed(() => isRentalWrong(form)),
    isStockWrong: computed(() => isStockWrong(form)),
    save,
    publish,
    keepMine,
  }
}
