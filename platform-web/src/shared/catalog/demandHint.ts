import type { Component, InjectionKey } from 'vue'

/**
 * What tells a seller how much their thing is looked for, where the application puts something there; it gets the
 * category's code and the price in fen.
 */
export const DEMAND_HINT: InjectionKey<Component> = Symbol('demand hint')
