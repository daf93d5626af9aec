import { describe, expect, it } from 'vitest'
import { LABEL_SHEETS, labelsOn, placesOn } from './labelSheets'

describe('a sheet of labels', () => {
  it.each(LABEL_SHEETS)('$id fits on its paper', (sheet) => {
    const places = placesOn(sheet, labelsOn(sheet), 1)
    for (const { page, x, y } of places) {
      expect(page).toBe(0)
      expect(x + sheet.label.width).toBeLessThanOrEqual(sheet.width)
      expect(y + sheet.label.height).toBeLessThanOrEqual(sheet.height)
    }
    expect(new Set(places.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(labelsOn(sheet))
  })

  it.each(LABEL_SHEETS)('$id begins where the last one ended', (sheet) => {
    const whole = placesOn(sheet, 3 * labelsOn(sheet), 1)
    for (let first = 1; first <= labelsOn(sheet); first++) {
      expect(placesOn(sheet, labelsOn(sheet) + 1, first)).toEqual(
        whole.slice(first - 1, first + labelsOn(sheet)),
      )
    }
  })
})
