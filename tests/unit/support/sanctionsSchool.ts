import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { OperationName, OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import type { AppointedRole, PublicKeys } from '../../../src-main/contract/people'
import { fail, succeed, type Failure, type Result } from '../../../src-main/contract/result'
import type { Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { defaultSettings, type Settings } from '../../../src-main/contract/settings'
import { draft, Ledger } from '../../../src-main/core/ledger'
import type { Actor } from '../../../src-main/core/people/actor'
import { deviceSigner, makePersonKeys, type Signer } from '../../../src-main/core/people/keys'
import type { Signing } from '../../../src-main/core/people/signing'
import { createSanctionsJob, sanctionsRule, type SanctionsJob } from '../../../src-main/jobs/sanctions'
import type { Directory } from '../../../src-main/world/directory/port'
import type { Store } from '../../../src-main/world/store/port'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { MemoryDirectory } from './memoryDirectory'
import { MemoryHead } from './memoryLedger'

const cost = { operations: 1, memory: 8192 }

export interface SchoolPerson {
  readonly actor: Actor
  readonly passphrase: string
  readonly appointment: string
}

interface Appointed {
  readonly person: SchoolPerson
  readonly keys: PublicKeys
  readonly signer: Signer
}

/** Asks for the passphrase like the app's own, without its costly derivation. */
function signingOf(people: readonly Appointed[]): Signing {
  return {
    needsPassphrase: true,
    async sign(actor, passphrase, work) {
      const found = people.find(({ person }) => person.actor.person === actor.person)
      if (found === undefined) return fail('people.noKey', { name: actor.names.login })
      return found.person.passphrase === passphrase ? work(found.signer) : fail('people.wrongPassphrase')
    }
  }
}

/** The groups that open modules in the made-up school. */
export const moduleGroups = { wlan: 'modul-wlan', mail: 'modul-mail', forum: 'modul-forum' } as const

type SanctionsOperation = Extract<OperationName, `sanctions.${string}`>

/** A founded school with a person for each role, a store of its own in a folder and a directory. */
export class SanctionsSchool {
  /** Who sits at the window. */
  present: SchoolPerson | null = null
  /** Why the directory cannot be reached; null: it can. */
  away: Failure | null = null
  settings: Settings = { ...defaultSettings, modules: moduleGroups }
  readonly saved: string[] = []
  readonly told: string[] = []
  readonly job: SanctionsJob

  private constructor(
    readonly folder: string,
    readonly store: Store,
    readonly ledger: Ledger,
    readonly device: Signer,
    readonly memory: MemoryHead,
    readonly directory: Directory,
    readonly people: Readonly<Record<'leadership' | 'deputy' | 'administrator' | 'evaluator', SchoolPerson>>,
    private readonly appointed: readonly Appointed[]
  ) {
    this.job = this.jobOn(ledger)
  }

  /** Signs as the leadership, past the job. */
  get leadershipSigner(): Signer {
    return this.signerOf(this.people.leadership)
  }

  signerOf(person: SchoolPerson): Signer {
    return this.of(person).signer
  }

  keysOf(person: SchoolPerson): PublicKeys {
    return this.of(person).keys
  }

  private of({ actor }: SchoolPerson): Appointed {
    const found = this.appointed.find(({ person }) => person.actor.person === actor.person)
    if (found === undefined) throw new Error(`nobody appointed ${actor.names.login}`)
    return found
  }

  /** The job of another PC on the same store and directory. */
  jobOn(ledger: Ledger): SanctionsJob {
    const { store, directory } = this
    return createSanctionsJob({
      ledger,
      store,
      directory: {
        ask: async (question) =>
          this.away === null ? question(directory) : { ok: false, failure: this.away },
        changed: async () => undefined
      },
      settings: async () => succeed(this.settings),
      announce: (name) => void this.told.push(name),
      clock: { now: () => new Date() },
      signing: signingOf(this.appointed),
      actor: () => this.present?.actor ?? null,
      desk: {
        savePdf: async ({ suggestedName, page }) => {
          const html = await page()
          if (!html.ok) return html
          this.saved.push(html.value)
          return succeed({ file: suggestedName })
        },
        saveFile: async () => fail('application.printingFailed'),
        remember: () => undefined
      }
    })
  }

  /** Opens the folder's store, founds its case file where it is not, and opens the job. */
  static async open<Own extends Directory>(directory: Own): Promise<SanctionsSchool & { directory: Own }> {
    const folder = join(tmpdir(), `netzwart-sanctions-${randomBytes(6).toString('hex')}`)
    const store = valueOf(await openSqliteStore(folder))
    onTestFinished(async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    })
    const device = deviceSigner(randomBytes(32))
    const memory = new MemoryHead()
    const ledger = await Ledger.open({
      shelf: store,
      device,
      computer: 'PC-Büro',
      rules: [sanctionsRule],
      memory
    })
    const leadership = await appointed(store, ledger, 'leadership', null)
    const deputy = await appointed(store, ledger, 'leadership', leadership.signer, true)
    const administrator = await appointed(store, ledger, 'administrator', leadership.signer)
    const evaluator = await appointed(store, ledger, 'evaluator', leadership.signer)
    const people = {
      leadership: leadership.person,
      deputy: deputy.person,
      administrator: administrator.person,
      evaluator: evaluator.person
    }
    const school = new SanctionsSchool(folder, store, ledger, device, memory, directory, people, [
      ...[leadership, deputy, administrator, evaluator]
    ])
    school.present = people.administrator
    return school as SanctionsSchool & { directory: Own }
  }

  /** Asks as whoever is present. */
  async ask<Name extends SanctionsOperation>(
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    return this.job.handlers[name](input)
  }

  /** Asks as somebody. */
  async as<Name extends SanctionsOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    this.present = who
    return this.ask(name, input)
  }

  /** Opens and proposes a case as the administrator. */
  async propose(account: string, ...measures: readonly Measure[]): Promise<SanctionCase> {
    return valueOf(await this.tryToPropose(this.people.administrator, account, ...measures))
  }

  async tryToPropose(
    who: SchoolPerson,
    account: string,
    ...measures: readonly Measure[]
  ): Promise<Result<SanctionCase>> {
    return this.as(who, 'sanctions.open', {
      account,
      rule: 'P18',
      happenedOn: '2026-11-20',
      facts: 'Hat im Informatikraum den Filter umgangen.',
      evidence: [{ reference: 'Aktenvermerk 12' }],
      measures: [...measures],
      reasons: 'Zum zweiten Mal.',
      passphrase: who.passphrase
    })
  }

  /** Approves what was proposed. */
  async approve(proposed: SanctionCase, who = this.people.leadership): Promise<Result<SanctionCase>> {
    return this.as(who, 'sanctions.decide', {
      case: proposed.id,
      version: proposed.version,
      outcome: 'approved',
      measures: proposed.proposal?.measures ?? [],
      plan: proposed.proposal?.plan ?? null,
      reasons: 'Nach Anhörung.',
      passphrase: who.passphrase
    })
  }

  /** Decides to lift what is in force. */
  async lift(inForce: SanctionCase, who = this.people.leadership): Promise<Result<SanctionCase>> {
    this.present = who
    const preview = await this.ask('sanctions.previewLift', { case: inForce.id })
    if (!preview.ok) return preview
    return this.ask('sanctions.decideLift', {
      case: inForce.id,
      version: inForce.version,
      plan: preview.value.plan,
      reasons: 'Hat sich gebessert.',
      passphrase: who.passphrase
    })
  }

  /** The case as the leadership sees it. */
  async look(id: string): Promise<SanctionCase> {
    return valueOf(await this.as(this.people.leadership, 'sanctions.case', { case: id }))
  }

  /** The kinds of the statements about a case, in order. */
  kindsOf(id: string): string[] {
    return this.ledger.about(`case:${id}`).map(({ statement }) => statement.kind)
  }
}

