import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Client } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  resetDemoDirectory,
  startDemoDirectory,
  type DemoDirectory
} from '../../../src-main/world/directory/demo/demoDirectory'
import { demoPeople } from '../../../src-main/world/directory/demo/seed/people'
import { baseDn, demoPassword, personDn } from '../../../src-main/world/directory/demo/seed/school'
import { runTool, type ToolRun } from './demo/tools'

let folder: string
let demo: DemoDirectory
const bindPassword = 'Geheim-123!'
/** The clock of the server, moved by tests. */
let ahead = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-demo-'))
  const started = await startDemoDirectory({
    folder,
    password: bindPassword,
    now: () => new Date(Date.now() + ahead)
  })
  if (!started.ok) throw new Error(started.failure.code)
  demo = started.value
})

afterAll(async () => {
  await demo.close()
  await rm(folder, { recursive: true, force: true })
})

const run = (tool: string, options: readonly string[], input = ''): Promise<ToolRun> =>
  runTool(demo.url, tool, options, input)
const asAdministrator = (): string[] => ['-D', demo.bindDn, '-w', bindPassword]
const signIn = (dn: string, password: string): Promise<ToolRun> =>
  run('ldapwhoami', ['-D', dn, '-w', password, '-e', 'ppolicy'])

/** The server lets nobody have a number twice; each person gets the next one. */
let addedPersons = 50_000

function addPerson(login: string): Promise<ToolRun> {
  const dn = personDn(login, 'pupils')
  const number = (addedPersons += 1)
  const ldif = `dn: ${dn}
objectClass: inetOrgPerson
objectClass: posixAccount
uid: ${login}
cn: Jörg Groß
sn: Groß
uidNumber: ${number}
gidNumber: 10000
homeDirectory: /home/${login}
`
  return run('ldapadd', asAdministrator(), ldif)
}

function modify(dn: string, lines: string): Promise<ToolRun> {
  return run('ldapmodify', asAdministrator(), `dn: ${dn}\nchangetype: modify\n${lines}\n`)
}

describe('signing in at the demo directory', () => {
  it('P4: demands a password of their own after the provisional one, and lets in with it', async () => {
    const dn = personDn('t.provisional', 'pupils')
    expect((await addPerson('t.provisional')).code).toBe(0)
    expect((await signIn(dn, 'Vorläufig-1')).code).toBe(49)
    expect((await run('ldappasswd', [...asAdministrator(), '-s', 'Vorläufig-1', dn])).code).toBe(0)
    const first = await signIn(dn, 'Vorläufig-1')
    expect(first.output).toContain('Password must be changed')
    expect(first.output).toContain('Insufficient access (50)')
    expect(first.code).not.toBe(0)
    const own = ['-D', dn, '-w', 'Vorläufig-1']
    expect((await run('ldapsearch', [...own, '-b', dn])).code).toBe(50)
    expect((await run('ldappasswd', [...own, '-s', 'schwach'])).output).toContain('(19)')
    expect((await run('ldappasswd', [...own, '-s', 'Eigenes-Wort-2'])).code).toBe(0)
    expect((await signIn(dn, 'Vorläufig-1')).code).toBe(49)
    const changed = await signIn(dn, 'Eigenes-Wort-2')
    expect(changed).toEqual({ code: 0, output: `dn:${dn}\n` })
  })

  it('P9: refuses who is suspended for good, and lets in again when it is lifted', async () => {
    const dn = personDn('t.suspended', 'pupils')
    await addPerson('t.suspended')
    await run('ldappasswd', [...asAdministrator(), '-s', 'Vorläufig-1', dn])
    await modify(dn, 'delete: pwdReset')
    expect((await signIn(dn, 'Vorläufig-1')).code).toBe(0)
    await modify(dn, 'replace: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z')
    const refused = await signIn(dn, 'Vorläufig-1')
    expect(refused.code).toBe(49)
    expect(refused.output).toContain('Account locked')
    await modify(dn, 'delete: pwdAccountLockedTime')
    expect((await signIn(dn, 'Vorläufig-1')).code).toBe(0)
  })

  it('P9: ends a suspension until a day by itself', async () => {
    const until = demoPeople().pupils.find((pupil) => pupil.standing === 'suspendedUntil')!
    const dn = personDn(until.login, 'pupils')
    expect((await signIn(dn, demoPassword)).code).toBe(49)
    ahead = 15 * 86_400_000
    expect((await signIn(dn, demoPassword)).code).toBe(0)
    ahead = 0
    expect((await signIn(dn, demoPassword)).code).toBe(49)
  })

  it('locks out after ten wrong passwords', async () => {
    const dn = personDn(demoPeople().teachers[0]!.login, 'teachers')
    expect((await signIn(dn, demoPassword)).code).toBe(0)
    for (let count = 0; count < 10; count += 1) expect((await signIn(dn, 'falsch')).code).toBe(49)
    expect((await signIn(dn, demoPassword)).code).toBe(49)
    await modify(dn, 'delete: pwdAccountLockedTime')
    expect((await signIn(dn, demoPassword)).code).toBe(0)
  })

  it('lets nobody in without a password, and strangers see only the root entry', async () => {
    expect((await run('ldapsearch', ['-s', 'base', '-b', '', '+'])).output).toContain('Netzwart Demo')
    expect((await run('ldapsearch', ['-b', baseDn])).code).toBe(50)
    const client = new Client({ url: demo.url })
    await expect(client.bind(demo.bindDn, '')).rejects.toMatchObject({ code: 53 })
    await client.unbind()
  })

  it('P25: shows an ordinary user nothing of others and lets them change nothing', async () => {
    const [one, other] = demoPeople().teachers.slice(21)
    const own = ['-D', personDn(one!.login, 'teachers'), '-w', demoPassword]
    const found = await run('ldapsearch', [
      ...own,
      '-LLL',
      '-b',
      baseDn,
      '(objectClass=inetOrgPerson)',
      'uid'
    ])
    expect(found.output.match(/^uid: .*$/gm)).toEqual([`uid: ${one!.login}`])
    const victim = personDn(other!.login, 'teachers')
    expect((await run('ldappasswd', [...own, '-s', 'Fremdes-Wort-3', victim])).output).toContain('(50)')
    expect((await run('ldapdelete', [...own, victim])).code).toBe(50)
  })
})

