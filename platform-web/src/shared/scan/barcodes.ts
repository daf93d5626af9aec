/** The Barcode Detection API, which only some browsers have (WICG, Shape Detection). */
interface BarcodeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => BarcodeDetector
  }
}

const FORMATS = ['ean_13', 'qr_code']
const LOOK_MS = 150

/** The same code is in view for a while; it counts once until another one or none is. */
const AGAIN_MS = 2_500

export function canDetect(): boolean {
  return window.BarcodeDetector !== undefined && 'mediaDevices' in navigator
}

/** Shows the camera in the element and tells what it sees, until the returned function is called. */
export async function watchCamera(
  video: HTMLVideoElement,
  seen: (text: string) => void,
): Promise<() => void> {
  const Detector = window.BarcodeDetector
  if (Detector === undefined) {
    return () => undefined
  }
  const detector = new Detector({ formats: FORMATS })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  await video.play()
  let last = { text: '', at: 0 }
  const looking = setInterval(() => {
    void detector.detect(video).then((found) => {
      const text = found[0]?.rawValue
      const now = performance.now()
      if (text !== undefined && (text !== last.text || now - last.at > AGAIN_MS)) {
        last = { text, at: now }
        seen(text)
      }
    })
  }, LOOK_MS)
  return () => {
    clearInterval(looking)
    for (const track of stream.getTracks()) {
      track.stop()
    }
  }
}
