import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { moduleGroups, valueOf, type SanctionsSchool } from '../../unit/support/sanctionsSchool'
import { connectionTo } from '../directory/openldapServer'
import { draftOf, own } from '../directory/suiteTools'
import {
  containersWithGroups,
  ldapCompareAsRoot,
  ldapWhoAmI,
  startSlapd,
  type SlapdServer
} from '../servers/slapd'
import type { DecideOrder } from './decideProgram'
import { openRealSchool } from './realSchool'

const kills = 30
/** Where the program's bundle finds the packages that it imports. */
const bundles = resolve(import.meta.dirname, '../../../node_modules/.cache/netzwart-decide')
const measures: Measure[] = [
  { kind: 'suspension', until: null },
  { kind: 'moduleRefusal', module: 'wlan', until: null },
  { kind: 'moduleRefusal', module: 'mail', until: null }
]

let server: SlapdServer

beforeAll(async () => {
  // Bundled once: compiling it anew for each of its many lives would take longer than they do.
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'decideProgram.ts'),
      outDir: bundles,
      target: 'node20',
      emptyOutDir: true
    }
  })
  server = await startSlapd({ entries: containersWithGroups(Object.values(moduleGroups)) })
})
afterAll(() => server.stop())

/** Approves in a process of its own that is killed (-9) so many milliseconds after the approval; true: it was. */
async function approveAndKill(school: SanctionsSchool, id: string, life: number | null): Promise<boolean> {
  const { leadership } = school.officials
  const { url, bindDn, bindPassword, baseDn, caCertificate } = server
  const order: DecideOrder = {
    folder: school.folder,
    seed: school.deviceSeed.toString('hex'),
    case: id,
    modules: moduleGroups,
    leadership: {
      person: leadership.person.actor.person ?? '',
      fingerprint: leadership.signer.fingerprint,
      passphrase: leadership.person.passphrase
    },
    server: { url, bindDn, bindPassword, baseDn, caCertificate }
  }
  const child = spawn(process.execPath, [join(bundles, 'decideProgram.js')])
  let errors = ''
  let timer: NodeJS.Timeout | undefined
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdout.on('data', () => {
    if (life !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), life)
  })
  child.stdin.end(JSON.stringify(order))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearTimeout(timer)
  if (code !== null && code !== 0) throw new Error(errors)
  return signal !== null
}

it(
  `survives kill -9 between approval and enforcement ${kills} times: nothing lost, nothing doubled`,
  { timeout: 400_000 },
  async () => {
    const { school } = await openRealSchool(() =>
      openOpenLdapDirectory(connectionTo(server), server.bindPassword)
    )
    await school.store.keepKey(school.officials.leadership.row)
    const directory = valueOf(await openOpenLdapDirectory(connectionTo(server), server.bindPassword))
    const propose = async (login: string): Promise<SanctionCase> => {
      const draft = draftOf(login, { groups: Object.values(moduleGroups), mustChangePassword: false })
      return school.propose(valueOf(await directory.createAccount(draft, own)).id, ...measures)
    }

    let killed = 0
    let rounds = 0
    // Carrying out takes about so long (milliseconds); the moments are spread over it, and follow it when it changes.
    let span = 60
    while (killed < kills) {
      rounds += 1
      const login = `k.fall-${rounds}`
      const { id, person } = await propose(login)
      await school.close()
      const died = await approveAndKill(school, id, randomInt(span))
      await school.reopen()
      const left = await school.look(id)
      // The approval was said to be in the ledger: it must be there, whatever came after.
      expect(left.decision?.outcome, login).toBe('approved')
      if (died && left.state === 'approved') killed += 1
      else span = Math.max(5, Math.round(span * 0.8))

      // As the app does when it opens.
      valueOf(await school.job.due())
      const after = await school.look(id)
      expect(after, login).toMatchObject({ state: 'inForce', obstacle: null, differences: [] })
      expect(school.kindsOf(id).filter((kind) => kind === 'case.enforced')).toHaveLength(1)
      expect(await ldapWhoAmI(server, login, own)).toBe('refused')
      const { dn, groups } = valueOf(await directory.readAccount(person.account))!
      expect(groups).toEqual([])
      expect(await ldapCompareAsRoot(server, `cn=modul-wlan,ou=groups,${server.baseDn}`, 'member', dn)).toBe(
        false
      )
    }
    expect((await school.ledger.verify()).problems).toEqual([])
    await directory.close()
  }
)
