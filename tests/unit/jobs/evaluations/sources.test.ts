import { describe, expect, it } from 'vitest'
import type { LogSource } from '../../../../src-main/contract/orders'
import { succeed } from '../../../../src-main/contract/result'
import { createSources } from '../../../../src-main/jobs/evaluations/sources'
import { codeOf, valueOf } from '../../support/sanctionsSchool'
import { mailServer, webFilter } from '../../support/ordersSchool'
import { officials } from '../../support/sanctionsPeople'

/** The sources of a school, and what its settings hold. */
async function opened(sources: LogSource[] = [webFilter, mailServer], chosen: string | null = null) {
  const kept = { sources }
  const handlers = createSources({
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
