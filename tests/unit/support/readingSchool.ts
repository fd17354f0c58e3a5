import { join } from 'node:path'
import { accountQuerySchema, type Account } from '../../../src-main/contract/accounts'
import type { Handlers } from '../../../src-main/contract/handlers'
import { ledgerQuerySchema } from '../../../src-main/contract/ledger'
import { permits, type OperationName, type OperationOutput } from '../../../src-main/contract/operations'
import type { Role } from '../../../src-main/contract/people'
import { stepQuerySchema } from '../../../src-main/contract/plan'
import { fail, succeed, type Result } from '../../../src-main/contract/result'
import { copyRecorder } from '../../../src-main/core/ledger'
import type { Actor } from '../../../src-main/core/people/actor'
import { SharedDirectory } from '../../../src-main/desks/directory'
import { ledgerWitness, PlanDesk } from '../../../src-main/desks/plans'
import { createAccountsJob } from '../../../src-main/jobs/accounts'
import { createDocumentsJob } from '../../../src-main/jobs/documents'
import { createInboxJob } from '../../../src-main/jobs/inbox'
import { createJournalJob } from '../../../src-main/jobs/journal'
import { checkExportedPlans, decidedAt, sanctionsRule } from '../../../src-main/jobs/sanctions'
import { localFiles } from '../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import { settingsOf } from './accountsJob'
import { asked } from './asked'
import { MemoryDirectory } from './memoryDirectory'
import { signingOf } from './sanctionsPeople'
import { moduleGroups, SanctionsSchool, valueOf } from './sanctionsSchool'

/** Words that occur in one place only, so that an answer shows what it tells. */
export const words = {
  /** A pupil of the asking teacher's class 7b, and of the case that the asking evaluator has opened. */
  own: { name: 'Eigenkind', facts: 'Sachverhalt-eins', note: 'Vermerk-eins', reason: 'Anlass-eins' },
  /** A pupil of another class, and of the administrator's case. */
  other: { name: 'Fremdkind', facts: 'Sachverhalt-zwei', note: 'Vermerk-zwei', reason: 'Anlass-zwei' },
  /** A teacher of class 7b. */
  colleague: { name: 'Kollegin', note: 'Vermerk-drei' }
} as const

type Whom = keyof typeof words

/** What the jobs of a case file answer whoever sits there. */
export interface ReadingSchool {
  readonly school: SanctionsSchool
  readonly accounts: Readonly<Record<Whom, Account>>
  readonly cases: { readonly own: string; readonly other: string }
  /** Where dialogs save; null: they are closed. */
  readonly dialog: { target: string | null }
  readonly file: (name: string) => string
  readonly opened: string[]
  /** The asking person with these roles: evaluator of `own`, teacher of 7b. null: nobody. */
  sits(held: readonly Role[] | null): void
  close(): Promise<void>
  /** As the gateway asks: the role first, then the job. */
  ask<Name extends OperationName>(
    name: Name,
    input: Parameters<Handlers[Name]>[0]
  ): Promise<Result<OperationOutput<Name>>>
}

