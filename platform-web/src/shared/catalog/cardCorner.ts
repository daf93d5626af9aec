import type { Component, InjectionKey } from 'vue'

/** What stands in the corner of every listing's card, where the application puts something there; it gets the listing. */
export const CARD_CORNER: InjectionKey<Component> = Symbol('card corner')
