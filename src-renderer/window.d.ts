import type { Bridge } from '../src-main/contract/bridge'

declare global {
  interface Window {
    /** Put there by the preload script; `shared/api.ts` is the only place that uses it. */
    readonly netzwart: Bridge
  }
}
