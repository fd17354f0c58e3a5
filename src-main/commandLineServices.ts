import type { OpenCaseFile } from './house'
import type { CommandLineServices } from './commandLine/surroundings'
import type { Door } from './commandLine/words'
import { commandLines, type JobServices } from './commandWords'
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
  const door: Door<OpenCaseFile> = {
    open: current,
    asking: async (name, work) =>
      permits(name, services.roles()) ? work(current()) : fail('application.notAllowed')
  }
  // Each job declares what it brings; TypeScript cannot follow the names through the list.
  const own = Object.assign({}, ...commandLines.map((job) => job.services?.(door))) as JobServices

  return succeed<CommandLineServices>({
    handlers: guarded(services),
    ...own,
    isFounded: () => current().ledger.isFounded,
    roles: services.roles,
    signIn: (login, passphrase) => current().people.signInWithKey(login, passphrase),
    due: () => current().due(),
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
