import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  ledgerExportSchema,
  ledgerProblemCodes,
  statementKinds,
  type LedgerExport
} from '../../../../src-main/contract/ledger'
import { usualCost } from '../../../../src-main/core/people/passphrase'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

const caseFile = readFileSync('docs/case-file.md', 'utf8')

/** Cells of the rows of the table under a heading. */
function rowsUnder(heading: string): string[][] {
  const from = caseFile.indexOf(`\n### ${heading}\n`)
  const until = caseFile.indexOf('\n#', from + 5)
  return caseFile
    .slice(from, until)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

describe('docs/case-file.md', () => {
  it('has every kind of statement with those who sign it', () => {
    const documented = rowsUnder('Kinds and who signs them').map(([, kind = '', , signers = '']) => [
      kind.replaceAll('`', ''),
      [...signers.matchAll(/`(\w+)`/g)].map(([, signer]) => signer).sort()
    ])
    const declared = Object.entries(statementKinds).map(([kind, { signers }]) => [kind, [...signers].sort()])
    expect(documented).toEqual(declared)
  })

  it('explains every finding', () => {
    const documented = rowsUnder('What is found').map(([, code = '']) => code.replaceAll('`', ''))
    expect(documented).toEqual([...ledgerProblemCodes])
  })

  it('names the cost of a passphrase as it is', () => {
    expect(caseFile).toContain(`${usualCost.operations} passes, ${usualCost.memory / 1_048_576} MiB`)
  })

  it('has an example that both verifiers find sound, and whose hashes are those of the text', () => {
    const [, json = ''] = /```json\n(.*?)```/s.exec(caseFile) ?? []
    const example: LedgerExport = ledgerExportSchema.parse(JSON.parse(json))
    const verdict = verifyInApp(example)
    expect(verifyStandingAlone(example)).toEqual(verdict)
    expect(verdict).toMatchObject({ statements: 2, root: null, problems: [] })
    const [, shell = ''] = /```sh\n(.*?)```/s.exec(caseFile) ?? []
    const quoted = [...shell.matchAll(/([0-9a-f]{8})…/g)].map(([, digits]) => digits)
    const [first] = example.statements
    const key = /"key":"([0-9a-f]{64})"/.exec(first!.text)?.[1]
    expect(quoted).toEqual([first!.hash, key, example.payloads[0]!.hash].map((hash) => hash?.slice(0, 8)))
  })
})

describe('docs/threat-model.md', () => {
  it('names tests that exist', () => {
    const page = readFileSync('docs/threat-model.md', 'utf8').replaceAll(/\s+/g, ' ')
    const named = [...page.matchAll(/`(tests\/[^`]+\.test\.ts)`: `([^`]+)`/g)]
    expect(named.length).toBeGreaterThan(25)
    const absent = named.filter(([, file = '', name = '']) => !readFileSync(file, 'utf8').includes(name))
    expect(absent.map(([words]) => words)).toEqual([])
  })
})
