import type { Text } from '../../src-main/contract/language'
import type { RosterStepKind } from '../../src-main/contract/rosterPlan'
import { currentLanguage } from './i18n/i18n'

/** What a kind of step is called, wherever plans, runs and what happened to an account are told. */
interface StepKind {
  readonly icon: string
  /** Heading of many steps: `Konten anlegen`. */
  readonly many: Text
  /** What one step does: `Anlegen`. */
  readonly one: Text
  /** What has happened to the account: `Konto angelegt`. */
  readonly happened: Text
}

/** Every kind of step that the app writes, in the order in which people think of them. */
export const stepKinds = {
  create: {
    icon: 'i-lucide-user-round-plus',
    many: { de: 'Konten anlegen', en: 'Create accounts' },
    one: { de: 'Anlegen', en: 'Create' },
    happened: { de: 'Konto angelegt', en: 'Account created' }
  },
  changeClass: {
    icon: 'i-lucide-school',
    many: { de: 'Klasse wechseln', en: 'Change class' },
    one: { de: 'Klasse wechseln', en: 'Change class' },
    happened: { de: 'Klassen geändert', en: 'Classes changed' }
  },
  rename: {
    icon: 'i-lucide-pencil-line',
    many: { de: 'Angaben berichtigen', en: 'Correct details' },
    one: { de: 'Berichtigen', en: 'Correct' },
    happened: { de: 'Name geändert', en: 'Name changed' }
  },
  reactivate: {
    icon: 'i-lucide-user-round-check',
    many: { de: 'Zurückgekehrte freigeben', en: 'Let returners in again' },
    one: { de: 'Wieder freigeben', en: 'Let in again' },
    happened: { de: 'Wieder aufgenommen', en: 'Taken back in' }
  },
  leave: {
    icon: 'i-lucide-log-out',
    many: { de: 'Als Abgänger sperren', en: 'Suspend as leavers' },
    one: { de: 'Abgänger', en: 'Leaver' },
    happened: { de: 'Als Abgänger vermerkt', en: 'Marked as leaver' }
  },
  createClass: {
    icon: 'i-lucide-users-round',
    many: { de: 'Klassen anlegen', en: 'Create classes' },
    one: { de: 'Klasse anlegen', en: 'Create class' },
    happened: { de: 'Klasse angelegt', en: 'Class created' }
  },
  createContainer: {
    icon: 'i-lucide-folder-plus',
    many: { de: 'Bereiche im Verzeichnis anlegen', en: 'Create directory containers' },
    one: { de: 'Bereich anlegen', en: 'Create container' },
    happened: { de: 'Bereich angelegt', en: 'Container created' }
  },
  resetPassword: {
    icon: 'i-lucide-key-round',
    many: { de: 'Passwort zurücksetzen', en: 'Reset password' },
    one: { de: 'Passwort zurücksetzen', en: 'Reset password' },
    happened: { de: 'Passwort zurückgesetzt', en: 'Password reset' }
  },
  suspend: {
    icon: 'i-lucide-ban',
    many: { de: 'Konto sperren', en: 'Suspend account' },
    one: { de: 'Sperren', en: 'Suspend' },
    happened: { de: 'Gesperrt', en: 'Suspended' }
  },
  liftSuspension: {
    icon: 'i-lucide-lock-open',
    many: { de: 'Sperre aufheben', en: 'Lift suspension' },
    one: { de: 'Sperre aufheben', en: 'Lift suspension' },
    happened: { de: 'Sperre aufgehoben', en: 'Suspension lifted' }
  },
  returnModules: {
    icon: 'i-lucide-blocks',
    many: { de: 'Module zurückgeben', en: 'Give modules back' },
    one: { de: 'Module zurückgeben', en: 'Give modules back' },
    happened: { de: 'Module zurückgegeben', en: 'Modules given back' }
  },
  changeGroups: {
    icon: 'i-lucide-boxes',
    many: { de: 'Gruppen ändern', en: 'Change groups' },
    one: { de: 'Gruppen ändern', en: 'Change groups' },
    happened: { de: 'Gruppen geändert', en: 'Groups changed' }
  },
  refuseModule: {
    icon: 'i-lucide-puzzle',
    many: { de: 'Modul entziehen', en: 'Refuse module' },
    one: { de: 'Modul entziehen', en: 'Refuse module' },
    happened: { de: 'Modul entzogen', en: 'Module refused' }
  },
  allowModule: {
    icon: 'i-lucide-blocks',
    many: { de: 'Modul wieder öffnen', en: 'Open module again' },
    one: { de: 'Modul wieder öffnen', en: 'Open module again' },
    happened: { de: 'Modul zurückgegeben', en: 'Module given back' }
  },
  undo: {
    icon: 'i-lucide-undo-2',
    many: { de: 'Schritte zurücknehmen', en: 'Take steps back' },
    one: { de: 'Zurücknehmen', en: 'Take back' },
    happened: { de: 'Rückgängig gemacht', en: 'Undone' }
  }
} as const satisfies Record<RosterStepKind, StepKind> & Record<string, StepKind>

const known: Readonly<Record<string, StepKind>> = stepKinds
const order = Object.keys(stepKinds)

/** Null: a newer version wrote it. */
function kindOf(kind: string): StepKind | null {
  return Object.hasOwn(known, kind) ? (known[kind] ?? null) : null
}

export function stepIcon(kind: string): string {
  return kindOf(kind)?.icon ?? 'i-lucide-circle-dot'
}

/** Heading of all steps of a kind: `Konten anlegen`. A kind that a newer version wrote keeps its own name. */
export function stepHeading(kind: string): string {
  return kindOf(kind)?.many[currentLanguage()] ?? kind
}

/** What one step does: `Anlegen`. */
export function stepAction(kind: string): string {
  return kindOf(kind)?.one[currentLanguage()] ?? kind
}

/** What a step has done: `Konto angelegt`; null: a newer version wrote it. */
export function stepHappened(kind: string): string | null {
  return kindOf(kind)?.happened[currentLanguage()] ?? null
}

/** The place of a kind among all; unknown ones come last. */
export function stepPlace(kind: string): number {
  return kindOf(kind) === null ? order.length : order.indexOf(kind)
}
