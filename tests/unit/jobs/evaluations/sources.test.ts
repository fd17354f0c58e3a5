import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperationOutput, ParsedInput } from '../../../../src-main/contract/operations'
import type { LogSource } from '../../../../src-main/contract/orders'
import { succeed } from '../../../../src-main/contract/result'
import { createSources } from '../../../../src-main/jobs/evaluations/sources'
import { localLogs } from '../../../../src-main/world/logs/local'
import { codeOf, valueOf } from '../../support/sanctionsSchool'
import { mailServer, webFilter } from '../../support/ordersSchool'
import { officials } from '../../support/sanctionsPeople'

/** The sources of a school, and what its settings hold. */
async function opened(sources: LogSource[] = [webFilter, mailServer], chosen: string | null = null) {
  const kept = { sources }
  const handlers = createSources({
    logs: localLogs,
    settings: {
      logSources: async () => succeed(kept.sources),
      async keepLogSources(next) {
        kept.sources = [...next]
        return succeed()
      }
    },
    desktop: {
      chooseFiles: async () => (chosen === null ? null : [chosen]),
      chooseFolder: async () => chosen
    }
  })
  const { administrator } = await officials()
  return { handlers, kept, asker: administrator.person.actor }
}

const { id: _id, ...entered } = webFilter
const printers = { ...entered, id: null, name: 'Drucker', path: '/var/log/cups/page_log*', format: 'cups' }

describe('P19: where logs lie', () => {
  it('is entered, changed and removed, and nothing is read', async () => {
    const { handlers, kept, asker } = await opened()
    const added = valueOf(await handlers['logSources.save'](printers, asker))
    expect(added.sources.map(({ name }) => name)).toEqual(['Webfilter', 'Mailserver', 'Drucker'])
    const { id } = added.sources[2]!
    const changed = { ...printers, id, format: null, keptDays: 14 }
    valueOf(await handlers['logSources.save'](changed, asker))
    expect(kept.sources[2]).toEqual({ ...changed, id })
    const left = valueOf(await handlers['logSources.remove']({ id: webFilter.id }, asker))
    expect(left.sources.map(({ name }) => name)).toEqual(['Mailserver', 'Drucker'])
  })

  it.each([
    [{ path: 'cups/page_log' }, 'logSources.pathNotWhole'],
    [{ path: '/var/*/page_log' }, 'logSources.pathNotWhole'],
    [{ name: 'Webfilter' }, 'logSources.nameTaken'],
    [{ format: 'telepathy' }, 'logSources.formatUnknown'],
    [{ id: crypto.randomUUID() }, 'logSources.gone']
  ])('refuses %j: %s', async (wrong, code) => {
    const { handlers, kept, asker } = await opened()
    expect(codeOf(await handlers['logSources.save']({ ...printers, ...wrong }, asker))).toBe(code)
    expect(kept.sources).toEqual([webFilter, mailServer])
  })

  it('takes the words of a format that the school writes in its own way, and no format without them', async () => {
    const { handlers, kept, asker } = await opened()
    const logformat = '%ts.%03tu %>a %un %>Hs %ru'
    const mapping = { format: 'squid-logformat' as const, logformat }
    const own = { ...printers, format: 'squid-logformat' }
    expect(codeOf(await handlers['logSources.save'](own, asker))).toBe('logs.mappingMissing')
    const other = { ...printers, mapping }
    expect(codeOf(await handlers['logSources.save'](other, asker))).toBe('logs.mappingMissing')
    const without = { ...own, mapping: { ...mapping, logformat: '%>a %un' } }
    expect(codeOf(await handlers['logSources.save'](without, asker))).toBe('logs.logformatWithoutTime')
    valueOf(await handlers['logSources.save']({ ...own, mapping }, asker))
    expect(kept.sources[2]).toMatchObject({ format: 'squid-logformat', mapping })
    expect(Object.hasOwn(kept.sources[0] ?? {}, 'mapping')).toBe(false)
  })

  it('is chosen with the dialog of this PC, which may be closed', async () => {
    for (const folder of [true, false]) {
      const closed = await opened()
      expect(valueOf(await closed.handlers['logSources.choose']({ folder }, closed.asker))).toBeNull()
      const { handlers, asker } = await opened([], '/var/log')
      expect(valueOf(await handlers['logSources.choose']({ folder }, asker))).toEqual({ path: '/var/log' })
    }
  })
})

