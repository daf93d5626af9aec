// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { preferred } from './locale'

describe('the reader’s language', () => {
  it.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['fr-FR', 'en-US'], 'en'],
    [['fr-FR'], 'zh-CN'],
    [[], 'zh-CN'],
  ])('for %j is %s', (languages, locale) => {
    expect(preferred(languages)).toBe(locale)
  })
})
