import { beforeAll, expect, it } from 'vitest'
import { valueOf } from '../support/sanctionsSchool'
import {
  everyAccount,
  everyStatement,
  everyStep,
  openReadingSchool,
  type ReadingSchool
} from '../support/readingSchool'

const names = { own: 'Groß-Şahin', other: 'Müller', colleague: 'José' } as const

let reading: ReadingSchool
beforeAll(async () => {
  reading = await openReadingSchool(names)
  reading.sits(['administrator'])
  return () => reading.close()
}, 120_000)

/** Everything that a list answers to these words, from its first page on. */
const lists = {
  'accounts.query': async (text: string) =>
    valueOf(await reading.ask('accounts.query', { ...everyAccount, text })).rows,
  'sanctions.query': async (text: string) =>
    valueOf(await reading.ask('sanctions.query', { text, states: [], account: null, offset: 0, limit: 100 }))
      .rows,
  'plans.query': async (text: string) =>
    valueOf(await reading.ask('plans.query', { text, offset: 0, limit: 100 })).rows,
  'plans.steps': async (text: string) => {
    const plans = valueOf(await reading.ask('plans.list', undefined))
    const steps = plans.map(
      async ({ hash }) => valueOf(await reading.ask('plans.steps', { ...everyStep(hash), text })).rows
    )
    return (await Promise.all(steps)).flat()
  },
  'ledger.query': async (text: string) =>
    valueOf(await reading.ask('ledger.query', { ...everyStatement, text })).rows
} as const

it.each(Object.entries(lists))('%s finds a name in every way of writing it', async (name, list) => {
  const found = async (text: string): Promise<string[]> => {
    const rows = JSON.stringify(await list(text))
    return Object.values(names).filter((one) => rows.includes(one))
  }
  for (const text of ['Groß', 'gross', 'GROSS', 'Şahin', 'sahin'])
    expect([text, await found(text)]).toEqual([text, [names.own]])
  for (const text of ['Müller', 'mueller', 'muller'])
    expect([text, await found(text)]).toEqual([text, [names.other]])
  // No case is about a teacher.
  const josé = name === 'sanctions.query' ? [] : [names.colleague]
  for (const text of ['José', 'jose', 'JOSÉ']) expect([text, await found(text)]).toEqual([text, josé])
  expect(await found('niemand')).toEqual([])
})