/** A directory in memory with the modules' groups and a pupil who is in all of them. */
export function pupilIn(directory: MemoryDirectory, login = 'k.beispiel'): string {
  const groups = Object.values(moduleGroups)
  for (const name of groups) directory.seedGroup(name, false)
  const seeded = directory.seed({
    login,
    givenName: 'Kim',
    familyName: 'Beispiel',
    classes: ['7b'],
    groups: [...groups, 'schach-ag']
  })
  return seeded.id
}

/** Lets the clock stand at an instant on this PC's calendar; only dates are held, timers run. */
export function clockAt(local: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(local) })
  onTestFinished(() => void vi.useRealTimers())
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** The code of a result that must be a failure. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'succeeded' : result.failure.code
}

async function appointed(
  store: Store,
  ledger: Ledger,
  role: AppointedRole,
  by: Signer | null,
  deputy = false
): Promise<Appointed> {
  const person = randomUUID()
  const names = { login: deputy ? 'deputy' : role, givenName: 'Rosa', familyName: deputy ? 'Deputy' : role }
  const passphrase = `${names.login}: vier Worte genügen`
  const at = new Date().toISOString()
  const { keys, row, signer } = await makePersonKeys(person, passphrase, at, cost)
  await store.keepKey(row)
  const appointment = randomUUID()
  const said =
    by === null
      ? draft(
          'founding',
          `person:${person}`,
          {
            school: 'Gesamtschule am Lindenhain',
            leadership: { person, keys },
            devices: [ledger.device.fingerprint]
          },
          { names }
        )
      : draft(
          'appointment.made',
          `person:${person}`,
          { appointment, person, role, deputy, from: '2026-01-01', until: null, keys },
          { names, scope: '' }
        )
  valueOf(await ledger.append([{ signer: by ?? signer, draft: said }]))
  const actor = { person, names, roles: [role], deputy, classes: [], fingerprint: signer.fingerprint }
  return { person: { actor, passphrase, appointment }, keys, signer }
}
