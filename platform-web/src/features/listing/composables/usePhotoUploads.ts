import { computed, onScopeDispose, ref } from 'vue'
import { Problem } from '@/shared/api/problem'
import { uploadPhoto, type Photo } from '@/shared/photo/photoUpload'

export const PHOTOS_MAX = 12

/** A picture on its way into a listing, or there already. */
export interface PhotoSlot {
  key: number
  name: string
  /** From 0 to 1. */
  sent: number
  photo: Photo | undefined
  /** Why it did not get there. */
  problem: Problem | undefined
  /** Which of the wanted shots it is. */
  shot: string | undefined
}

/** The pictures of a listing in their order, of which some may still be uploading. */
export function usePhotoUploads(initial: readonly Photo[], shown: Readonly<Record<string, string>> = {}) {
  let next = 0
  const slots = ref<PhotoSlot[]>(initial.map((photo) => ({ ...newSlot('', photo), shot: shotOf(photo) })))
  const files = new Map<number, File>()
  const leaving = new AbortController()
  onScopeDispose(() => leaving.abort())

  const photoIds = computed(() => slots.value.flatMap(({ photo }) => (photo === undefined ? [] : [photo.id])))
  /** By shot, the picture that shows it. */
  const shots = computed(() =>
    Object.fromEntries(
      slots.value.flatMap(({ shot, photo }) =>
        shot === undefined || photo === undefined ? [] : [[shot, photo.id] as const],
      ),
    ),
  )
  const isUploading = computed(() => slots.value.some((slot) => isOnItsWay(slot)))

  function newSlot(name: string, photo?: Photo): PhotoSlot {
    return { key: next++, name, sent: 0, photo, problem: undefined, shot: undefined }
  }

  function shotOf(photo: Photo): string | undefined {
    return Object.keys(shown).find((shot) => shown[shot] === photo.id)
  }

  /** @param shot which the first of them is */
  function add(chosen: readonly File[], shot?: string): void {
    for (const [i, file] of chosen.slice(0, PHOTOS_MAX - slots.value.length).entries()) {
      const slot = newSlot(file.name)
      files.set(slot.key, file)
      slots.value.push(slot)
      if (shot !== undefined && i === 0) {
        name(slot.key, shot)
      }
      void send(slot.key)
    }
  }

  async function send(key: number): Promise<void> {
    const file = files.get(key)
    if (file === undefined) {
      return
    }
    change(key, { sent: 0, problem: undefined })
    try {
      const photo = await uploadPhoto(file, (sent) => change(key, { sent }), leaving.signal)
      change(key, { photo })
      files.delete(key)
    } catch (error) {
      change(key, { problem: error instanceof Problem ? error : Problem.unreachable() })
    }
  }

  function change(key: number, part: Partial<PhotoSlot>): void {
    slots.value = slots.value.map((slot) => (slot.key === key ? { ...slot, ...part } : slot))
  }

  /** Says which shot a picture is; of two that would be the same shot the last named is it. */
  function name(key: number, shot: string | undefined): void {
    slots.value = slots.value.map((slot) => ({
      ...slot,
      shot: slot.key === key ? shot : slot.shot === shot ? undefined : slot.shot,
    }))
  }

  function remove(key: number): void {
    files.delete(key)
    slots.value = slots.value.filter((slot) => slot.key !== key)
  }

  /** Moves a picture by so many places, as far as there are places. */
  function move(key: number, by: number): void {
    const from = slots.value.findIndex((slot) => slot.key === key)
    const to = Math.min(Math.max(from + by, 0), slots.value.length - 1)
    const moved = slots.value.toSpliced(from, 1)
    slots.value = moved.toSpliced(to, 0, ...slots.value.slice(from, from + 1))
  }

  return {
    slots,
    photoIds,
    shots,
    isUploading,
    add,
    name,
    remove,
    move,
    retry: (key: number) => void send(key),
  }
}

function isOnItsWay(slot: PhotoSlot): boolean {
  return slot.photo === undefined && slot.problem === undefined
}
