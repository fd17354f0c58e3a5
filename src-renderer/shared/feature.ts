import type { RouteRecordRaw } from 'vue-router'
import type { OperationName } from '../../src-main/contract/operations'
import type { Looks } from './looks'

/** What a screen is for before the window works as a whole; it is reached by itself then. */
export type Stage = 'caseFile' | 'setup' | 'signIn' | 'admission'

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
  /** Only for whom main would hear on this operation; absent: everyone who is signed in. */
  readonly asks?: OperationName
}

/** Something that Strg/Ctrl+K offers besides the screens. */
export interface CommandEntry {
  readonly id: string
  readonly icon: string
  readonly label: () => string
  readonly run: () => void | Promise<void>
  /** As with `NavigationEntry`. */
  readonly asks?: OperationName
  /** Whether it makes sense now; called while rendering. Absent: always. */
  readonly available?: () => boolean
}

/** What a feature adds to the window; `app/features.ts` lists them. */
export interface Feature extends Looks {
  readonly routes: readonly RouteRecordRaw[]
  readonly navigation: readonly NavigationEntry[]
  readonly commands: readonly CommandEntry[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Title of the window and what a screen reader announces; called while rendering. */
    title?: () => string
    /** Shown without the frame: the first run and its wizard, the sign-in. */
    bare?: boolean
    stage?: Stage
    /** While true, nothing takes the screen away: what it has asked of main is just changing who is signed in. */
    stays?: () => boolean
    /** The operation that the screen begins with: whom main would refuse it is taken to the overview. Absent: nobody. */
    asks?: OperationName
  }
}
