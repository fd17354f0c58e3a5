import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { operations, type OperationName } from '../../../src-main/contract/operations'
import type { Result } from '../../../src-main/contract/result'
import type { Services } from '../../../src-main/services'
import { openHeadless } from '../support/headless'
import { makeGateway, type Gateway } from '../../../src-main/shell/gateway'
import { codeOf, valueOf } from '../directory/suiteTools'

/** Texts that fit one or the other field. */
const candidates = [
  ...[
    'Beispiel',
    'ldaps://127.0.0.1:1',
    '127.0.0.1',
    'a'.repeat(64),
    '2026-11-28',
    '2026-11-28T10:00:00.000Z'
  ],
  ...['5f0c4d1e-7a3b-4c2d-8e9f-0a1b2c3d4e5f', 'm.muster', 'Passwort-mit-4711-Zeichen', 'ou=pupils,dc=school']
]

/** A value that the schema takes, as far as one can be made without knowing what it means. */
function sampleOf(schema: z.core.$ZodType): unknown {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } }
  const inner = (name: string): z.core.$ZodType => def[name] as z.core.$ZodType
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, z.core.$ZodType>).map(([key, part]) => [
          key,
          sampleOf(part)
        ])
      )
    case 'array':
      return [sampleOf(inner('element'))]
    case 'record':
      return { Beispiel: sampleOf(inner('valueType')) }
    case 'union':
      return sampleOf((def['options'] as z.core.$ZodType[])[0]!)
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return sampleOf(inner('innerType'))
    case 'pipe':
      return sampleOf(inner('in'))
    case 'string':
      return candidates.find((text) => (schema as z.ZodType).safeParse(text).success) ?? 'Beispiel'
    case 'enum':
      return Object.values(def['entries'] as object)[0]
    case 'literal':
      return (def['values'] as unknown[])[0]
    case 'number':
      return [1, 5432].find((number) => (schema as z.ZodType).safeParse(number).success) ?? 1
    case 'boolean':
      return false
    default:
      return undefined
  }
}

type Path = readonly string[]

/** Where the strings of a value stand. */
function stringsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => stringsIn(part, [...path, key]))
}

function replaced(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  copy[key] = replaced(copy[key], rest, text)
  return Array.isArray(value) ? Object.values(copy) : copy
}

const fields = (Object.keys(operations) as OperationName[]).flatMap((name) => {
  const sample = sampleOf(operations[name].input)
  return stringsIn(sample).map((path) => ({ name, sample, path }))
})

const noTexts = [
  'Muster\0',
  '\0',
  'ldaps://127.0.0.1\0:636',
  'a\u0007b',
  '\u001b[2J',
  '\u007f',
  'x\u0085y',
  'half \ud800',
  '\udc00'
]

describe('whatever stands in a field of an operation', () => {
  let folder = ''
  let services: Services
  let gateway: Gateway
  const bugs: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netzwart-border-'))
    services = valueOf(await openHeadless(folder, { onBug: (error) => void bugs.push(String(error)) }))
    gateway = makeGateway(
      services.handlers,
      () => ['administrator', 'leadership', 'evaluator', 'dpo', 'teacher'],
      {
        write: (name, error) => {
          bugs.push(`${name}: ${String(error)}`)
          return 'bug'
        }
      }
    )
  })

  afterAll(async () => {
    await services.close()
    await rm(folder, { recursive: true, force: true })
  })

  const ask = (name: OperationName, input: unknown): Promise<Result<unknown>> =>
    gateway({ isOurWindow: true, isMainFrame: true, address: 'app://netzwart/' }, name, input)

  it('there are fields, of many operations', () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBeGreaterThan(40)
    expect(fields.length).toBeGreaterThan(100)
  })

  it('control characters and halves of characters are refused with a sentence, in every field', async () => {
    for (const { name, sample, path } of fields) {
      for (const text of noTexts) {
        const answer = await ask(name, replaced(sample, path, text))
        expect([name, path.join('.'), codeOf(answer)]).toEqual([name, path.join('.'), 'application.notText'])
        if (!answer.ok) expect(answer.failure.parameters).toEqual({ field: path.join('.') })
      }
    }
  })

  it('names of hosts and addresses have one line', async () => {
    const location = fields.find(({ name, path }) => name === 'caseFile.check' && path.at(-1) === 'host')
    const url = fields.find(({ name }) => name === 'setup.fetchCertificates')
    for (const field of [location, url]) {
      if (field === undefined) throw new Error('the contract has no such field')
      const answer = await ask(field.name, replaced(field.sample, field.path, '127.0.0.1\n.example'))
      expect(codeOf(answer)).toBe('application.invalidInput')
    }
  })

  it('very long text is refused or means nothing, and is never a bug', { timeout: 120_000 }, async () => {
    for (const { name, sample, path } of fields) {
      for (const text of ['ä'.repeat(100_000), '*'.repeat(300)]) {
        expect(codeOf(await ask(name, replaced(sample, path, text)))).not.toBe('application.unexpected')
      }
    }
    expect(bugs).toEqual([])
  })

  it('an input that holds itself, or is deeper than any stack, is no bug', async () => {
    const circle: Record<string, unknown> = { account: 'a' }
    circle['self'] = circle
    let deep: unknown = 'a\0'
    for (let level = 0; level < 200_000; level += 1) deep = [deep]
    for (const input of [circle, deep, { account: deep }]) {
      expect(codeOf(await ask('accounts.detail', input))).not.toBe('application.unexpected')
    }
  })
})
