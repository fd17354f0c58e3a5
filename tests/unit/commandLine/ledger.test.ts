import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../src-main/commandLine/run'
import type { CommandLineServices } from '../../../src-main/commandLine/surroundings'
import type { LedgerExport } from '../../../src-main/contract/ledger'
import { fail, succeed } from '../../../src-main/contract/result'
import { compareWithPrint, verifyExport } from '../../../src-main/core/ledger'
import { stage } from '../support/commandLineStage'
import { forge, LedgerBuilder, ledgerRules, makePerson, said } from '../support/ledgerBuilder'
import type { LedgerServices } from '../../../src-main/jobs/journal/commandLine/services'
import { checkExportedPlans } from '../../../src-main/jobs/sanctions'

let built: LedgerBuilder
let document: LedgerExport
beforeAll(async () => {
  built = await LedgerBuilder.found()
  document = await built.export()
}, 30_000)

interface Asked {
  readonly code: number
  readonly out: string
  readonly error: string
  readonly exported: readonly string[]
}

/** One call on the ledger built here; `file`: what lies under any name; `person`: somebody has signed in. */
async function call(words: readonly string[], file: unknown = document, person = true): Promise<Asked> {
  const exported: string[] = []
  const ledger: LedgerServices = {
    verify: async (printed) => {
      const verification = await built.ledger.verify()
      return printed === undefined
        ? verification
        : compareWithPrint(verification, built.ledger.items, printed)
    },
    export: async (target) => {
      exported.push(target)
      return succeed()
    },
    verifyExport: (bytes, name, printed) =>
      verifyExport(bytes, name, ledgerRules, checkExportedPlans, printed)
  }
  const services = {
    ledger,
    handlers: { 'application.state': async () => succeed({ directory: null }) },
    isFounded: () => true,
    roles: () => (person ? ['administrator'] : null),
    close: async () => undefined
  } as unknown as CommandLineServices
  const { surroundings, out, error } = stage({
    environment: { LANG: 'en_GB.UTF-8' },
    openServices: async () => succeed(services),
    files: {
      read: async () => succeed(new TextEncoder().encode(JSON.stringify(file))),
      exists: async () => true,
      list: async () => succeed([]),
      writePrivately: async () => fail('application.fileNotWritable')
    }
  })
  const code = await run(words, surroundings)
  return { code, out: out(), error: error(), exported }
}

describe('ledger verify', () => {
  it("answers on the open case file's ledger, and needs nobody for it", async () => {
    const { code, out } = await call(['ledger', 'verify', '--json'], document, false)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      statements: built.sequence,
      head: built.ledger.head,
      root: built.leadership.signer.fingerprint,
      problems: [],
      clockNotices: [],
      unknownKinds: [],
      uncheckedPlans: [],
      uncheckedGroups: []
    })
  })

  it('compares with what stands on paper', async () => {
    const { sequence, hash } = built.ledger.head!
    const head = `${sequence}:${hash.slice(0, 16).replace(/(.{4})/g, '$1 ')}`
    const root = built.leadership.signer.fingerprint.toUpperCase()
    expect((await call(['ledger', 'verify', '--head', head, '--root', root])).code).toBe(0)
    const newer = await call(['ledger', 'verify', '--json', '--head', `${sequence + 5}:${hash}`])
    expect(newer.code).toBe(1)
    expect(JSON.parse(newer.out)).toMatchObject({ problems: [{ seq: sequence + 5, code: 'truncated' }] })
    const other = await call(['ledger', 'verify', '--file', 'x.json', '--json', '--root', 'ab'.repeat(32)])
    expect(JSON.parse(other.out)).toMatchObject({ problems: [{ seq: 2, code: 'unknownKey' }] })
  })

  it('names what is wrong with an exported one, with a sentence, and ends with 1', async () => {
    const stranger = await makePerson('stranger')
    const changed = structuredClone(document)
    const at = forge(changed, stranger.signer, said.settings())
    const { code, out } = await call(['ledger', 'verify', '--file', 'x.json', '--json'], changed)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ problems: [{ seq: at, code: 'unknownKey' }] })
    const words = await call(['ledger', 'verify', '--file', 'x.json'], changed)
    expect(words.out).toContain('NOT sound')
    expect(words.out).toContain(`${at}  unknownKey  Unknown key: It is signed with a key`)
  })

  it('takes no other file for an exported ledger', async () => {
    const { code, error } = await call(['ledger', 'verify', '--file', 'list.json'], { format: 'another' })
    expect(code).toBe(1)
    expect(error).toContain('“list.json” is no exported journal')
  })
})

describe('ledger export', () => {
  it('writes what is personal only for somebody who has signed in', async () => {
    expect((await call(['ledger', 'export', '/tmp/journal.json'])).exported).toEqual(['/tmp/journal.json'])
    const nobody = await call(['ledger', 'export', '/tmp/journal.json'], document, false)
    expect([nobody.code, nobody.exported]).toEqual([1, []])
  })
})
