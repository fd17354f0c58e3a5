import type { OpenCaseFile } from './house'
import type { CommandLineServices } from './commandLine/surroundings'
import { answer } from './contract/answer'
import type { Handlers } from './contract/handlers'
import { operations, permits, type OperationName } from './contract/operations'
import { fail, succeed, type Result } from './contract/result'
import type { Services } from './services'

/**
 * What the command line works with. Nothing is done without a case file, and every operation asks for the role, as the
 * window's gateway does: the command line is no side door. What it does by path or word instead of by dialog asks as the
 * operation that the window has for it.
 */
export async function commandLineServices(services: Services): Promise<Result<CommandLineServices>> {
  if (services.caseFile() === null) {
    const state = await services.handlers['application.state'](undefined)
    await services.close()
    if (state.ok && state.value.caseFile.failure !== null) {
      return { ok: false, failure: state.value.caseFile.failure }
    }
    return fail('caseFile.notOpen')
  }
  // Asked anew each time: going into the demo school opens another case file.
  const current = (): OpenCaseFile => {
    const open = services.caseFile()
    if (open === null) throw new Error('the case file was closed')
    return open
  }
  /** Does the work for whom the operation is open: `application.notAllowed`. */
  const asking = async <Value>(
    name: OperationName,
    work: (open: OpenCaseFile) => Promise<Result<Value>>
  ): Promise<Result<Value>> =>
    permits(name, services.roles()) ? work(current()) : fail('application.notAllowed')

  return succeed<CommandLineServices>({
    handlers: guarded(services),
    accounts: {
      list: (selection) => asking('accounts.query', ({ accounts }) => accounts.list(selection)),
      findAccount: (login) => asking('accounts.detail', ({ accounts }) => accounts.findAccount(login)),
      resetPassword: (account, verification, note) =>
        asking('accounts.resetPassword', ({ accounts }) =>
          accounts.resetPassword(account, verification, note)
        ),
      findPlan: (prefix) => asking('plans.summary', ({ plans }) => plans.findHash(prefix)),
      exportNames: (schoolClass, deliver) =>
        asking('accounts.export', ({ accounts }) => accounts.exportNames(schoolClass, deliver)),
      rosters: {
        open: (...asked) => asking('rosters.choose', ({ accounts }) => accounts.rosters.open(...asked)),
        openFolder: (...asked) =>
          asking('rosters.choose', ({ accounts }) => accounts.rosters.openFolder(...asked)),
        preview: (...asked) =>
          asking('rosters.preview', ({ accounts }) => accounts.rosters.preview(...asked)),
        plan: (...asked) => asking('rosters.plan', ({ accounts }) => accounts.rosters.plan(...asked))
      },
      slips: {
        pending: () =>
          asking('slips.pending', async ({ accounts }) => succeed(await accounts.slips.pending())),
        checkCsv: (file) => asking('slips.save', ({ accounts }) => accounts.slips.checkCsv(file)),
        saveCsv: (chosen, file) =>
          asking('slips.save', ({ accounts }) => accounts.slips.saveCsv(chosen, file)),
        handOver: (chosen, deliver) =>
          asking('slips.save', ({ accounts }) => accounts.slips.handOver(chosen, deliver))
      }
    },
    ledger: {
      verify: (printed) => current().journal.verify(printed),
      export: (file) => asking('ledger.export', ({ journal }) => journal.exportTo(file)),
      verifyExport: (bytes, file, printed) => current().journal.verifyExport(bytes, file, printed)
    },
    isFounded: () => current().ledger.isFounded,
    roles: services.roles,
    signIn: (login, passphrase) => current().people.signInWithKey(login, passphrase),
    due: () => current().due(),
    furnishDemo: () => current().furnishDemo(),
    close: () => services.close()
  })
}

/** Each asks for the role and parses its input, as the window's gateway does. */
function guarded({ handlers, roles }: Services): Handlers {
  const names = Object.keys(operations) as OperationName[]
  const asked = names.map((name) => [name, (input: unknown) => answer(handlers, roles(), name, input)])
  // Names and handlers belong together by the contract; TypeScript cannot follow them through a list.
  return Object.fromEntries(asked) as Handlers
}