/** A school with two cases, suspended accounts and passwords that wait to be printed. */
export async function openReadingSchool(
  names: Readonly<Record<Whom, string>> = {
    own: words.own.name,
    other: words.other.name,
    colleague: words.colleague.name
  }
): Promise<ReadingSchool> {
  let close = async (): Promise<void> => undefined
  const directory = new MemoryDirectory()
  for (const name of Object.values(moduleGroups)) directory.seedGroup(name, false)
  for (const name of ['7b', '9c']) directory.seedGroup(name, true)
  const groups = Object.values(moduleGroups)
  const seeded = (whom: Whom, kind: Account['kind'], schoolClass: string): Account =>
    directory.seed({
      login: whom,
      familyName: names[whom],
      givenName: 'Kim',
      displayName: `Kim ${names[whom]}`,
      schoolId: whom,
      kind,
      classes: [schoolClass],
      groups
    })
  const accounts = {
    own: seeded('own', 'pupil', '7b'),
    other: seeded('other', 'pupil', '9c'),
    colleague: seeded('colleague', 'teacher', '7b')
  }
  const school = await SanctionsSchool.open(directory, (work) => (close = work))
  const { ledger, store, officials } = school
  const actor = (): Actor | null => school.present?.actor ?? null
  const dialog: ReadingSchool['dialog'] = { target: null }
  const opened: string[] = []
  const recordCopy = copyRecorder(ledger)
  const desktop = {
    chooseFiles: async () => null,
    chooseFolder: async () => null,
    chooseSaveTarget: async () => dialog.target,
    openDocument: async (file: string) => {
      opened.push(file)
      return succeed()
    },
    notify: () => undefined
  }
  const printer = { toPdf: async (html: string) => succeed(new TextEncoder().encode(html)) }
  const documents = createDocumentsJob({ desktop, printer, files: localFiles, actor, recordCopy })
  const plans = new PlanDesk({
    store,
    announce: () => undefined,
    now: () => new Date(),
    witness: ledgerWitness({
      ledger,
      signing: signingOf(officials),
      actor,
      decidedAt: (hash) => decidedAt(ledger, hash)
    })
  })
  const settings = settingsOf(store, ledger)
  const accountsJob = createAccountsJob({
    language: () => 'de',
    store,
    secretBox: valueOf(await openDeviceSecretBox(school.folder)),
    files: localFiles,
    announce: () => undefined,
    actor,
    plans,
    decisions: school.job,
    recordCopy,
    desk: documents.desk,
    ledger,
    settings,
    clock: { now: () => new Date() },
    checkClock: async () => succeed(),
    demo: { roster: async () => succeed({ name: 'demo.csv', bytes: new Uint8Array() }) },
    directory: new SharedDirectory({
      access: { open: async () => succeed(directory), lost: () => undefined },
      register: store
    }),
    printer,
    desktop
  })
  const sanctions = school.jobOn(store, ledger, documents.desk)
  const journal = createJournalJob({
    ledger,
    verification: () => ledger.verification,
    verify: () => ledger.verify(),
    rules: [sanctionsRule],
    actor,
    desk: documents.desk,
    files: localFiles,
    clock: { now: () => new Date() },
    subjects: () => ({ case: sanctions }),
    recordCopy,
    checkPlans: checkExportedPlans,
    plansForExport: async (mayRead) => ({ plans: await sanctions.plansForExport(mayRead), settings: [] })
  })
  const inbox = createInboxJob({
    inboxItems: (reader) => [journal, sanctions, accountsJob].flatMap((job) => job.inboxItems(reader)),
    actor,
    notify: () => undefined
  })
  const handlers: Partial<Handlers> = {
    ...asked(
      {
        ...accountsJob.handlers,
        ...plans.handlers,
        ...settings.handlers,
        ...sanctions.handlers,
        ...journal.handlers,
        ...inbox.handlers
      },
      actor
    ),
    ...documents.handlers
  }

  const { administrator, evaluator } = school.people
  const openCase = async (who: typeof evaluator, whom: 'own' | 'other'): Promise<string> => {
    school.present = who
    const made = await asked(sanctions.handlers, actor)['sanctions.open']({
      account: accounts[whom].id,
      rule: 'P18',
      happenedOn: '2026-11-20',
      facts: words[whom].facts,
      evidence: [],
      measures: [{ kind: 'moduleRefusal', module: 'wlan', until: null }],
      reasons: 'Zum zweiten Mal.',
      passphrase: who.passphrase
    })
    return valueOf(made).id
  }
  const cases = { own: await openCase(evaluator, 'own'), other: await openCase(administrator, 'other') }
  school.present = administrator
  for (const whom of ['own', 'other'] as const) {
    const { id } = accounts[whom]
    valueOf(
      await asked(accountsJob.handlers, actor)['accounts.suspend']({
        account: id,
        until: null,
        reason: words[whom].reason
      })
    )
  }
  for (const whom of ['own', 'other', 'colleague'] as const) {
    const { id } = accounts[whom]
    valueOf(await accountsJob.resetPassword(id, 'knownInPerson', words[whom].note))
  }

  return {
    school,
    accounts,
    cases,
    close: () => close(),
    dialog,
    file: (name) => join(school.folder, name),
    opened,
    sits(held) {
      const asker = { ...evaluator.actor, roles: held ?? [], classes: ['7b'] }
      school.present = held === null ? null : { ...evaluator, actor: asker }
    },
    async ask(name, input) {
      if (!permits(name, actor()?.roles ?? null)) return fail('application.notAllowed')
      const handle = handlers[name]
      if (handle === undefined) throw new Error(`nobody answers ${name}`)
      return handle(input)
    }
  }
}

export const everyAccount = accountQuerySchema.parse({ limit: 1000 })
export const everyStatement = ledgerQuerySchema.parse({ limit: 500 })
export const everyStep = (plan: string) => stepQuerySchema.parse({ plan })
