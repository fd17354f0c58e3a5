import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '../../../src-main/contract/directory'
import type { Result } from '../../../src-main/contract/result'
import { openHeadless } from '../support/headless'

/** The services in a process of their own: `plan`, `apply HASH [slips]`, `undo HASH`, `count`. */
const folder = process.env['WORK_FOLDER'] ?? ''
const password = process.env['WORK_PASSWORD'] ?? ''
const kind = process.env['WORK_KIND'] === 'teacher' ? 'teacher' : 'pupil'

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function main(): Promise<void> {
  const [work, hash = '', slips] = process.argv.slice(2)
  const services = valueOf(
    await openHeadless(join(folder, 'data'), {
      announce: (name, payload) => {
        if (name === 'plan.progress' && 'done' in payload) process.stdout.write(`done ${payload.done}\n`)
      },

      bindPassword: password
    })
  )
  const { handlers } = services
  const accounts = services.caseFile()?.accounts
  if (accounts === undefined) throw new Error('the case file is not open')
  if (work === 'plan') {
    const connection: Connection = {
      profile: 'openldap',
      url: process.env['WORK_URL'] ?? '',
      bindDn: process.env['WORK_BIND'] ?? '',
      baseDn: process.env['WORK_BASE'] ?? '',
      caCertificate: await readFile(join(folder, 'ca.pem'), 'utf8'),
      layout: null
    }
    valueOf(await handlers['setup.connect']({ connection, password, keepPassword: false, passphrase: null }))
    const preview = valueOf(await accounts.rosters.open([join(folder, 'roster.csv')], 'roster.csv'))
    const planned = valueOf(await accounts.rosters.plan(preview.roster, { kind }, {}))
    process.stdout.write(`plan ${planned.plan?.hash ?? ''}\n`)
  } else if (work === 'count') {
    const everybody = valueOf(await accounts.list({ text: '', schoolClass: null, state: null }))
    const logins = new Set(everybody.map(({ login }) => login))
    process.stdout.write(`accounts ${everybody.length} ${logins.size}\n`)
  } else {
    const began = performance.now()
    const progress = valueOf(
      work === 'undo'
        ? await handlers['plans.undo']({ plan: hash, passphrase: null })
        : await handlers['plans.apply']({ plan: hash, leavers: null, passphrase: null })
    )
    const { state, done, failed, remaining } = progress
    process.stdout.write(`${state} ${done} ${failed} ${remaining}\n`)
    process.stdout.write(`milliseconds ${Math.round(performance.now() - began)}\n`)
    if (failed > 0) {
      const query = {
        plan: progress.plan,
        text: '',
        kind: null,
        schoolClass: null,
        outcome: 'failed'
      } as const
      const steps = valueOf(await handlers['plans.steps']({ ...query, offset: 0, limit: 3 }))
      process.stdout.write(`${JSON.stringify(steps.rows)}\n`)
    }
    if (slips !== undefined) {
      const pending = await accounts.slips.pending()
      const ids = pending.map(({ account }) => account)
      valueOf(await accounts.slips.saveCsv(ids, join(folder, 'slips.csv')))
    }
  }
  await services.close()
}

await main()
