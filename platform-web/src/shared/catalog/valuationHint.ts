import type { Component, InjectionKey } from 'vue'

/**
 * What tells a seller for how much such things are sold, where the application puts something there; it gets the codes of
 * the category, the condition and the district, '' where they are not chosen yet, and the price in fen.
 */
export const VALUATION_HINT: InjectionKey<Component> = Symbol('valuation hint')
