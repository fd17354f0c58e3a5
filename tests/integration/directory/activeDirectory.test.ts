import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Attribute, Change, Client } from 'ldapts'
import { containersOf, type Connection } from '../../../src-main/contract/directory'
import { openActiveDirectory } from '../../../src-main/world/directory/active-directory/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { startSamba, type SambaServer } from '../servers/samba'
import { domain } from '../servers/sambaDomain'
import {
  codeOf,
  directorySuite,
  draftOf,
  own,
  provisional,
  until,
  valueOf,
  type SignIn
} from './directorySuite'
import { withGuardians } from './suiteTools'

const signIns: Readonly<Record<string, SignIn>> = { ok: 'accepted', mustChange: 'mustChange' }

function connectionTo(server: SambaServer, fields: Partial<Connection> = {}): Connection {
  return {
    profile: 'active-directory',
    url: server.url,
    bindDn: server.bindDn,
    baseDn: server.baseDn,
    caCertificate: server.caCertificate,
    layout: null,
    ...fields
  }
}

async function openOn(server: SambaServer, fields: Partial<Connection> = {}): Promise<Directory> {
  return valueOf(await openActiveDirectory(connectionTo(server, fields), server.bindPassword))
}

/** A client of another tool, as the domain's administrator. */
async function administratorOf(server: SambaServer): Promise<Client> {
  const client = new Client({ url: server.url, tlsOptions: { ca: server.caCertificate } })
  await client.bind(`Administrator@${domain.realm.toLowerCase()}`, domain.administrator.password)
  return client
}

/** A layout of which nothing exists. */
function emptyLayout(baseDn: string): Connection['layout'] {
  const unit = (name: string): string => `OU=${name},OU=Neu,${baseDn}`
  return {
    containers: {
      pupil: unit('A'),
      teacher: unit('B'),
      staff: unit('C'),
      classes: unit('D'),
      groups: unit('E')
    },
    classGroupPrefix: 'klasse-',
    homeDirectory: '',
    mailAddress: ''
  }
}

directorySuite(
  'Samba AD',
  async () => {
    const server = await startSamba()
    return {
      open: async () => {
        const found = await openOn(server)
        await found.close()
        return openOn(server, { layout: withGuardians(found.layout, server.baseDn) })
      },
      signIn: async (login, password) => signIns[await server.smbSignIn(login, password)] ?? 'refused',
      changeOwnPassword: (login, old, wanted) =>
        server.changePassword(login, old, wanted).then(
          () => true,
          () => false
        ),
      move: async (dn, container) => {
        const mover = await administratorOf(server)
        await mover.modifyDN(dn, `${dn.slice(0, dn.indexOf(','))},${container}`)
        await mover.unbind()
      },
      stop: () => server.stop()
    }
  },
  { selfEndingSuspension: false }
)

let server: SambaServer

beforeAll(async () => {
  server = await startSamba()
})

afterAll(async () => {
  await server.stop()
})

