import type { LocationQuery } from 'vue-router'
import { orderStates, type OrderState } from '../../../../src-main/contract/orders'

/** What the list of orders shows. Lives in the address of the screen. */
export interface OrderFilters {
  readonly text: string
  readonly state: OrderState | null
}

export const noOrderFilters: OrderFilters = { text: '', state: null }

/** Reads the filters from the address; what is no filter is left out. */
export function orderFiltersFrom({ text, state }: LocationQuery): OrderFilters {
  return {
    text: typeof text === 'string' ? text.slice(0, 200) : '',
    state: orderStates.find((name) => name === state) ?? null
  }
}

/** Writes the filters into the address, so that going back shows the same list. */
export function addressOfOrders({ text, state }: OrderFilters): Record<string, string> {
  return { ...(text === '' ? {} : { text }), ...(state === null ? {} : { state }) }
}

export function areOrdersFiltered({ text, state }: OrderFilters): boolean {
  return text.trim() !== '' || state !== null
}
