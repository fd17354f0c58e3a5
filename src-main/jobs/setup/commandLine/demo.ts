import type { Answer, Context } from '../../../commandLine/context'
import { deliver } from '../../../commandLine/files'
import { table } from '../../../commandLine/output'
import { fail, succeed, type Result } from '../../../contract/result'
import type { OwnServices } from './services'
import { texts } from './texts'

/**
 * `demo directory`: the embedded LDAP server in the foreground until SIGINT or SIGTERM. It takes the demo's lock in
 * the data folder and never the store's, so that other calls may work with the same folder meanwhile.
 */
export async function serveDemo(context: Context, port: number): Promise<Result<Answer>> {
  const { surroundings, stdout, options } = context
  let release: () => void = () => undefined
  const interrupted = new Promise<void>((done) => (release = surroundings.onInterrupt(done)))
  try {
    const started = await surroundings.startDemo({
      dataFolder: context.dataFolder(true),
      port,
      password: await context.givenPassword()
    })
    if (!started.ok) return started
    const { url, baseDn, bindDn, password, passwordFile } = started.value
    try {
      await stdout.line(
        options.json
          ? JSON.stringify({ url, baseDn, bindDn, password, passwordFile })
          : table([
              ['URL', url],
              ['Base DN', baseDn],
              ['Bind DN', bindDn],
              [context.words(texts.passwordFile), passwordFile]
            ])
      )
      await context.say(texts.demoRuns)
      await interrupted
    } finally {
      await started.value.close()
    }
    return succeed({ document: undefined, text: '', complete: true })
  } finally {
    release()
  }
}

/** `demo roster`: the demo school's prepared roster of the new school year, to a file or stdout. */
export async function writeDemoRoster(context: Context, target: string): Promise<Result<Answer>> {
  return deliver(context, target, context.surroundings.demoRoster())
}

/**
 * `demo seed`: the demo school's case file with people and history, in an empty data folder; where it is there already,
 * nothing changes. `caseFile.ownCaseFile`: the folder holds another case file.
 */
export async function seedDemo(context: Context<OwnServices>): Promise<Result<Answer>> {
  const services = await context.openUnsigned()
  if (!services.ok) return services
  const { handlers, demoSchool, isFounded } = services.value
  if (!isFounded()) {
    const started = await handlers['setup.startDemo'](undefined)
    if (!started.ok) return started
    const furnished = await demoSchool.furnish()
    if (!furnished.ok) return furnished
    if (!isFounded()) return fail('caseFile.ownCaseFile')
  }
  const { statements, head, problems } = await demoSchool.verify()
  return succeed({
    document: { statements, head, problems: problems.length },
    text: context.words(texts.demoSeeded, { statements }),
    complete: problems.length === 0
  })
}