describe('Active Directory on Samba', () => {
  let directory: Directory
  let administrator: Client

  beforeAll(async () => {
    directory = await openOn(server)
    for (const container of containersOf(directory.layout)) {
      valueOf(await directory.createContainer(container))
    }
    valueOf(await directory.createClass('7b'))
    administrator = await administratorOf(server)
  })

  afterAll(async () => {
    await administrator.unbind()
    await directory.close()
  })

  const create = async (login: string, fields: Parameters<typeof draftOf>[1] = {}): Promise<string> =>
    valueOf(await directory.createAccount(draftOf(login, fields), provisional)).id

  /** Changes an entry as another tool would. */
  const meanwhile = async (login: string, attribute: string, value: string): Promise<void> => {
    const dn = valueOf(await directory.findAccount(login))?.dn ?? ''
    const modification = new Attribute({ type: attribute, values: [value] })
    await administrator.modify(dn, new Change({ operation: 'replace', modification }))
  }

  it('P4: PASSWORD_MUST_CHANGE with the provisional password, a session after the change', async () => {
    await create('p.vier')
    expect(await server.smbSignIn('p.vier', provisional)).toBe('mustChange')
    await server.changePassword('p.vier', provisional, own)
    expect(await server.smbSignIn('p.vier', own)).toBe('ok')
    expect(await server.kerberosSignIn('p.vier', own)).toBe(true)
    expect(await server.smbSignIn('p.vier', provisional)).toBe('wrong')
  })

  it('P9: ACCOUNT_DISABLED while suspended, also from the first moment', async () => {
    const until = '2031-02-03T00:00:00.000Z'
    const id = await create('p.neun', { suspension: { kind: 'until', until }, mustChangePassword: false })
    expect(await server.smbSignIn('p.neun', provisional)).toBe('disabled')
    expect(valueOf(await directory.readAccount(id))?.suspension).toEqual({ kind: 'until', until })
    valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
    expect(await server.smbSignIn('p.neun', provisional)).toBe('ok')
  })

  it('P5: the demand for a new password works although "password never expires" was set', async () => {
    const id = await create('p.fuenf', { mustChangePassword: false })
    await meanwhile('p.fuenf', 'userAccountControl', '66048')
    valueOf(await directory.changeAccount(id, { mustChangePassword: true }))
    expect(await server.smbSignIn('p.fuenf', provisional)).toBe('mustChange')

    await server.changePassword('p.fuenf', provisional, own)
    await meanwhile('p.fuenf', 'userAccountControl', '66048')
    valueOf(await directory.setPassword(id, 'Neu-gesetzt-99'))
    expect(await server.smbSignIn('p.fuenf', 'Neu-gesetzt-99')).toBe('mustChange')
  })

  it('the self-test counts accounts whose password never expires', async () => {
    await create('d.nie', { mustChangePassword: false })
    await meanwhile('d.nie', 'userAccountControl', '66048')
    const { problems, capabilities, server: found } = valueOf(await directory.test())
    expect(problems).toContainEqual({
      code: 'doesNotExpireIgnored',
      severity: 'note',
      parameters: { count: 1 }
    })
    expect(capabilities.plainTextRefused).toBe(true)
    expect(found.vendor).toContain('Samba')
    expect(problems.map(({ code }) => code)).toEqual(['doesNotExpireIgnored', 'selfEndingSuspensionMissing'])
  })

  it('unlocks after too many wrong passwords', async () => {
    const id = await create('s.gesperrt', { mustChangePassword: false })
    for (let attempt = 0; attempt < domain.lockoutThreshold; attempt += 1) {
      await server.smbSignIn('s.gesperrt', 'Falsch-geraten-1')
    }
    expect(await server.smbSignIn('s.gesperrt', provisional)).toBe('locked')
    expect(valueOf(await directory.readAccount(id))?.state).toBe('lockedOut')
    const snapshot = valueOf(await directory.readAll())
    expect(snapshot.accounts.find((account) => account.id === id)?.state).toBe('lockedOut')
    const raw = valueOf(await directory.readRawState(id))
    expect(raw.find(({ name }) => name === 'msDS-User-Account-Control-Computed')?.meaning).toContain(
      'LOCKOUT'
    )
    valueOf(await directory.unlock(id))
    expect(await server.smbSignIn('s.gesperrt', provisional)).toBe('ok')
    expect(valueOf(await directory.readAccount(id))?.state).toBe('active')
  })

  it('P3: two pupils of one name live side by side', async () => {
    const one = await create('a.mueller', {
      givenName: 'Anna',
      familyName: 'Müller',
      displayName: 'Anna Müller'
    })
    const two = await create('a.mueller1', {
      givenName: 'Anna',
      familyName: 'Müller',
      displayName: 'Anna Müller'
    })
    expect(one).not.toBe(two)
    expect(valueOf(await directory.readAccount(two))).toMatchObject({
      login: 'a.mueller1',
      displayName: 'Anna Müller'
    })
  })

  it('a new login renames the entry and the principal name; Kerberos follows', async () => {
    const id = await create('v.vorher', { mustChangePassword: false, classes: ['7b'] })
    valueOf(await directory.changeAccount(id, { login: 'n.nachher', familyName: 'Nächher' }))
    const account = valueOf(await directory.readAccount(id))
    expect(account).toMatchObject({ login: 'n.nachher', familyName: 'Nächher', classes: ['7b'] })
    expect(account?.dn).toMatch(/^CN=n\.nachher,/)
    expect(await server.kerberosSignIn('n.nachher', provisional)).toBe(true)
  })

  it('a login that is taken leaves name and entry as they were', async () => {
    await create('t.taken')
    const id = await create('t.bleibt')
    const before = valueOf(await directory.readAccount(id))
    expect(codeOf(await directory.changeAccount(id, { login: 't.taken', familyName: 'Neu' }))).toBe(
      'directory.alreadyExists'
    )
    // Taken by an account in another container: the entry could be renamed, its login could not.
    expect(codeOf(await directory.changeAccount(id, { login: domain.reader.login, familyName: 'Neu' }))).toBe(
      'directory.alreadyExists'
    )
    expect(valueOf(await directory.readAccount(id))).toEqual(before)
  })

  it('notices that somebody else changed the account in between', async () => {
    const id = await create('g.zugleich', { mustChangePassword: false })
    await meanwhile('g.zugleich', 'userAccountControl', '66048')
    const results = await Promise.all([
      directory.changeAccount(id, { suspension: { kind: 'forever' } }),
      directory.changeAccount(id, { mustChangePassword: true })
    ])
    expect(results.map(codeOf).sort()).toEqual(['directory.changedSince', 'succeeded'])
  })

  it('keeps the notes that other people wrote', async () => {
    const id = await create('n.notiz')
    await meanwhile('n.notiz', 'info', 'Spind 12\r\nBus 7')
    const suspension = { kind: 'until', until: '2031-02-03T00:00:00.000Z' } as const
    valueOf(await directory.changeAccount(id, { suspension, leaverSince: '2026-11-22' }))
    expect(valueOf(await directory.readAccount(id))).toMatchObject({ suspension, leaverSince: '2026-11-22' })
    valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' }, leaverSince: null }))
    const info = valueOf(await directory.readRawState(id)).find(({ name }) => name === 'info')
    expect(info?.value).toBe('Spind 12\r\nBus 7')
  })

  it('P3: keeps new logins away from every name in the domain', async () => {
    const { reservedNames } = valueOf(await directory.readAll())
    for (const name of [
      'administrator',
      'krbtgt',
      'netzwart',
      'domain admins',
      'dc1',
      'dc1$',
      'klasse-7b',
      'gast'
    ]) {
      expect(reservedNames).toContain(name)
    }
    expect(reservedNames).not.toContain('p.vier')
  })

  it('reads a class of 2,000 members and adds to it', async () => {
    const group = `CN=klasse-gross,${directory.layout.containers.classes}`
    const members = await server.crowd(2000, group, directory.layout.containers.pupil)
    const snapshot = valueOf(await directory.readAll())
    expect(snapshot.groups.find(({ name }) => name === 'gross')?.members).toBe(members)
    const id = await create('z.zweitausendeins', { classes: ['gross'] })
    expect(valueOf(await directory.readAccount(id))?.classes).toEqual(['gross'])
    expect(codeOf(await directory.deleteClass('gross'))).toBe('directory.changedSince')
    valueOf(await directory.changeAccount(id, { classes: [] }))
    expect(valueOf(await directory.readAccount(id))?.classes).toEqual([])
  })
})

