import { randomUUID } from 'node:crypto'
import type { AppointedRole, PublicKeys } from '../../../src-main/contract/people'
import { fail } from '../../../src-main/contract/result'
import { draft, type Draft, type Ledger } from '../../../src-main/core/ledger'
import type { Actor } from '../../../src-main/core/people/actor'
import { makePersonKeys, openKeys, type Signer } from '../../../src-main/core/people/keys'
import type { Signing, Unsealing } from '../../../src-main/core/people/signing'
import type { SealedKeyRow } from '../../../src-main/world/store/port'

const cost = { operations: 1, memory: 8192 }

/** A person of the made-up school who may sign. */
export interface SchoolPerson {
  readonly actor: Actor
  readonly passphrase: string
  readonly appointment: string
}

/** A person with keys that stay open. */
export interface Official {
  readonly person: SchoolPerson
  readonly keys: PublicKeys
  /** The keys as they are kept, sealed with the passphrase. */
  readonly row: SealedKeyRow
  readonly signer: Signer
}

export const officialNames = ['leadership', 'deputy', 'administrator', 'evaluator'] as const
export type OfficialName = (typeof officialNames)[number]
export type Officials = Readonly<Record<OfficialName, Official>>

let made: Promise<Officials> | null = null

/** The same people for all tests of a file: their keys are costly to make. */
export function officials(): Promise<Officials> {
  made ??= Promise.all(officialNames.map((name) => makeOfficial(name, roleOf(name)))).then(
    ([leadership, deputy, administrator, evaluator]) => {
      if (!leadership || !deputy || !administrator || !evaluator) throw new Error('nobody was made')
      return { leadership, deputy, administrator, evaluator }
    }
  )
  return made
}

function roleOf(name: OfficialName): AppointedRole {
  return name === 'deputy' ? 'leadership' : name
}

/** Somebody with keys; nobody is appointed by it. */
export async function makeOfficial(name: string, role: AppointedRole): Promise<Official> {
  const person = randomUUID()
  const names = { login: name, givenName: 'Rosa', familyName: name }
  const passphrase = `${name}: vier Worte genügen`
  const { keys, row, signer } = await makePersonKeys(person, passphrase, '2026-01-01T00:00:00.000Z', cost)
  const actor = {
    person,
    names,
    roles: [role],
    deputy: name === 'deputy',
    classes: [],
    fingerprint: signer.fingerprint
  }
  return { person: { actor, passphrase, appointment: randomUUID() }, keys, row, signer }
}

/** Founds the case file of the made-up school and appoints its people. */
export async function found(ledger: Ledger, people: Officials): Promise<void> {
  const { leadership, ...others } = people
  const { actor } = leadership.person
  const person = actor.person ?? ''
  const founding = draft(
    'founding',
    `person:${person}`,
    {
      school: 'Gesamtschule am Lindenhain',
      leadership: { person, keys: leadership.keys },
      devices: [ledger.device.fingerprint]
    },
    { names: actor.names }
  )
  const { signer } = leadership
  const founded = await ledger.append([
    { signer, draft: founding },
    ...Object.values(others).map((official) => ({ signer, draft: appointmentOf(official) }))
  ])
  if (!founded.ok) throw new Error(JSON.stringify(founded.failure))
}

/** The appointment of a person, in their own role or another. */
export function appointmentOf(
  { person: { actor, appointment }, keys }: Official,
  as: { readonly role: AppointedRole; readonly appointment: string } | null = null
): Draft {
  const [own] = actor.roles
  const role = as?.role ?? (own === 'teacher' || own === undefined ? 'evaluator' : own)
  const person = actor.person ?? ''
  return draft(
    'appointment.made',
    `person:${person}`,
    {
      appointment: as?.appointment ?? appointment,
      person,
      role,
      deputy: actor.deputy,
      from: '2026-01-01',
      until: null,
      keys
    },
    { names: actor.names, scope: '' }
  )
}

/** Asks for the passphrase like the app's own signing, without its costly derivation. */
export function signingOf(people: Readonly<Record<string, Official>>): Signing & Unsealing {
  return {
    needsPassphrase: true,
    async sign(actor, passphrase, work) {
      const found = Object.values(people).find(({ person }) => person.actor.person === actor.person)
      if (found === undefined) return fail('people.noKey', { name: actor.names.login })
      return found.person.passphrase === passphrase ? work(found.signer) : fail('people.wrongPassphrase')
    },
    async unseal({ fingerprint, names }, passphrase, work) {
      const found = Object.values(people).find(({ row }) => row.fingerprint === fingerprint)
      if (found === undefined) return fail('people.noKey', { name: names.login })
      const opened = await openKeys(found.row, passphrase)
      return opened.ok ? work(opened.value) : opened
    }
  }
}
