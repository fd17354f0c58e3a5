import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { valueOf } from '../directory/suiteTools'
import { CommandLine } from '../support/commandLine'
import { squidLine, tunnelRule } from '../../unit/support/standingSchool'
import { foundSchool, own, passphrases, startComputer, startSchool, type School } from './sharedSchool'

interface DueDocument {
  readonly standing: Readonly<Record<'found' | 'grown' | 'expired', number>>
  readonly waiting: readonly { readonly code: string; readonly message: string }[]
}

const canary = 'kanarienvogel'

let school: School
let cli: CommandLine
beforeEach(async () => {
  school = await startSchool()
  cli = await CommandLine.create(school.server.bindPassword)
})
afterEach(async () => {
  await cli.remove()
  await school.stop()
})

it('P19: `netzwart due` lets the rules of a standing order run, says numbers alone, and fails where something cannot be read', async () => {
  const pc = await startComputer(school, { folder: cli.data })
  const { handlers } = pc.services
  await foundSchool(pc, school)
  const logs = join(cli.data, 'squid')
  await mkdir(logs)
  valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))
  const { sources } = valueOf(
    await handlers['logSources.save']({
      ...{ id: null, name: 'Webfilter', path: join(logs, 'access.log'), format: 'squid', contents: false },
      ...{ keptDays: 7, keptReason: 'Voreinstellung.' }
    })
  )
  const give = {
    ...{ rules: [tunnelRule], sources: sources.map(({ id }) => id), until: '2099-01-01', flagDays: 14 },
    ...{ reason: 'Der Filter wurde umgangen.', periodsReason: 'Bis zum Sommer.' },
    passphrase: passphrases.leadership
  }
  expect(await handlers['standingOrders.give'](give)).toMatchObject({
    failure: { code: 'application.notAllowed' }
  })
  valueOf(await handlers['session.signIn']({ login: 'leitung', password: own }))
  expect(await handlers['standingOrders.give'](give)).toMatchObject({
    failure: { code: 'standingOrders.untilTooLate' }
  })
  const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10)
  valueOf(await handlers['standingOrders.give']({ ...give, until }))
  await pc.close()

  const empty = await cli.ask<DueDocument>(['due'], 1)
  expect(empty.standing).toEqual({ found: 0, grown: 0, expired: 0 })
  expect(empty.waiting.map(({ code }) => code)).toEqual(['standingOrders.sourceUnread'])

  // What is only just written waits for what may be a little late; a line that claims to be later lets it go on.
  const now = Date.now()
  await writeFile(join(logs, 'access.log'), squidLine(now - 60_000, canary, 'de12.nordvpn.com'))
  const early = await cli.ask<DueDocument>(['due'])
  expect([early.standing, early.waiting]).toEqual([{ found: 0, grown: 0, expired: 0 }, []])
  const { stdout } = await cli.run(['ledger', 'verify'])
  expect(stdout).not.toContain(canary)
})
