import { expect, it } from 'vitest'
import { containersOf, type DirectoryLayout } from '../../../src-main/contract/directory'
import type { Failure, Result } from '../../../src-main/contract/result'
import { isUncertain } from '../../../src-main/core/plan'
import { openActiveDirectory } from '../../../src-main/world/directory/active-directory/open'
import { JointQuestion } from '../../../src-main/world/directory/ldap/jointQuestion'
import type { Directory, DirectorySnapshot } from '../../../src-main/world/directory/port'
import { startLdapLine, type RequestName } from '../servers/ldapLine'
import { startSamba } from '../servers/samba'
import { lostAnswersSuite, type LineSchool, type LineServer } from './lostAnswersSuite'
import { codeOf, draftOf, provisional, valueOf } from './suiteTools'

/**
 * Samba AD behind lines that end TLS with the server's own certificate, so that they can tell the requests apart. All
 * rounds share one school: groups know their members by the entry here, and the domain gives out no numbers that rounds
 * could share.
 */
async function start(): Promise<LineServer> {
  const server = await startSamba()
  const { address, identity, caCertificate } = server
  const open = async (url: string, layout: DirectoryLayout | null): Promise<Directory> =>
    valueOf(
      await openActiveDirectory(
        {
          profile: 'active-directory',
          url,
          bindDn: server.bindDn,
          baseDn: server.baseDn,
          caCertificate,
          layout
        },
        server.bindPassword
      )
    )
  const directory = await open(server.url, null)
  for (const container of containersOf(directory.layout)) {
    valueOf(await directory.createContainer(container))
  }
  for (const name of ['5a', '5b', '6a']) valueOf(await directory.createClass(name))
  for (const name of ['modul-wlan', 'ag-chor']) {
    await server.tool(['group', 'add', name, `--groupou=OU=Gruppen,OU=Gesamtschule`])
  }
  const readings = new JointQuestion<null, Result<DirectorySnapshot>>(Number.POSITIVE_INFINITY, async () => {
    const snapshot = await directory.readAll()
    return () => snapshot
  })
  // Members are links to entries here, not names: none can be left over.
  const ghosts = async (): Promise<string[]> => []
  return {
    openSchool: async () => {
      const line = await startLdapLine({
        server: { host: address, port: 636, ca: caCertificate },
        identity,
        host: address
      })
      return {
        line,
        directory,
        readAll: async () => valueOf(await readings.ask(null)),
        openOverLine: () => open(`ldaps://${address}:${line.port}`, directory.layout),
        ghosts,
        close: () => line.close()
      }
    },
    ghosts,
    stop: async () => {
      await directory.close()
      await server.stop()
    }
  }
}

lostAnswersSuite('Samba AD', start, { further: takingBackUnanswered })

/** What was begun and refused is taken back. Where nobody answers that, nobody knows, and it is no plain refusal. */
function takingBackUnanswered(server: () => LineServer): void {
  /** Does something over the line, on which the nth request of a kind goes unanswered; answers what is told. */
  async function told(
    school: LineSchool,
    name: RequestName,
    nth: number,
    work: (directory: Directory) => Promise<Result<unknown>>,
    before: () => Promise<unknown> = async () => undefined
  ): Promise<Failure | null> {
    const directory = await school.openOverLine()
    let seen = 0
    let prepared: Promise<unknown> | null = null
    school.line.judge = (request) => {
      if (request === 'add') return (prepared ??= before())
      if (request === name) seen += 1
      return request === name && seen === nth ? 'before' : 'pass'
    }
    const done = await work(directory)
    await directory.close()
    return done.ok ? null : done.failure
  }

  it('a new name whose login is refused: it may still be there, and going on clears it up', async () => {
    const school = await server().openSchool('back')
    const { directory } = school
    const { id } = valueOf(await directory.createAccount(draftOf('back.old'), provisional))
    const other = draftOf('back.new', { kind: 'teacher', classes: [] })
    valueOf(await directory.createAccount(other, provisional))
    const rename = (over: Directory) => over.changeAccount(id, { login: 'back.new' })
    const failure = await told(school, 'rename', 2, rename)
    expect(failure).not.toBeNull()
    expect(isUncertain(failure!)).toBe(true)
    expect(valueOf(await directory.readAccount(id))).toMatchObject({
      login: 'back.old',
      dn: expect.stringMatching(/^CN=back\.new,/) as string
    })
    expect(codeOf(await rename(directory))).toBe('directory.alreadyExists')
    await school.close()
  })

  it('an account whose class is gone: it may still be there', async () => {
    const school = await server().openSchool('back')
    const { directory } = school
    valueOf(await directory.createClass('9x'))
    const failure = await told(
      school,
      'delete',
      1,
      (over) => over.createAccount(draftOf('back.half', { classes: ['9x'] }), provisional),
      () => directory.deleteClass('9x')
    )
    expect(failure).not.toBeNull()
    expect(isUncertain(failure!)).toBe(true)
    const half = valueOf(await directory.findAccount('back.half'))
    expect(half?.classes).toEqual([])
    valueOf(await directory.deleteAccount(half!.id))
    await school.close()
  })
}
