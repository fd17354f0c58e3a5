import type { RouteLocationRaw } from 'vue-router'
import type { Text } from '../../src-main/contract/language'
import type { Image, PlanSummary, StepKind } from '../../src-main/contract/plan'

/** What a kind of step is called, wherever plans, runs and what happened to somebody are told. */
export interface StepLook {
  readonly icon: string
  /** Heading of many steps: `Konten anlegen`. */
  readonly many: Text
  /** What one step does: `Anlegen`. */
  readonly one: Text
  /** Worth a second look before it is done. */
  readonly isGrave?: true
}

/** Why a step is there. `{…}` are the parameters of the reason's code. */
export interface ReasonLook {
  /** In the plan, in a sentence; absent: no plan that is shown has it. */
  readonly why?: Text
  /** Beside what has happened; absent: it says nothing more. */
  readonly told?: Text
  /** What codes in its parameters stand for, by the parameter's name. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, Text>>>>
}

/** What a step is about. */
export interface TargetLook {
  readonly name: Text
  /** The screen where it is at home. */
  readonly home?: {
    readonly icon: string
    readonly label: () => string
    readonly to: (id: string) => RouteLocationRaw
  }
}

/** A field of what a step finds or leaves, in words. */
export interface ImageField {
  readonly label: () => string
  /** A value that is there, in words; empty: it says nothing. Absent: as it is. */
  readonly text?: (value: Exclude<Image[string], null>) => string
  /** It says most about a change; smaller says more. Absent: it stands in no one line. */
  readonly telling?: number
  /** For one line, where that is another word than `text`; empty: it goes without saying. */
  readonly inLine?: (value: Image[string] | undefined) => string
}

/** How the plans of a job are shown. */
export interface PlanLook {
  /** What the job is about, as a person says it: `Konten`. */
  readonly name: Text
  /** As the job's contract declares them. */
  readonly kinds: Readonly<Record<string, StepKind>>
  /** Of each kind, in the order in which people think of them. */
  readonly steps: Readonly<Record<string, StepLook>>
  readonly reasons?: Readonly<Record<string, ReasonLook>>
  /** Of the targets of its steps, by type. */
  readonly targets: Readonly<Record<string, TargetLook>>
  /** Fields of its steps' images, in the order in which a change is told. One without a look keeps its own name. */
  readonly fields?: Readonly<Record<string, ImageField>>
  /** False: only the job's own screens carry it out and take it back (P26). */
  readonly startedHere: boolean
  /**
   * What is to be reviewed as a whole, from a roster for example: what it is called, its picture, and what it was computed
   * from. null: the plan is an everyday change and called by its step.
   */
  review?(
    plan: Pick<PlanSummary, 'basis'>
  ): { readonly title: string; readonly icon: string; readonly facts: readonly string[] } | null
}
