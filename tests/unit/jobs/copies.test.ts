import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LedgerItem } from '../../../src-main/core/ledger'
import { fail } from '../../../src-main/contract/result'
import { codeOf, valueOf } from '../support/sanctionsSchool'
import { openReadingSchool, type ReadingSchool } from '../support/readingSchool'

let reading: ReadingSchool
beforeEach(async () => {
  reading = await openReadingSchool()
  reading.sits(['administrator', 'evaluator'])
}, 120_000)
afterEach(async () => {
  await reading.close()
})

const copies = (): unknown[] =>
  reading.school.ledger.items.flatMap(({ statement }: LedgerItem) =>
    statement?.kind === 'copy.made' ? [statement.body] : []
  )

/** Each way in which the window saves something of the case file. */
const ways = [
  {
    what: 'journal',
    save: () => reading.ask('ledger.export', undefined),
    count: () => reading.school.ledger.items.length - 1
  },
  { what: 'names', save: () => reading.ask('accounts.export', { schoolClass: null }), count: () => 3 },
  {
    what: 'slips',
    save: () =>
      reading.ask('slips.save', {
        accounts: [reading.accounts.own, reading.accounts.other].map(({ id }) => id)
      }),
    count: () => 2
  },
  {
    what: 'caseDocument',
    save: () => reading.ask('sanctions.saveDocument', { case: reading.cases.own, document: 'hearing' }),
    count: () => 1
  }
] as const

describe.each(ways)('a copy: $what', ({ what, save, count }) => {
  it('P22: is a statement with person and number, made before the file', async () => {
    const file = reading.file('copy')
    reading.dialog.target = file
    const { ledger } = reading.school
    const there: boolean[] = []
    const stopListening = ledger.onChange(() => there.push(existsSync(file)))
    expect(valueOf(await save())).toMatchObject({ file })
    stopListening()
    expect(there).toEqual([false])
    expect(existsSync(file)).toBe(true)
    const { person } = reading.school.people.evaluator.actor
    expect(copies()).toEqual([{ what, count: count(), by: person }])
    expect(ledger.items.at(-1)?.signedBy?.kind).toBe('device')
  })

  it('is not made where it cannot be said: nothing is saved, nothing is destroyed', async () => {
    reading.dialog.target = reading.file('copy')
    vi.spyOn(reading.school.ledger, 'record').mockResolvedValue(fail('ledger.deviceUnknown'))
    expect(codeOf(await save())).toBe('ledger.deviceUnknown')
    expect(existsSync(reading.file('copy'))).toBe(false)
    expect(copies()).toEqual([])
    expect(valueOf(await reading.ask('slips.pending', undefined))).toHaveLength(3)
  })

  it('is not said where the dialog is closed', async () => {
    const { length } = reading.school.ledger.items
    reading.dialog.target = null
    expect(await save()).toEqual({ ok: true, value: null })
    expect(reading.school.ledger.items).toHaveLength(length)
  })
})

describe('a saved document', () => {
  it('P25: is opened again by whoever saved it, and by nobody else at this PC', async () => {
    const file = reading.file('names.csv')
    reading.dialog.target = file
    valueOf(await reading.ask('accounts.export', { schoolClass: null }))
    valueOf(await reading.ask('documents.open', { file }))
    reading.school.present = reading.school.people.leadership
    expect(codeOf(await reading.ask('documents.open', { file }))).toBe('accounts.documentUnknown')
    expect(reading.opened).toEqual([file])
  })
})
