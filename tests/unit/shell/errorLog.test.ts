import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describe as describeError, openErrorLog } from '../../../src-main/shell/errorLog'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netzwart-log-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const read = (name = 'errors.jsonl'): string => readFileSync(join(folder, name), 'utf8')

describe('the error log', () => {
  it('writes code, kind and place, and never the words of the error', () => {
    const log = openErrorLog(folder, () => new Date('2026-08-01T10:00:00Z'))
    const error = Object.assign(new RangeError('uid=e.mustermann Geheim!2026'), { code: 'ENOENT' })
    error.stack = [
      'RangeError: uid=e.mustermann Geheim!2026',
      'zweite Zeile mit Erika Mustermann',
      '    at readRoster (file:///home/erika.mustermann/netzwart/out/main/index.js:10:5)',
      '    at async C:\\Users\\Erika Mustermann\\netzwart\\out\\main\\index.js:20:7'
    ].join('\n')
    const reference = log.write('rosters.choose', error)
    const text = read()
    expect(text).not.toMatch(/mustermann|Geheim|zweite/i)
    expect(JSON.parse(text)).toEqual({
      at: '2026-08-01T10:00:00.000Z',
      reference,
      where: 'rosters.choose',
      kind: 'RangeError',
      code: 'ENOENT',
      frames: ['at readRoster (index.js:10:5)', 'at async index.js:20:7']
    })
  })

  it('leaves out a code that is a sentence', () => {
    const error = Object.assign(new Error(), { code: 'Konto von Erika Mustermann' })
    expect(describeError(error).code).toBeNull()
  })

  it('says of a thrown thing that is no error only what kind it is', () => {
    expect(describeError('Erika Mustermann')).toEqual({ kind: 'string', code: null, frames: [] })
  })

  it('writes the same error once', () => {
    const log = openErrorLog(folder)
    const error = new Error()
    expect(log.write('a', error)).toBe(log.write('b', error))
    expect(read().trim().split('\n')).toHaveLength(1)
  })

  it('is readable only by its owner', () => {
    openErrorLog(folder).write('a', new Error())
    expect(statSync(join(folder, 'errors.jsonl')).mode & 0o777).toBe(0o600)
  })

  it('starts a new file at one megabyte and keeps three old ones', () => {
    const log = openErrorLog(folder)
    for (let round = 1; round <= 5; round += 1) {
      writeFileSync(join(folder, 'errors.jsonl'), `${round}`.padEnd(1_000_000, ' '))
      log.write('full', new Error())
    }
    expect(readdirSync(folder).sort()).toEqual([
      'errors.jsonl',
      'errors.jsonl.1',
      'errors.jsonl.2',
      'errors.jsonl.3'
    ])
    expect(read('errors.jsonl.1').trim()).toBe('5')
    expect(read('errors.jsonl.3').trim()).toBe('3')
  })

  it('gives a number even where nothing can be written', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(openErrorLog(join(file, 'log')).write('a', new Error())).toMatch(/^[0-9a-f]{8}$/)
  })
})
