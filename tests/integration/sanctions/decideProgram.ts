import type { ModuleGroups } from '../../../src-main/contract/modules'
import type { Role } from '../../../src-main/contract/people'
import { fail, succeed, type Result } from '../../../src-main/contract/result'
import { defaultSettings } from '../../../src-main/contract/settings'
import { Ledger } from '../../../src-main/core/ledger'
import { deviceSigner } from '../../../src-main/core/people/keys'
import { PassphraseSigning } from '../../../src-main/core/people/signing'
import { Throttle } from '../../../src-main/core/people/throttle'
import { ledgerWitness, PlanDesk } from '../../../src-main/desks/plans'
import { createSanctionsJob, decidedAt, sanctionsRule } from '../../../src-main/jobs/sanctions'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { asked } from '../../unit/support/asked'
import { MemoryHead } from '../../unit/support/memoryLedger'

/** What the program is told on its standard input. */
export interface DecideOrder {
  readonly folder: string
  /** Of the device key, hex. */
  readonly seed: string
  readonly case: string
  /** The groups of the modules. */
  readonly modules: ModuleGroups
  readonly leadership: { readonly person: string; readonly fingerprint: string; readonly passphrase: string }
  readonly server: {
    readonly url: string
    readonly bindDn: string
    readonly bindPassword: string
    readonly baseDn: string
    readonly caCertificate: string
  }
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/**
 * Approves a case in a process of its own, which may be killed. Says `decided` once the approval is in the ledger, before
 * it is carried out, and the state of the case when all is done.
 */
async function main(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const order = JSON.parse(Buffer.concat(chunks).toString()) as DecideOrder
  const store = valueOf(await openSqliteStore(order.folder))
  const ledger = await Ledger.open({
    shelf: store,
    device: deviceSigner(Buffer.from(order.seed, 'hex')),
    computer: 'PC-Büro',
    rules: [sanctionsRule],
    memory: new MemoryHead()
  })
  const { url, bindDn, bindPassword, baseDn, caCertificate } = order.server
  const directory = valueOf(
    await openOpenLdapDirectory(
      { profile: 'openldap', url, bindDn, baseDn, caCertificate, layout: null },
      bindPassword
    )
  )
  const { person, fingerprint, passphrase } = order.leadership
  const roles: Role[] = ['leadership']
  const names = { login: 'leadership', givenName: 'Rosa', familyName: 'leadership' }
  const signing = new PassphraseSigning(store, new Throttle(() => Date.now()))
  const actor = () => ({ person, names, roles, deputy: false, classes: [], fingerprint })
  const witness = ledgerWitness({ ledger, signing, actor, decidedAt: (hash) => decidedAt(ledger, hash) })
  const job = createSanctionsJob({
    ledger,
    store,
    plans: new PlanDesk({ store, announce: () => undefined, now: () => new Date(), witness }),
    directory: {
      open: async () => succeed(directory),
      ask: (question) => question(directory),
      note: () => undefined,
      changed: async () => undefined
    },
    settings: async () => succeed(defaultSettings),
    mappedModules: async () => succeed(order.modules),
    announce: () => undefined,
    clock: { now: () => new Date() },
    origins: () => ({}),
    signing,
    desk: {
      savePdf: async () => fail('application.printingFailed'),
      saveFile: async () => fail('application.printingFailed'),
      remember: () => undefined
    }
  })
  ledger.onChange(() => {
    if (ledger.items.at(-1)?.statement?.kind === 'case.decided') process.stdout.write('decided\n')
  })
  const handlers = asked(job.handlers, actor)
  const seen = valueOf(await handlers['sanctions.case']({ case: order.case }))
  const decided = await handlers['sanctions.decide']({
    case: order.case,
    version: seen.version,
    outcome: 'approved',
    measures: seen.proposal?.measures ?? [],
    plan: seen.proposal?.plan ?? null,
    reasons: 'Nach Anhörung.',
    passphrase
  })
  process.stdout.write(`${valueOf(decided).state}\n`)
  await directory.close()
  await store.close()
}

await main()
