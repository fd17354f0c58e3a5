import { resolve } from 'node:path'
import {
  directoryLayoutSchema,
  type Connection,
  type DirectoryProfile,
  type Problem,
  type SelfTest
} from '../../../contract/directory'
import { fill } from '../../../contract/language'
import { problemTexts } from '../../../contract/problems'
import { fail, succeed, type Result } from '../../../contract/result'
import { table } from '../../../commandLine/output'
import type { Answer, Context } from '../../../commandLine/context'
import { texts } from './texts'

export interface ConnectOptions {
  readonly profile: DirectoryProfile
  readonly url?: string
  readonly bindDn?: string
  readonly baseDn?: string
  readonly ca?: string
  readonly layout?: string
}

/** Certificates are small; anything larger is another file. */
const maximumCertificateBytes = 1_000_000
const partialLayoutSchema = directoryLayoutSchema
  .extend({ containers: directoryLayoutSchema.shape.containers.partial() })
  .partial()
  .strict()

/** `setup connect`: signs in, tests, keeps the connection and never the password. */
export async function connect(context: Context, options: ConnectOptions): Promise<Result<Answer>> {
  if (options.profile === 'demo' && options.url === undefined) return connectEmbedded(context)
  const connection = await connectionOf(context, options)
  if (!connection.ok) return connection
  const password = await context.bindPassword(connection.value.bindDn)
  if (!password.ok) return password
  const services = await context.open()
  if (!services.ok) return services
  const { handlers } = services.value

  const wanted = { connection: connection.value, password: password.value }
  let tested = await handlers['setup.test'](wanted)
  if (!tested.ok) return tested
  if (options.layout !== undefined) {
    const changes = await context.readDocument(options.layout, '--layout', partialLayoutSchema)
    if (!changes.ok) return changes
    const { containers, ...rest } = changes.value
    const found = tested.value.layout
    const layout = {
      ...found,
      ...defined(rest),
      containers: { ...found.containers, ...defined(containers ?? {}) }
    }
    wanted.connection = { ...connection.value, layout }
    tested = await handlers['setup.test'](wanted)
    if (!tested.ok) return tested
  }
  const connected = await handlers['setup.connect']({
    ...wanted,
    keepPassword: false,
    // The person's key is open already.
    passphrase: null
  })
  if (!connected.ok) return connected
  return report(context, options.profile, tested.value)
}

/** `setup check`: what this directory can do, what is missing. */
export async function check(context: Context): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const { handlers } = services.value
  const tested = await handlers['setup.check'](undefined)
  if (!tested.ok) return tested
  const state = await handlers['application.state'](undefined)
  if (!state.ok) return state
  return report(context, state.value.directory?.profile ?? tested.value.profile, tested.value)
}

async function connectEmbedded(context: Context): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const started = await services.value.handlers['setup.startDemo'](undefined)
  return started.ok ? check(context) : started
}

async function connectionOf(context: Context, options: ConnectOptions): Promise<Result<Connection>> {
  const { profile, url, ca } = options
  const { surroundings } = context
  const { demoNames, files } = surroundings
  const bindDn = options.bindDn ?? (profile === 'demo' ? demoNames.bindDn : undefined)
  const baseDn = options.baseDn ?? (profile === 'demo' ? demoNames.baseDn : undefined)
  if (url === undefined || bindDn === undefined || baseDn === undefined)
    return fail('commandLine.addressMissing')
  let caCertificate: string | null = null
  if (ca !== undefined) {
    const bytes = await files.read(resolve(ca), maximumCertificateBytes)
    if (!bytes.ok) return bytes
    const certificate = surroundings.readCertificate(bytes.value)
    if (!certificate.ok) return certificate
    caCertificate = certificate.value.pem
  }
  return succeed({ profile, url, bindDn, baseDn, caCertificate, layout: null })
}

/** Fields that are there, so that an absent one leaves what was found. */
function defined<Fields extends object>(
  fields: Fields
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }
}

/** `profile`: as the person chose it; the demo school is tested with OpenLDAP's adapter. */
async function report(
  context: Context,
  profile: DirectoryProfile,
  tested: SelfTest
): Promise<Result<Answer>> {
  const problems = tested.problems.map((problem) => describe(context, problem))
  const blocked = problems.some(({ severity }) => severity === 'blocks')
  if (blocked) {
    await context.say(texts.connectionBlocked)
    for (const problem of problems.filter(({ severity }) => severity === 'blocks')) {
      await context.stderr.line(`- ${problem.message} ${problem.remedy}`)
    }
  }
  const { server, encrypted, layout, accounts, capabilities } = tested
  return succeed({
    document: { profile, server, encrypted, accounts, capabilities, problems, layout },
    text: [
      table([
        [context.words(texts.profile), profile],
        [context.words(texts.server), `${server.vendor} ${server.version}`.trim()],
        [context.words(texts.accounts), String(accounts)],
        ...Object.entries(capabilities).map(([name, can]) => [
          name,
          context.words(can ? texts.yes : texts.no)
        ])
      ]),
      ...problems.map(({ code, severity, message, remedy }) => `${severity} ${code}: ${message} ${remedy}`)
    ].join('\n'),
    complete: !blocked
  })
}

function describe(
  { language }: Context,
  { code, severity, parameters }: Problem
): { code: string; severity: Problem['severity']; message: string; remedy: string } {
  const { message, remedy } = problemTexts[code]
  return {
    code,
    severity,
    message: fill(message, language, parameters),
    remedy: fill(remedy, language, parameters)
  }
}
