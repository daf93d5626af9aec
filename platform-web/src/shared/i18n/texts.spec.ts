import { describe, expect, it } from 'vitest'
import en from './en.json'
import zhCN from './zh-CN.json'

type Texts = { [key: string]: string | Texts }

const sources = Object.values(
  import.meta.glob<string>('/src/**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true }),
).join('\n')

function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [prefix + key] : keysOf(text, `${prefix}${key}.`),
  )
}

function textOf(texts: Texts, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Texts>((at, part) => (typeof at === 'string' ? at : (at[part] ?? '')), texts)
  return typeof found === 'string' ? found : ''
}

const quoted = new Set([...sources.matchAll(/'([\w.-]+)'/g)].map((match) => match[1] ?? ''))

/** `order.state.${state}` is used with any last part. */
const patterns = [...new Set([...sources.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map((match) => match[1] ?? ''))]

function isUsed(key: string): boolean {
  return quoted.has(key) || patterns.some((pattern) => key.startsWith(pattern))
}

describe('the texts', () => {
  it('are the same in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(zhCN))
  })

  it('have the same places to fill in', () => {
    const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    for (const key of keysOf(zhCN)) {
      expect(placesOf(textOf(en, key)), key).toEqual(placesOf(textOf(zhCN, key)))
    }
  })

  it('are all there that are asked for', () => {
    const asked = [...sources.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '')
    expect(asked.filter((key) => textOf(zhCN, key) === '')).toEqual([])
  })

  it('are all used', () => {
    expect(keysOf(zhCN).filter((key) => !isUsed(key))).toEqual([])
  })
})
