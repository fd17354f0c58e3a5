import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../src-main/contract/ledger'

const caseFile = readFileSync('docs/case-file.md', 'utf8')
const example = JSON.parse(blockOf('json')) as LedgerExport
const folder = mkdtempSync(join(tmpdir(), 'netzwart-by-hand-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(caseFile)?.[1] ?? ''
}

/** Types the lines of the page into a shell, without Node.js and without anything of Netzwart. */
function byHand(text: string): string {
  const [first] = example.statements
  const [payload] = example.payloads
  const key = /"key":"([\w-]{43})"/.exec(text)?.[1] ?? ''
  return execFileSync('bash', ['-c', blockOf('sh')], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      text,
      signature: first!.signature,
      key,
      salt: payload!.salt,
      payload: payload!.text
    }
  })
}

describe('checking a statement by hand, as docs/case-file.md says', () => {
  it('gives the hashes of the example and a signature that holds', () => {
    const [first, second] = example.statements
    const lines = byHand(first!.text).split('\n')
    expect(lines[0]).toContain(first!.hash)
    expect(second!.text).toContain(`"previous":"${first!.hash}"`)
    expect(first!.text).toContain(`"key":"${lines[1]?.slice(0, 64) ?? ''}"`)
    expect(lines[2]).toContain(example.payloads[0]!.hash)
    expect(lines[3]).toBe('Signature Verified Successfully')
  })

  it('finds a changed text', () => {
    const changed = example.statements[0]!.text.replace('06:00:00', '06:00:01')
    expect(() => byHand(changed)).toThrow(/Command failed/)
  })

  it('goes on from one statement to the next with the verifier that stands alone', () => {
    const file = join(folder, 'export.json')
    writeFileSync(file, blockOf('json'))
    const said = execFileSync(process.execPath, ['resources/verify-ledger.mjs', file], { encoding: 'utf8' })
    expect(said).toContain(`2:${example.statements[1]!.hash}`)
  })
})
