import type { RouteRecordRaw } from 'vue-router'

/** An entry of the left navigation. */
export interface NavigationEntry {
  /** Path of the screen. */
  readonly to: string
  /** Icon name, `i-lucide-…`; bundled at build time because it stands in the source. */
  readonly icon: string
  /** Called while rendering, so that it follows the language. */
  readonly label: () => string
  /** Smaller stands higher. */
  readonly order: number
  /** How many things wait there; 0 shows nothing. */
  readonly waiting?: () => number
}

/** Something that Strg/Ctrl+K offers besides the screens. */
export interface CommandEntry {
  readonly id: string
  readonly icon: string
  readonly label: () => string
  readonly run: () => void | Promise<void>
}

/** What a feature adds to the window; `app/features.ts` lists them. */
export interface Feature {
  readonly routes: readonly RouteRecordRaw[]
  readonly navigation: readonly NavigationEntry[]
  readonly commands: readonly CommandEntry[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Title of the window and what a screen reader announces; called while rendering. */
    title?: () => string
    /** Shown without the frame: the first run and its wizard. */
    bare?: boolean
  }
}