describe('P19: the beginning of a source', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netzwart-sources-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const canaries = ['kanarienvogel', '10.99.98.97', '02:00:00:aa:bb:99']
  const row = (name: string): string => `29.11.2026 08:00:00;${name};10.99.98.97;02:00:00:aa:bb:99;17;\n`
  const table = { delimiter: ';', header: true } as const

  async function looked(
    content: string,
    trial: Partial<ParsedInput<'logSources.preview'>> = {}
  ): Promise<OperationOutput<'logSources.preview'>> {
    const path = join(folder, 'tabelle.csv')
    await writeFile(path, content)
    const { handlers, asker } = await opened()
    const preview = valueOf(
      await handlers['logSources.preview']({ path, format: 'csv', table, ...trial }, asker)
    )
    for (const canary of canaries) expect(JSON.stringify(preview)).not.toContain(canary)
    return preview
  }

  it('shows names of columns and what their cells look like, and nothing of what stands in them', async () => {
    const preview = await looked(`Zeit;Wer;IP;Gerät;Zahl;Leer\n${row('kanarienvogel').repeat(3)}`)
    expect(preview.columns).toEqual([
      { name: 'Zeit', forms: [{ form: 'time', count: 3 }] },
      { name: 'Wer', forms: [{ form: 'text', count: 3 }] },
      { name: 'IP', forms: [{ form: 'address', count: 3 }] },
      { name: 'Gerät', forms: [{ form: 'device', count: 3 }] },
      { name: 'Zahl', forms: [{ form: 'number', count: 3 }] },
      { name: 'Leer', forms: [{ form: 'empty', count: 3 }] }
    ])
  })

  it('shows no first line that is a row and no header, whatever somebody says', async () => {
    const preview = await looked(row('kanarienvogel').repeat(3))
    expect(preview.columns.map(({ name }) => name)).toEqual([null, null, null, null, null, null])
  })

  it.each([
    'Nov 25 07:35:11;kanarienvogel;hilfe.example',
    'Mi 25.11.2026 07:35;kanarienvogel;Beratung',
    '25.11.2026, 07:35;kanarienvogel;x',
    '20261125T073511Z;kanarienvogel;x',
    '10.1.2.3:4711;kanarienvogel;x',
    'kanarienvogel schreibt Maja;ich habe Angst vor morgen',
    'kanarienvogel'
  ])('P19: shows nothing of a first line “%s”', async (line) => {
    const preview = await looked(`${line}\n`.repeat(4))
    expect(preview.columns.every(({ name }) => name === null)).toBe(true)
  })

  it('says in numbers how much a description can read', async () => {
    const logformat = '%ts %>a %un %>Hs'
    const mapping = { format: 'squid-logformat' as const, logformat }
    const lines = '1795928065 10.99.98.97 kanarienvogel 200\n1795928066 10.99.98.97 - 407\nx\n1795'
    expect(await looked(lines, { format: 'squid-logformat', mapping, table: null })).toMatchObject({
      ...{ file: 'tabelle.csv', lines: 3, parsed: 2, events: 2, named: 1 }
    })
  })

  it('says where there is nothing, and what is wrong with a description', async () => {
    const { handlers, asker } = await opened()
    const trial = { path: join(folder, 'nichts.log'), format: null, table: null }
    expect(valueOf(await handlers['logSources.preview'](trial, asker))).toMatchObject({
      file: null,
      lines: 0
    })
    expect(codeOf(await handlers['logSources.preview']({ ...trial, path: 'nichts.log' }, asker))).toBe(
      'logSources.pathNotWhole'
    )
    expect(codeOf(await handlers['logSources.preview']({ ...trial, format: 'csv' }, asker))).toBe(
      'logs.mappingMissing'
    )
  })
})
