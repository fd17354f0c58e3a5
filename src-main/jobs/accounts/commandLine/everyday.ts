import { resolve } from 'node:path'
import type { Account } from '../../../contract/accounts'
import { fail, succeed, type Result } from '../../../contract/result'
import type { Applied } from '../../../contract/operations'
import type { AccountSelection, Verification } from '..'
import type { Answer, Context } from '../../../commandLine/context'
import { deliver } from '../../../commandLine/files'
import { table } from '../../../commandLine/output'
import type { CommandLineServices } from '../../../commandLine/surroundings'
import { texts as common } from '../../../commandLine/texts'
import type { OwnServices } from './services'
import { texts } from './texts'

export interface ResetOptions {
  readonly verified: Verification
  readonly note: string
  readonly slips?: string
}

/** `accounts list`. */
export async function listAccounts(
  context: Context<OwnServices>,
  selection: AccountSelection
): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const listed = await services.value.accounts.list(selection)
  if (!listed.ok) return listed
  const rows = listed.value.map(({ login, givenName, familyName, schoolId, classes, state }) => [
    login,
    `${givenName} ${familyName}`,
    schoolId ?? '',
    classes.join(' '),
    state
  ])
  return succeed({ document: listed.value.map(documentOf), text: table(rows), complete: true })
}

/** `accounts suspend` until a day or for good, with a reason (P9). */
export async function suspendAccount(
  context: Context<OwnServices>,
  login: string,
  until: string | null,
  reason: string
): Promise<Result<Answer>> {
  return act(context, login, ({ handlers }, account) =>
    handlers['accounts.suspend']({ account: account.id, until, reason })
  )
}

/** `accounts unsuspend`. */
export async function unsuspendAccount(
  context: Context<OwnServices>,
  login: string,
  reason: string
): Promise<Result<Answer>> {
  return act(context, login, ({ handlers }, account) =>
    handlers['accounts.liftSuspension']({ account: account.id, reason })
  )
}

/** `accounts reset`: a new provisional password, into the slips' file or, once, onto stdout (P5). */
export async function resetAccount(
  context: Context<OwnServices>,
  login: string,
  { verified, note, slips }: ResetOptions
): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const { accounts } = services.value
  const account = await accounts.findAccount(login)
  if (!account.ok) return account
  const file = slips === undefined ? null : resolve(slips)
  if (file !== null) {
    const free = await accounts.slips.checkCsv(file)
    if (!free.ok) return free
  }
  const { id } = account.value
  const applied = await accounts.resetPassword(id, verified, note)
  if (!applied.ok) return applied
  const { plan, progress } = applied.value
  const document = {
    plan,
    login: account.value.login,
    verification: verified,
    done: progress.done,
    failed: [],
    remaining: progress.remaining
  }
  if (file !== null) {
    const saved = await accounts.slips.saveCsv([id], file)
    if (!saved.ok) return saved
    await context.say(texts.slipsWritten, { count: 1, file: context.shown(file) })
    return succeed({
      document: { ...document, slips: { file, written: 1, pending: 0 } },
      text: '',
      complete: true
    })
  }
  // Destroyed only once somebody has read it; so it is printed here and not by the caller.
  const shown = await accounts.slips.handOver([id], async ([slip]) => {
    const text = context.options.json
      ? JSON.stringify({ ...document, password: slip?.password })
      : `${account.value.login}  ${slip?.password ?? ''}`
    return (await context.stdout.line(text))
      ? succeed()
      : fail('commandLine.outputClosed', { plan: plan.slice(0, 12) })
  })
  return shown.ok ? succeed({ document: undefined, text: '', complete: true }) : shown
}

/** `accounts export`: names and school ids, nothing else (P3). */
export async function exportAccounts(
  context: Context<OwnServices>,
  target: string,
  schoolClass: string | null
): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  return services.value.accounts.exportNames(schoolClass, (bytes) => deliver(context, target, bytes))
}

async function act(
  context: Context<OwnServices>,
  login: string,
  action: (services: CommandLineServices<OwnServices>, account: Account) => Promise<Result<Applied>>
): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const account = await services.value.accounts.findAccount(login)
  if (!account.ok) return account
  const applied = await action(services.value, account.value)
  if (!applied.ok) return applied
  const after = await services.value.accounts.findAccount(login)
  if (!after.ok) return after
  const { plan, progress } = applied.value
  const row = documentOf(after.value)
  return succeed({
    document: { plan, done: progress.done, failed: [], remaining: progress.remaining, account: row },
    text: [
      [row.login, `${row.givenName} ${row.familyName}`, row.state, row.suspendedUntil ?? '']
        .join('  ')
        .trimEnd(),
      context.words(common.undoHint, { plan: plan.slice(0, 12) })
    ].join('\n'),
    complete: true
  })
}

/** An account as the JSON documents show it. */
function documentOf(account: Account): Pick<
  Account,
  'id' | 'dn' | 'login' | 'givenName' | 'familyName' | 'schoolId' | 'kind' | 'classes' | 'groups' | 'state'
> & {
  mustChangePassword: boolean
  suspendedUntil: string | null
  leaverSince: string | null
} {
  const { id, dn, login, givenName, familyName, schoolId, kind, classes, groups, state } = account
  return {
    id,
    dn,
    login,
    givenName,
    familyName,
    schoolId,
    kind,
    classes,
    groups,
    state,
    mustChangePassword: account.mustChangePassword,
    suspendedUntil: account.suspension.kind === 'until' ? account.suspension.until : null,
    leaverSince: account.leaverSince
  }
}
