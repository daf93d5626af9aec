import { ref } from 'vue'

const KEY = 'xunshi.corner.silent'
const TONES = { good: [880], bad: [220, 180] }
const TONE_SECONDS = 0.09
const VOLUME = 0.15

/** A library may be quiet; colours say the same. */
export const isSilent = ref(localStorage.getItem(KEY) === 'true')

export function setSilent(silent: boolean): void {
  isSilent.value = silent
  localStorage.setItem(KEY, String(silent))
}

let speaker: AudioContext | undefined

/** A high tone for what went well, two low ones for what did not. */
export function sound(kind: keyof typeof TONES): void {
  if (isSilent.value || typeof AudioContext === 'undefined') {
    return
  }
  speaker ??= new AudioContext()
  const volume = speaker.createGain()
  volume.gain.value = VOLUME
  volume.connect(speaker.destination)
  for (const [i, hertz] of TONES[kind].entries()) {
    const tone = speaker.createOscillator()
    tone.frequency.value = hertz
    tone.connect(volume)
    tone.start(speaker.currentTime + i * TONE_SECONDS)
    tone.stop(speaker.currentTime + (i + 1) * TONE_SECONDS)
  }
}
