import { statementKindNames, type StatementKindName } from '../../../src-main/contract/ledger'

/** Kinds of entries by what they are about, in the order of the filter. */
export const kindAreas = {
  cases: [
    'case.opened',
    'case.proposed',
    'case.hearing',
    'case.decided',
    'case.withdrawn',
    'case.enforced',
    'case.enforcementFailed',
    'case.expired',
    'case.liftDecided',
    'case.lifted',
    'case.ended'
  ],
  people: ['founding', 'appointment.made', 'appointment.revoked', 'key.revoked', 'agreement.signed'],
  accounts: ['plan.begun', 'plan.ended'],
  signIns: ['session.signedIn'],
  copies: ['copy.made'],
  upkeep: [
    'settings.changed',
    'connection.changed',
    'backup.made',
    'store.moved',
    'device.registered',
    'clock.wentBack'
  ]
} as const satisfies Record<string, readonly StatementKindName[]>

export type KindArea = keyof typeof kindAreas
export const kindAreaNames = Object.keys(kindAreas) as readonly KindArea[]

/** What the filter of kinds holds: a whole area or one kind. */
export type KindChoice = KindArea | StatementKindName

/** Reads a choice; null: it is none. */
export function kindChoiceOf(text: string | null): KindChoice | null {
  return [...kindAreaNames, ...statementKindNames].find((choice) => choice === text) ?? null
}

/** The kinds that a choice stands for; none: all. */
export function kindsOf(choice: KindChoice | null): readonly StatementKindName[] {
  if (choice === null) return []
  return isArea(choice) ? kindAreas[choice] : [choice]
}

function isArea(choice: KindChoice): choice is KindArea {
  return Object.hasOwn(kindAreas, choice)
}
