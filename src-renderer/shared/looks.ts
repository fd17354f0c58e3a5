import type { RouteLocationRaw } from 'vue-router'
import type { InboxItem, InboxKind } from '../../src-main/contract/inbox'
import type { Text } from '../../src-main/contract/language'
import type { LedgerEntry, StatementKindName } from '../../src-main/contract/ledger'
import type { OperationName } from '../../src-main/contract/operations'
import type { Role } from '../../src-main/contract/people'
import type { PlanLook } from './planLooks'

/** How the journal shows a kind of statement. */
export interface StatementLook {
  readonly icon: string
  /** What it is about, as the filter of kinds has it: a name that some feature's `areas` explain. */
  readonly area: string
  /** Within its area, smaller stands higher; absent: before those that say it. */
  readonly order?: number
  /** What an entry says, in one sentence; empty: its content is not as its kind declares. */
  readonly sentence: (entry: LedgerEntry) => string
}
export type StatementLooks = Readonly<Partial<Record<StatementKindName, StatementLook>>>

/** An area of the journal's filter of kinds. */
export interface StatementArea {
  readonly name: Text
  /** Smaller stands higher. */
  readonly order: number
}

/** A part of a field, which is a field of its own to whoever reads. */
export interface FieldPart {
  readonly label: Text
  readonly values: readonly string[]
}

/** How the journal shows a field of a statement's body or payload. */
export interface FieldLook {
  /** Where one name has two meanings, by the value. */
  readonly label: Text | ((value: unknown) => Text)
  /** People ask who, what, why, from when to when; smaller stands higher, absent: after all those. */
  readonly order?: number
  /** An id, key or hash: shown aside. */
  readonly technical?: true
  /** Code words that it holds, in people's words. Free text has none. */
  readonly codes?: Readonly<Record<string, Text>>
  /** In more than one word, one line each; none: it says nothing. null: like every other value. */
  readonly values?: (value: unknown, body: Readonly<Record<string, unknown>>) => readonly string[] | null
  /** It is several technical fields. */
  readonly parts?: (value: unknown) => readonly FieldPart[]
}
export type FieldLooks = Readonly<Record<string, FieldLook>>

/** Whom or what statements are about, by what stands before the colon: `case` in `case:<id>`. */
export interface SubjectLook {
  /** What it is called, where main knows a name for it: `Fall 2026-014`. Absent: by that name alone. */
  readonly words?: (name: string) => string
  /** The screen where it is at home, for whom main would answer `asks`. */
  readonly home?: {
    readonly asks: OperationName
    readonly to: (id: string) => string
    readonly label: () => string
  }
}

/** How the start page shows what waits. */
export interface InboxLook {
  readonly icon: string
  readonly tone: 'primary' | 'warning' | 'error'
  readonly title: () => string
  readonly text: (item: InboxItem) => string
  readonly action: () => string
  /** What it is about, before or after the person that main has named. */
  readonly before?: (item: InboxItem) => string
  readonly after?: (item: InboxItem) => string
  /** Since when it waits says nothing. */
  readonly undated?: true
}
export type InboxLooks = Readonly<Partial<Record<InboxKind, InboxLook>>>

/** One thing that waits, whatever it comes from: what it is, about whom, and the way to where it is done. */
export interface StartItem {
  readonly id: string
  /** Before everything else: without it little can be done. */
  readonly leads?: true
  readonly icon: string
  readonly tone: 'primary' | 'warning' | 'error'
  readonly title: string
  /** Whom or what it is about: `Fall 2026-014 · Mia Beispiel, 7b`; empty: nobody in particular. */
  readonly about: string
  readonly text: string
  readonly action: string
  readonly to: RouteLocationRaw
  /** ISO, UTC; null: it has no date. */
  readonly since: string | null
  readonly deadline: string | null
}

/** Something that people of a role begin often. */
export interface Task {
  readonly to: string
  readonly asks: OperationName
  readonly icon: string
  readonly title: () => string
  readonly text: () => string
  /** Whose task it is; smaller comes first, and the start page shows four. */
  readonly roles: Readonly<Partial<Record<Role, number>>>
}

/** Something that Strg/Ctrl+K has found. */
export interface Found {
  readonly label: string
  readonly hint: string
  readonly icon: string
  readonly to: RouteLocationRaw
}

/** Finds by words what is no screen: people, for example. */
export interface Finder {
  readonly id: string
  readonly asks: OperationName
  readonly heading: () => string
  find(words: string): Promise<readonly Found[]>
}

/** How a feature shows what its job declares; journal, start page, plans and command palette ask all of them. */
export interface Looks {
  readonly statements?: StatementLooks
  readonly areas?: Readonly<Record<string, StatementArea>>
  /** Of its statements; what any statement may have stands in `statementFields.ts`. */
  readonly fields?: FieldLooks
  readonly subjects?: Readonly<Record<string, SubjectLook>>
  readonly inbox?: InboxLooks
  /** What waits for whoever is signed in besides the inbox; called while rendering. */
  readonly waits?: () => readonly (StartItem | null)[]
  readonly tasks?: readonly Task[]
  readonly finders?: readonly Finder[]
  /** By `Plan.job`. */
  readonly plans?: Readonly<Record<string, PlanLook>>
}

let looks: readonly Looks[] = []

/** `app/features.ts` hands in what the features contribute. */
export function showBy(contributed: readonly Looks[]): void {
  looks = contributed
}

/** Every kind has one: `tests/unit/renderer/app/looks.test.ts` says so. */
export function statementLook(kind: StatementKindName): StatementLook {
  return found(
    looks.find(({ statements }) => statements?.[kind] !== undefined)?.statements?.[kind],
    `the statement ${kind}`
  )
}

/** A field of a statement as the feature shows it that shows the statement; undefined: not in a way of its own. */
export function fieldLook(kind: StatementKindName, field: string): FieldLook | undefined {
  const fields = looks.find(({ statements }) => statements?.[kind] !== undefined)?.fields
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** Areas of the filter of kinds by name, in order. */
export function statementAreas(): readonly (readonly [string, StatementArea])[] {
  return looks
    .flatMap(({ areas }) => Object.entries(areas ?? {}))
    .toSorted(([, left], [, right]) => left.order - right.order)
}

/** undefined: statements about it stand for themselves. */
export function subjectLook(type: string): SubjectLook | undefined {
  return looks.flatMap(({ subjects }) => Object.entries(subjects ?? {})).find(([name]) => name === type)?.[1]
}

/** Every kind has one, as with `statementLook`. */
export function inboxLook(kind: InboxKind): InboxLook {
  return found(
    looks.map(({ inbox }) => inbox?.[kind]).find((look) => look !== undefined),
    `${kind} in the inbox`
  )
}

export function waits(): readonly (StartItem | null)[] {
  return looks.flatMap((one) => one.waits?.() ?? [])
}

export function tasks(): readonly Task[] {
  return looks.flatMap((one) => one.tasks ?? [])
}

export function finders(): readonly Finder[] {
  return looks.flatMap((one) => one.finders ?? [])
}

/** undefined: a newer version has kept its plans. */
export function planLook(job: string): PlanLook | undefined {
  return planLooks().find(([name]) => name === job)?.[1]
}

/** Of all jobs that plan something, by name. */
export function planLooks(): readonly (readonly [string, PlanLook])[] {
  return looks.flatMap(({ plans }) => Object.entries(plans ?? {}))
}

function found<Look>(look: Look | undefined, what: string): Look {
  if (look === undefined) throw new Error(`no feature shows ${what}`)
  return look
}
