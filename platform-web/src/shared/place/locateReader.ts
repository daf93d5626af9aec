const WAIT_MS = 10_000
const AGE_MAX_MS = 300_000

/**
 * Where the reader is as `lat,lon`, rounded to about a hundred metres: enough to sort by and less than an address.
 * Undefined where the reader or the device says nothing.
 */
export function locateReader(): Promise<string | undefined> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(`${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`),
      () => resolve(undefined),
      { timeout: WAIT_MS, maximumAge: AGE_MAX_MS },
    )
  })
}
