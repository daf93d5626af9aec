// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useDeskKeys } from './deskKeys'

const scope = effectScope()
afterEach(() => scope.stop())

function press(key: string, target: EventTarget = window, more: KeyboardEventInit = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
}

describe('the keys of the desk', () => {
  it('act anywhere but where something is typed, and end with the page', () => {
    const approve = vi.fn()
    scope.run(() => useDeskKeys({ a: approve }))
    const field = document.body.appendChild(document.createElement('input'))

    press('a')
    press('A')
    press('a', field)
    press('a', window, { ctrlKey: true })
    press('b')
    expect(approve).toHaveBeenCalledTimes(2)

    scope.stop()
    press('a')
    expect(approve).toHaveBeenCalledTimes(2)
  })
})
