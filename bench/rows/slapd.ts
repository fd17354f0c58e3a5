import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { accountAttributes } from '../../src-main/world/directory/openldap/attributes'
import { openOpenLdapDirectory } from '../../src-main/world/directory/openldap/open'
import {
  defaultContainers,
  ldapSearchAsRoot,
  startSlapd,
  type SlapdServer
} from '../../tests/integration/servers/slapd'
import { againstPeer, median, seconds, type Row } from '../support/row'
import { connectionTo, must, rosterOf, withServices } from '../support/school'

const run = promisify(execFile)
const created = 2000
const present = 30_000
const rounds = 3

/**
 * Both sides make the same entries with the same classes and passwords on a server of the same settings that
 * writes to the disk; ours also keeps the journal and the sealed passwords. Peer: `ldapadd` with one file.
 */
export async function createOnSlapd(): Promise<readonly Row[]> {
  const own: number[] = []
  const peer: number[] = []
  for (let round = 0; round < rounds; round++) {
    const server = await startSlapd({ durable: true })
    let entries: string
    try {
      own.push(await applyRoster(server))
      entries = await entriesAsWritten(server)
    } finally {
      await server.stop()
    }
    peer.push(await addByPeer(entries))
  }
  return [
    againstPeer(
      `create ${created} accounts, slapd`,
      { name: 'ldapadd', seconds: median(peer) },
      median(own),
      1,
      'with classes, passwords and journal'
    )
  ]
}

async function applyRoster(server: SlapdServer): Promise<number> {
  return withServices(connectionTo(server, 'openldap'), server.bindPassword, async (services, folder) => {
    const file = join(folder, 'roster.csv')
    await writeFile(file, rosterOf(created))
    const preview = must(await services.accounts.rosters.open([file], 'roster.csv'))
    const planned = must(await services.accounts.rosters.plan(preview.roster, {}, {}))
    const plan = planned.plan?.hash ?? ''
    return seconds(async () => {
      const progress = must(await services.handlers['plans.apply']({ plan, leavers: null, passphrase: null }))
      if (progress.state !== 'finished' || progress.failed > 0) throw new Error(JSON.stringify(progress))
    })
  })
}

/** What we have made, as LDIF that the bind account can add again: clear passwords, as a person would write them. */
async function entriesAsWritten(server: SlapdServer): Promise<string> {
  const accounts = await ldapSearchAsRoot(server, '(objectClass=inetOrgPerson)', '*')
  const classes = await ldapSearchAsRoot(server, '(objectClass=groupOfNames)', '*')
  const withPasswords = accounts.replaceAll(
    /^userPassword::? .*$/gm,
    'userPassword: Baumhaus-4711\npwdReset: TRUE'
  )
  return `${withPasswords}\n${classes}`
}

async function addByPeer(entries: string): Promise<number> {
  const server = await startSlapd({ durable: true })
  try {
    const file = join(server.folder, 'entries.ldif')
    await writeFile(file, entries)
    return await seconds(() => asBindAccount(server, 'ldapadd', ['-f', file]))
  } finally {
    await server.stop()
  }
}

/** Reading every account with the attributes that our list needs, groups included on our side. */
export async function readFromSlapd(): Promise<readonly Row[]> {
  const server = await startSlapd({ entries: schoolOf(present) })
  try {
    const own: number[] = []
    const peer: number[] = []
    for (let round = 0; round < rounds; round++) {
      peer.push(
        await seconds(() =>
          asBindAccount(server, 'ldapsearch', [
            '-LLL',
            '-b',
            server.baseDn,
            '(objectClass=inetOrgPerson)',
            ...accountAttributes
          ])
        )
      )
      own.push(
        await seconds(async () => {
          const directory = must(
            await openOpenLdapDirectory(connectionTo(server, 'openldap'), server.bindPassword)
          )
          const { accounts } = must(await directory.readAll())
          if (accounts.length < present) throw new Error(`only ${accounts.length} accounts`)
          await directory.close()
        })
      )
    }
    return [
      againstPeer(
        `read ${present} accounts, slapd`,
        { name: 'ldapsearch', seconds: median(peer) },
        median(own),
        2,
        'connect, sign in, read, build'
      )
    ]
  } finally {
    await server.stop()
  }
}

function schoolOf(pupils: number): string {
  const base = 'dc=schule,dc=example'
  const entries = Array.from({ length: pupils }, (_, index) => {
    const uid = `p.schueler${index}`
    return [
      `dn: uid=${uid},ou=pupils,${base}`,
      'objectClass: inetOrgPerson',
      'objectClass: posixAccount',
      `uid: ${uid}`,
      `cn: Paula Schueler${index}`,
      'givenName: Paula',
      `sn: Schueler${index}`,
      `displayName: Paula Schueler${index}`,
      `employeeNumber: ${index}`,
      'employeeType: pupil',
      `mail: ${uid}@schule.example`,
      `uidNumber: ${10_000 + index}`,
      'gidNumber: 10000',
      `homeDirectory: /home/${uid}`,
      ''
    ].join('\n')
  })
  return `${defaultContainers}\n${entries.join('\n')}`
}

/** Runs a client of OpenLDAP as the bind account; the password travels in a file. */
async function asBindAccount(server: SlapdServer, program: string, words: readonly string[]): Promise<void> {
  const passwordFile = join(server.folder, 'bind-password')
  await writeFile(passwordFile, server.bindPassword, { mode: 0o600 })
  await run(program, ['-x', '-H', server.addressUrl, '-D', server.bindDn, '-y', passwordFile, ...words], {
    env: { ...process.env, LDAPTLS_CACERT: server.caFile },
    maxBuffer: 1024 ** 3
  })
}