describe('entries of the demo directory', () => {
  it('answers with the result codes of the protocol', async () => {
    const dn = personDn('t.codes', 'pupils')
    expect((await addPerson('t.codes')).code).toBe(0)
    expect((await addPerson('t.codes')).code).toBe(68)
    const teacher = personDn('t.codes', 'teachers')
    const second = `dn: ${teacher}\nobjectClass: inetOrgPerson\nuid: t.codes\ncn: Groß\nsn: Groß\n`
    expect((await run('ldapadd', asAdministrator(), second)).code).toBe(19)
    expect((await modify(personDn('nobody', 'pupils'), 'replace: sn\nsn: x')).code).toBe(32)
    expect((await modify(dn, 'add: sn\nsn: GROSS')).code).toBe(0)
    expect((await modify(dn, 'add: sn\nsn: gross')).code).toBe(20)
    expect((await modify(dn, 'delete: mail')).code).toBe(16)
    expect((await modify(dn, 'delete: sn')).code).toBe(65)
    expect((await modify(dn, 'delete: uid')).code).toBe(67)
    expect((await modify(dn, 'replace: pwdReset\npwdReset: TRUE\npwdReset: FALSE')).code).toBe(19)
    expect((await modify(dn, 'replace: entryUUID\nentryUUID: x')).code).toBe(19)
    expect((await modify(dn, 'replace: uidNumber\nuidNumber: zwei')).code).toBe(21)
    expect((await run('ldapdelete', [...asAdministrator(), `ou=pupils,${baseDn}`])).code).toBe(66)
    expect((await run('ldapcompare', [...asAdministrator(), dn, 'sn:Groß'])).code).toBe(6)
    expect((await run('ldapcompare', [...asAdministrator(), dn, 'sn:Klein'])).code).toBe(5)
    expect((await run('ldapsearch', [...asAdministrator(), '-b', 'kein Name'])).code).toBe(34)
  })

  it('keeps the id through a rename', async () => {
    await addPerson('t.before')
    const idOf = async (login: string): Promise<string | undefined> => {
      const found = await run('ldapsearch', [
        ...asAdministrator(),
        '-LLL',
        '-b',
        baseDn,
        `(uid=${login})`,
        'entryUUID'
      ])
      return /entryUUID: (.*)/.exec(found.output)?.[1]
    }
    const id = await idOf('t.before')
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const renamed = await run('ldapmodrdn', [
      ...asAdministrator(),
      '-r',
      '-s',
      `ou=staff,${baseDn}`,
      personDn('t.before', 'pupils'),
      'uid=t.after'
    ])
    expect(renamed).toEqual({ code: 0, output: '' })
    expect(await idOf('t.after')).toBe(id)
    expect(await idOf('t.before')).toBeUndefined()
  })

  it('finds by filters with umlauts, wildcards and escapes', async () => {
    const client = new Client({ url: demo.url })
    await client.bind(demo.bindDn, bindPassword)
    const count = async (filter: string): Promise<number> =>
      (await client.search(baseDn, { filter, attributes: ['1.1'] })).searchEntries.length
    const pupils = demoPeople().pupils
    const named = [...pupils, ...demoPeople().teachers, ...demoPeople().staff].filter((person) =>
      person.familyName.toLowerCase().startsWith('mül')
    )
    expect(await count('(sn=MÜL*)')).toBe(named.length)
    expect(await count('(&(objectClass=inetOrgPerson)(employeeNumber=s-10001))')).toBe(1)
    expect(await count('(&(uid=*)(!(employeeNumber=*)))')).toBeGreaterThan(0)
    expect(await count('(|(cn=Lena Schmidt)(employeeNumber=S-10001))')).toBe(3)
    expect(await count(String.raw`(sn=o\27brien)`)).toBe(
      pupils.filter((pupil) => pupil.familyName === "O'Brien").length
    )
    expect(await count(String.raw`(cn=\2a\28\29\5c\f0\9f\98\80)`)).toBe(0)
    expect(await count(`(member=${personDn(pupils[0]!.login, 'pupils').toUpperCase()})`)).toBeGreaterThan(3)
    await client.unbind()
  })

  it('gives out pages and honours a size limit', async () => {
    const client = new Client({ url: demo.url })
    await client.bind(demo.bindDn, bindPassword)
    const filter = '(objectClass=inetOrgPerson)'
    const paged = await client.search(baseDn, { filter, paged: { pageSize: 100 } })
    const whole = await client.search(baseDn, { filter })
    expect(paged.searchEntries.length).toBe(whole.searchEntries.length)
    expect(new Set(paged.searchEntries.map((entry) => entry.dn)).size).toBe(whole.searchEntries.length)
    await client.unbind()
    expect((await run('ldapsearch', [...asAdministrator(), '-z', '5', '-b', baseDn])).code).toBe(4)
  })

  it('gives out a password policy that locks and demands changes', async () => {
    const found = await run('ldapsearch', [...asAdministrator(), '-b', `cn=default,ou=policies,${baseDn}`])
    expect(found.output).toContain('pwdLockout: TRUE')
    expect(found.output).toContain('pwdMustChange: TRUE')
  })
})

