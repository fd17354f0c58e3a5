import { createHash, randomUUID } from 'node:crypto'
import { agreementText } from '../contract/agreement'
import { succeed, type Result } from '../contract/result'
import { germanDayOf } from '../core/calendar'
import { draft, type Entry, type Ledger } from '../core/ledger'
import { makePersonKeys, type NewPersonKeys } from '../core/people/keys'
import type { Store } from '../world/store/port'
import { demoSignatories, type DemoSignatory } from './people'

export { demoPeople } from './people'

export interface DemoCaseFileParts {
  readonly store: Store
  readonly ledger: Ledger
  readonly clock: { now(): Date }
  readonly computer: string
}

/** The demo's passphrases stand on its sign-in page; making them slow to guess would only make the start slow. */
const demoCost = { operations: 1, memory: 8_388_608 }

interface DemoKey {
  readonly signatory: DemoSignatory
  readonly made: NewPersonKeys
}

/**
 * Founds the case file of the demo school, where nothing stands in it yet, with a person for each role.
 */
export async function furnishDemo({ store, ledger, clock }: DemoCaseFileParts): Promise<Result<undefined>> {
  if (ledger.isFounded) return succeed()
  const at = clock.now().toISOString()
  const keys = await Promise.all(
    demoSignatories().map(async (signatory): Promise<DemoKey> => {
      const made = await makePersonKeys(signatory.id, signatory.passphrase, at, demoCost)
      return { signatory, made }
    })
  )
  for (const { made } of keys) await store.keepKey(made.row)
  const founded = await ledger.append(foundingEntries(ledger, keys, at))
  for (const { made } of keys) made.signer.wipe()
  return founded.ok ? succeed() : founded
}

function foundingEntries(ledger: Ledger, keys: readonly DemoKey[], at: string): Entry[] {
  const [leadership, ...others] = keys
  if (leadership === undefined) return []
  const { signer } = leadership.made
  const founding = draft(
    'founding',
    `person:${leadership.signatory.id}`,
    {
      school: 'Gesamtschule am Lindenhain',
      leadership: { person: leadership.signatory.id, keys: leadership.made.keys },
      devices: [ledger.device.fingerprint]
    },
    { names: leadership.signatory.names }
  )
  const entries: Entry[] = [{ signer, draft: founding }]
  for (const { signatory, made } of others) {
    const { id, names, role, deputy, scope } = signatory
    const body = {
      appointment: randomUUID(),
      person: id,
      role,
      deputy,
      from: germanDayOf(at),
      until: null,
      keys: made.keys
    }
    entries.push({ signer, draft: draft('appointment.made', `person:${id}`, body, { names, scope }) })
    if (role === 'administrator') {
      const text = createHash('sha256').update(agreementText('de'), 'utf8').digest('hex')
      entries.push({
        signer: made.signer,
        draft: draft('agreement.signed', `person:${id}`, { agreement: 'administrator', text }, null)
      })
    }
  }
  return entries
}
