import {
  membershipsSchema,
  suspensionSchema,
  type Account,
  type AccountState,
  type PersonKind
} from '../../contract/accounts'
import type { Holding, HoldingFact } from '../../contract/disclosures'
import { accountFieldNames, fieldWord } from '../../contract/fields'
import type { Text } from '../../contract/language'
import type { Image } from '../../contract/plan'
import { happenedBy } from '../../contract/planKinds'
import { germanDateOf } from '../../core/documents/words'
import { data, day, dayOf, whether, words, written } from '../../desks/holdings'
import type { HoldingSubject } from '../../desks/job'
import type { PendingSlip } from '../../contract/slips'
import type { JournalEntry, PersonRegister, PlanJournal } from '../../world/store/port'

export interface AccountHoldingParts {
  readonly store: Pick<
    PlanJournal & PersonRegister,
    'historyOf' | 'birthDates' | 'usedLogins' | 'dueSuspensions'
  >
  readonly pendingSlips: () => Promise<readonly PendingSlip[]>
}

const states: Readonly<Record<AccountState, Text>> = {
  active: { de: 'aktiv', en: 'active' },
  suspended: { de: 'gesperrt', en: 'suspended' },
  suspendedUntil: { de: 'bis zu einem Tag gesperrt', en: 'suspended until a day' },
  lockedOut: { de: 'nach falschen Passwörtern ausgesperrt', en: 'locked out after wrong passwords' },
  expired: { de: 'abgelaufen', en: 'expired' },
  leaver: { de: 'Abgänger', en: 'leaver' }
}

const kinds: Readonly<Record<PersonKind, Text>> = {
  pupil: { de: 'Schülerin oder Schüler', en: 'pupil' },
  teacher: { de: 'Lehrkraft', en: 'teacher' },
  staff: { de: 'Personal', en: 'staff' },
  guardian: { de: 'Erziehungsberechtigte', en: 'guardian' },
  other: { de: 'andere Person', en: 'other person' }
}

/** The entry in the directory, what Netzwart did to it, and a provisional password that waits (P3, P27). */
export async function accountHoldings(
  { store, pendingSlips }: AccountHoldingParts,
  { person, account }: HoldingSubject
): Promise<readonly Holding[]> {
  const history = await store.historyOf(person)
  const waits = account !== null && (await pendingSlips()).some((slip) => slip.account === person)
  return [
    ...(account === null ? [] : [entryOf(account, waits)]),
    ...(await rememberedOf(store, person, account)),
    ...history.filter(({ record }) => record.outcome === 'done' || record.outcome === 'undone').map(stepOf)
  ]
}

function entryOf(account: Account, waits: boolean): Holding {
  const { suspension } = account
  return {
    id: 'account',
    area: 'account',
    at: null,
    title: { de: 'Konto im Verzeichnis der Schule', en: 'Account in the school’s directory' },
    facts: [
      ...data(field('givenName'), account.givenName),
      ...data(field('familyName'), account.familyName),
      ...data(field('displayName'), account.displayName),
      ...data(field('login'), account.login),
      ...data(field('mail'), account.mail),
      ...data(field('schoolId'), account.schoolId),
      ...words(field('kind'), kinds[account.kind]),
      ...data(field('classes'), account.classes.join(', ')),
      ...data(field('groups'), account.groups.join(', ')),
      ...words({ de: 'Zustand', en: 'State' }, states[account.state]),
      ...(suspension.kind === 'until'
        ? dayOf({ de: 'Wieder frei ab', en: 'Free again from' }, suspension.until)
        : []),
      ...day(field('leaverSince'), account.leaverSince),
      ...whether(field('mustChangePassword'), account.mustChangePassword),
      ...dayOf({ de: 'Angelegt am', en: 'Created on' }, account.createdAt),
      ...dayOf(
        { de: 'Letzte Anmeldung, soweit bekannt', en: 'Last sign-in as far as known' },
        account.lastSignIn
      ),
      ...data({ de: 'Kennung im Verzeichnis', en: 'Id in the directory' }, account.id),
      ...data({ de: 'Ort im Verzeichnis', en: 'Place in the directory' }, account.dn),
      ...whether(
        { de: 'Vorläufiges Passwort noch nicht gedruckt', en: 'Provisional password not printed yet' },
        waits
      )
    ],
    underWay: false
  }
}

/** What rosters and plans have told of the person and no directory keeps. */
async function rememberedOf(
  store: AccountHoldingParts['store'],
  person: string,
  account: Account | null
): Promise<readonly Holding[]> {
  const used = await store.usedLogins()
  const login = used.find((one) => one.login.toLowerCase() === account?.login.toLowerCase())
  const until = (await store.dueSuspensions()).get(person) ?? null
  const facts = [
    ...day(
      { de: 'Geburtsdatum laut Schülerliste', en: 'Birth date as the roster says' },
      (await store.birthDates()).get(person)
    ),
    ...dayOf({ de: 'Sperre endet am', en: 'Suspension ends on' }, until),
    ...day({ de: 'Anmeldename zuletzt benutzt am', en: 'Login last in use on' }, login?.lastSeen)
  ]
  if (facts.length === 0) return []
  const title = { de: 'Gemerktes zum Konto', en: 'Remembered about the account' }
  return [{ id: 'remembered', area: 'account', at: null, title, facts, underWay: false }]
}

function stepOf({ plan, step, record }: JournalEntry): Holding {
  const { parameters } = step.reason
  return {
    id: `step:${plan}:${step.id}:${record.outcome}`,
    area: 'history',
    at: record.at,
    title: happenedBy(step.kind) ?? { de: step.kind, en: step.kind },
    facts: [
      ...(record.outcome === 'undone'
        ? words({ de: 'Stand', en: 'Standing' }, { de: 'zurückgenommen', en: 'taken back' })
        : []),
      ...changes(step.before, step.after),
      ...written({ de: 'Grund', en: 'Reason' }, textOf(parameters['text']))
    ],
    underWay: false
  }
}

function changes(before: Image | null, after: Image | null): readonly HoldingFact[] {
  const names = Object.keys({ ...before, ...after })
  const known = [...accountFieldNames.filter((name) => names.includes(name))]
  return known.flatMap((name) => {
    const [was, is] = [valueOf(name, before?.[name]), valueOf(name, after?.[name])]
    if (was === is) return []
    return data(field(name), was === '' ? is : `${was} → ${is === '' ? '–' : is}`)
  })
}

/** As German papers write it; empty: nothing. */
function valueOf(name: string, value: Image[string] | undefined): string {
  if (value === undefined || value === null) return ''
  if (name === 'suspension') {
    const suspension = suspensionSchema.safeParse(value).data
    if (suspension === undefined || suspension.kind === 'none') return ''
    return suspension.kind === 'forever'
      ? states.suspended.de
      : `gesperrt, frei ab ${germanDateOf(suspension.until)}`
  }
  if (name === 'memberships') {
    const held = (membershipsSchema.safeParse(value).data ?? []).filter(({ member }) => member)
    return held.map(({ group }) => group).join(', ')
  }
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  return typeof value === 'string' ? value : ''
}

function field(name: string): Text {
  return { de: fieldWord(name, 'de'), en: fieldWord(name, 'en') }
}

/** Parameters of a reason can be numbers; what somebody has typed is none. */
function textOf(value: string | number | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