describe('connecting to Active Directory', () => {
  it('accepts DN, principal name and DOMAIN\\name, and an empty base', async () => {
    for (const bindDn of [server.bindDn, 'netzwart@schule.test', 'SCHULE\\netzwart']) {
      const directory = await openOn(server, { bindDn, baseDn: '' })
      expect(directory.connection.baseDn).toBe(server.domainDn)
      await directory.close()
    }
  })

  it('reads the whole domain; what the system needs is nobody’s', async () => {
    const directory = await openOn(server, { baseDn: server.domainDn })
    const { accounts } = valueOf(await directory.readAll())
    expect(accounts.find(({ login }) => login === 'krbtgt')?.kind).toBe('other')
    expect(accounts.map(({ login }) => login)).not.toContain('DC1$')
    await directory.close()
  })

  it('says in words why the bind account is refused', async () => {
    const open = async (login: string, password: string): Promise<string> =>
      codeOf(await openActiveDirectory(connectionTo(server, { bindDn: `${login}@schule.test` }), password))
    expect(await open('netzwart', 'Falsch-geraten-1')).toBe('directory.wrongCredentials')
    expect(await open('niemand', 'Falsch-geraten-1')).toBe('directory.wrongCredentials')
    await server.tool(['user', 'create', 'd.aus', provisional])
    await server.tool(['user', 'disable', 'd.aus'])
    expect(await open('d.aus', provisional)).toBe('directory.bindAccountDisabled')
    await server.tool(['user', 'create', 'd.neu', provisional, '--must-change-at-next-login'])
    expect(await open('d.neu', provisional)).toBe('directory.bindPasswordExpired')
  })

  it('says that a base does not exist', async () => {
    const connection = connectionTo(server, { baseDn: 'OU=Nirgends,DC=schule,DC=test' })
    expect(codeOf(await openActiveDirectory(connection, server.bindPassword))).toBe('directory.baseNotFound')
  })

  it('tries everything before the first container exists, and leaves nothing behind', async () => {
    const fresh = await openOn(server, { layout: emptyLayout(server.baseDn) })
    const { capabilities, problems } = valueOf(await fresh.test())
    expect(capabilities).toMatchObject({
      createAccounts: true,
      deleteAccounts: true,
      manageGroups: true,
      mustChange: true,
      suspension: true
    })
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(problems.filter(({ code }) => code === 'containerMissing')).toHaveLength(5)
    expect(await server.tool(['ou', 'list'])).not.toContain('netzwart-')
    await fresh.close()
  })

  it('finds out what a bind account without rights may not do', async () => {
    const connection = connectionTo(server, { bindDn: domain.reader.dn })
    const directory = valueOf(await openActiveDirectory(connection, domain.reader.password))
    expect(directory.capabilities.createAccounts).toBe(false)
    const { problems } = valueOf(await directory.test())
    expect(problems.filter(({ severity }) => severity === 'blocks').map(({ code }) => code)).toContain(
      'noRightToCreate'
    )
    expect(codeOf(await directory.createAccount(draftOf('o.recht'), provisional))).not.toBe('succeeded')
    await directory.close()
  })

  it('trusts the pinned authority only, and fails with words when the server goes in the middle', async () => {
    const mortal = await startSamba()
    const foreign = connectionTo(server, { caCertificate: mortal.caCertificate })
    expect(codeOf(await openActiveDirectory(foreign, server.bindPassword))).toBe(
      'directory.certificateNotTrusted'
    )

    const directory = await openOn(mortal)
    valueOf(await directory.createContainer(directory.layout.containers.pupil))
    const codes: string[] = []
    const createUntilRefused = async (name: string): Promise<void> => {
      for (let index = 0; ; index += 1) {
        const created = await directory.createAccount(draftOf(`${name}${index}`), provisional)
        codes.push(codeOf(created))
        if (!created.ok) return
      }
    }
    const work = Promise.all(['a.weg', 'b.weg', 'c.weg', 'd.weg'].map(createUntilRefused))
    await until(async () => codes.includes('succeeded'))
    await mortal.kill()
    await work
    const failures = new Set(codes.filter((code) => code !== 'succeeded'))
    expect(failures).toContain('directory.connectionLost')
    // Who asked a moment later found nobody to connect to, or a connection that ended before it was encrypted.
    failures.delete('directory.unreachable')
    failures.delete('directory.encryptionFailed')
    expect([...failures]).toEqual(['directory.connectionLost'])
    expect(codeOf(await directory.readAll())).toBe('directory.unreachable')
    await directory.close()
    await mortal.stop()
    expect(codeOf(await openActiveDirectory(connectionTo(mortal), mortal.bindPassword))).toBe(
      'directory.unreachable'
    )
  })

  it('presents the certificate that was made for its address', async () => {
    const socket = connect({ host: server.address, port: 636, ca: server.caCertificate })
    await until(async () => socket.authorized)
    expect(socket.getPeerCertificate().subjectaltname).toContain(server.address)
    socket.destroy()
  })
})