describe('the demo directory and hostile clients', () => {
  /** Sends bytes and waits until the server has closed the connection. */
  async function send(bytes: Buffer): Promise<void> {
    const socket = createConnection(Number(new URL(demo.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    const closed = once(socket, 'close')
    socket.resume()
    socket.end(bytes)
    await closed
  }

  it('survives bytes that are no messages', async () => {
    const messages = [
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.alloc(4096, 0xff),
      Buffer.alloc(4096, 0x30),
      Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]),
      Buffer.from([0x30, 0x80]),
      Buffer.from([0x30, 0x05, 0x02, 0x01, 0x01, 0x63, 0x00]),
      // A search whose list of attributes ends in the middle of one: ldapjs's own parser never comes back from it.
      Buffer.from(
        '302802010163230400' + '0a01000a0100020100020100010100' + '870b6f626a656374436c617373' + '3003040541',
        'hex'
      ),
      Buffer.from('30060201016002' + '0201', 'hex')
    ]
    for (const message of messages) await send(message)
    for (let seed = 1; seed < 200; seed += 1) {
      const noise = Buffer.from(Array.from({ length: 40 }, (_, index) => (seed * 7919 * (index + 3)) % 251))
      await send(Buffer.concat([Buffer.from([0x30, 38, 0x02, 0x01, 0x01, 0x60 + (seed % 24)]), noise]))
    }
    expect((await signIn(demo.bindDn, bindPassword)).code).toBe(0)
  })

  it('survives every cut of a valid message', async () => {
    const valid = Buffer.from(
      '3026020101633704008a01' + '000a0100020100020100010100870b6f626a656374436c617373',
      'hex'
    )
    for (let length = 1; length < valid.length; length += 1) await send(valid.subarray(0, length))
    expect((await signIn(demo.bindDn, bindPassword)).code).toBe(0)
  })

  it('survives a filter that is nested a thousand times', async () => {
    const nested = `${'(!'.repeat(1000)}(uid=x)${')'.repeat(1000)}`
    const client = new Client({ url: demo.url })
    await client.bind(demo.bindDn, bindPassword)
    await expect(client.search(baseDn, { filter: nested })).rejects.toThrow()
    expect((await signIn(demo.bindDn, bindPassword)).code).toBe(0)
  })

  it('survives a thousand connections that are dropped', async () => {
    const port = Number(new URL(demo.url).port)
    for (let round = 0; round < 20; round += 1) {
      const sockets = Array.from({ length: 50 }, () => createConnection(port, '127.0.0.1'))
      await Promise.all(
        sockets.map(async (socket) => {
          socket.on('error', () => undefined)
          await Promise.race([once(socket, 'connect'), once(socket, 'close')])
          socket.write(Buffer.from([0x30, 0x0c, 0x02]))
          const closed = once(socket, 'close')
          socket.resetAndDestroy()
          await closed
        })
      )
    }
    expect((await signIn(demo.bindDn, bindPassword)).code).toBe(0)
  })
})

describe('the folder of the demo directory', () => {
  it('belongs to one process at a time', async () => {
    const second = await startDemoDirectory({ folder })
    expect(second).toMatchObject({ ok: false, failure: { code: 'directory.demoInUse' } })
    expect(await resetDemoDirectory(folder)).toMatchObject({ ok: false })
  })

  it('names a port that is taken', async () => {
    const other = await mkdtemp(join(tmpdir(), 'netzwart-demo-'))
    const port = Number(new URL(demo.url).port)
    const second = await startDemoDirectory({ folder: other, port })
    expect(second).toMatchObject({ ok: false, failure: { code: 'directory.demoPortTaken' } })
    expect(await resetDemoDirectory(other)).toMatchObject({ ok: true })
    await rm(other, { recursive: true, force: true })
  })

  it('holds no password in plain text but that of the bind account', async () => {
    await addPerson('t.plain')
    await run('ldappasswd', [...asAdministrator(), '-s', 'Ganz-Geheim-77', personDn('t.plain', 'pupils')])
    const names = (await readdir(folder)).filter((name) => /\.(journal|snapshot)$/.test(name))
    const kept = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    expect(kept.join('\n')).toContain('t.plain')
    expect(kept.join('\n')).not.toContain('Ganz-Geheim-77')
  })

  it('loses nothing acknowledged when the process is killed, five times', async () => {
    const own = await mkdtemp(join(tmpdir(), 'netzwart-demo-kill-'))
    const acknowledged = new Set<string>()
    for (let round = 0; round < 5; round += 1) {
      const { child, url } = await startHost(own)
      const client = new Client({ url })
      await client.bind(demo.bindDn, bindPassword)
      const entries = await client.search(`ou=classes,${baseDn}`, { filter: '(ou=k*)', attributes: ['ou'] })
      const kept = new Set(entries.searchEntries.map((entry) => String(entry['ou'])))
      for (const name of acknowledged) expect(kept.has(name)).toBe(true)
      const writes = Array.from({ length: 300 }, async (_, number) => {
        const ou = `k${round}-${number}`
        await client.add(`ou=${ou},ou=classes,${baseDn}`, { objectClass: 'organizationalUnit', ou })
        acknowledged.add(ou)
        if (number === 40 + round * 50) child.kill('SIGKILL')
      })
      await Promise.all([once(child, 'exit'), ...writes.map((write) => write.catch(() => undefined))])
    }
    expect(acknowledged.size).toBeGreaterThan(5 * 40)
    await rm(own, { recursive: true, force: true })
  })
})

async function startHost(folderOfHost: string): Promise<{ child: ChildProcess; url: string }> {
  const host = fileURLToPath(new URL('./demo/host.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', host, folderOfHost, bindPassword], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url }
}
