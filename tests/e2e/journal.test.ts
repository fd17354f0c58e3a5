import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerExportSchema, type LedgerEntry } from '../../src-main/contract/ledger'
import type { OperationInput } from '../../src-main/contract/operations'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import { answerSaveDialog, ask, launch, signIn, type RunningApplication } from './support/application'
import { numberIn, Screens } from './support/screens'

let running: RunningApplication
let screens: Screens
let folder: string
let data: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-journal-'))
  data = await mkdtemp(join(tmpdir(), 'netzwart-e2e-journal-data-'))
  await open()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
})

async function open(): Promise<void> {
  running = await launch({ demo: true, data })
  screens = new Screens(running)
}

const grid = (): Locator => running.window.getByRole('grid', { name: 'Einträge des Journals' })
const row = (place: number): Locator => grid().getByRole('row').nth(place)
const search = (): Locator => running.window.getByRole('textbox', { name: 'Journal durchsuchen' })
const standing = (): Locator => running.window.getByRole('region', { name: 'Zustand des Journals' })
const counted = (): Locator =>
  running.window.getByText(/^([\d.]+ von )?[\d.]+ Einträgen?$|^[\d.]+ Einträge?$/)

async function openJournal(): Promise<void> {
  await screens.menu('Journal').click()
  await screens.heading('Journal').waitFor()
  await grid().getByRole('row').nth(1).waitFor()
}

async function entries(query: OperationInput<'ledger.query'>): Promise<readonly LedgerEntry[]> {
  return (await ask(running.window, 'ledger.query', { limit: 500, ...query })).rows
}

async function one(query: OperationInput<'ledger.query'>): Promise<LedgerEntry> {
  const [entry] = await entries(query)
  if (entry === undefined) throw new Error(`no entry for ${JSON.stringify(query)}`)
  return entry
}

async function openEntry(sequence: number): Promise<void> {
  await running.window.evaluate((number) => (location.hash = `#/journal/${String(number)}`), sequence)
  await screens.text(new RegExp(`^Eintrag ${String(sequence)} ·`)).waitFor()
}

async function inspect(name: string): Promise<void> {
  await screens.dismissToasts()
  expect(await accessibilityProblems(running.window)).toEqual([])
  await pictures(running, name)
}

describe('the list of the journal', () => {
  it('says that the ledger is intact, with head and root as they stand on paper', async () => {
    await openJournal()
    const { statements, head, root } = await ask(running.window, 'ledger.state')
    expect(statements).toBeGreaterThanOrEqual(200)
    await standing().getByText('Das Journal ist unversehrt.').waitFor()
    const groups = (hex: string | undefined): string => hex?.match(/.{4}/g)?.join(' ') ?? 'none'
    await standing()
      .getByText(`${String(head?.sequence)}: ${groups(head?.hash)}`, { exact: true })
      .waitFor()
    await standing()
      .getByText(groups(root ?? undefined), { exact: true })
      .waitFor()
    await inspect('journal')
  })

  it('finds words, kinds, persons and days, and keeps them in the address', async () => {
    await openJournal()
    const opened = await one({ kinds: ['case.opened'] })
    await search().fill(opened.about)
    const expected = (await entries({ text: opened.about })).length
    await expect
      .poll(async () => numberIn((await counted().textContent())?.split('von')[0] ?? ''))
      .toBe(expected)
    await running.window.waitForFunction(() => location.hash.includes('text='))
    await screens.button('Filter zurücksetzen').click()

    await running.window.getByRole('button', { name: /^Art:/ }).click()
    await running.window.getByRole('option', { name: 'Entscheidung der Schulleitung' }).click()
    await row(1).getByText('Entscheidung der Schulleitung').waitFor()
    await screens.button('Filter zurücksetzen').click()

    await running.window.getByRole('button', { name: /^Person:/ }).click()
    await running.window.getByRole('option', { name: opened.signer.name }).click()
    await running.window.waitForFunction(() => location.hash.includes('person='))
    await screens.button('Filter zurücksetzen').click()

    await running.window.getByLabel('Von', { exact: true }).fill('2020-01-01')
    await running.window.getByLabel('Bis', { exact: true }).fill('2020-01-31')
    await screens.text('Kein Eintrag passt').waitFor()
    await inspect('journal-nothing-found')
    await screens.button('Filter zurücksetzen').first().click()
    await row(1).waitFor()
  })

  it('shows everything about one case, led there by the address', async () => {
    const opened = await one({ kinds: ['case.opened'] })
    await running.window.evaluate((subject) => {
      location.hash = `#/journal?subject=${encodeURIComponent(subject)}`
    }, opened.subject)
    await screens.text(`Nur: Fall ${opened.about}`).waitFor()
    const expected = (await entries({ subject: opened.subject })).length
    await expect.poll(() => grid().getByRole('row').count()).toBe(expected + 1)
    await inspect('journal-one-case')
    await screens.button('Wieder alles zeigen').click()
    await screens.text(`Nur: Fall ${opened.about}`).waitFor({ state: 'hidden' })
  })

  it('is walked through by the keyboard', async () => {
    await openJournal()
    await grid().focus()
    await running.window.keyboard.press('ArrowDown')
    await running.window.keyboard.press('Enter')
    await screens.heading('Platz in der Kette').waitFor()
  })

  it('is checked anew on demand', async () => {
    await openJournal()
    await screens.button('Jetzt prüfen').click()
    await standing()
      .getByText(/Neu geprüft um \d\d:\d\d Uhr\./)
      .waitFor()
  })

  it('is exported to a file whose chain holds without Netzwart', async () => {
    await openJournal()
    const file = join(folder, 'journal.json')
    await answerSaveDialog(running.electron, file)
    await screens.button('Journal ausführen').click()
    await screens.text('Journal ausgeführt').first().waitFor()
    const { statements } = ledgerExportSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    let previous = '0'.repeat(64)
    for (const { text, signature, hash } of statements) {
      expect((JSON.parse(text) as { previous: string }).previous).toBe(previous)
      expect(createHash('sha256').update(`${text}\n${signature}`).digest('hex')).toBe(hash)
      previous = hash
    }
    // The copy is said once it is made ready, and before it is written: it is the one statement that it does not hold.
    const [said] = await entries({ kinds: ['copy.made'] })
    expect(said).toMatchObject({
      sequence: statements.length + 1,
      previous,
      // Without the contents of flags, which are not for administrators (P25).
      body: { what: 'procedure', count: statements.length }
    })
  })
})

describe('one entry of the journal', () => {
  it('P26: says who decided what and why, and leads to the case', async () => {
    const decided = await one({ kinds: ['case.decided'] })
    await openEntry(decided.sequence)
    await screens.heading('Entscheidung der Schulleitung').waitFor()
    await screens.text(new RegExp(`^${decided.signer.name} hat `)).waitFor()
    await screens.text('Gültig. Schlüssel, Aufgabe und Wortlaut passen zusammen.').waitFor()
    await screens
      .text(decided.payload?.['reasons'] as string)
      .first()
      .waitFor()
    await inspect('journal-entry')
    await running.window.getByRole('link', { name: 'Fall öffnen' }).click()
    await running.window.waitForFunction(() => location.hash.startsWith('#/cases/'))
  })

  it('stands between its neighbours, and the chain is walked by them', async () => {
    await openEntry(2)
    const chain = running.window.getByRole('list', { name: 'Platz in der Kette' })
    expect(await chain.getByText('Passt', { exact: true }).count()).toBe(2)
    await chain.getByRole('link').first().click()
    await screens.text(/^Eintrag 1 ·/).waitFor()
    await chain.getByText('Anfang der Kette').waitFor()
    const newest = (await one({})).sequence
    await openEntry(newest)
    await chain.getByText('Noch kein späterer Eintrag').waitFor()
  })

  it('shows auditors exactly what was signed', async () => {
    const founding = await one({ kinds: ['founding'] })
    await openEntry(founding.sequence)
    await screens.button('Wortlaut für Prüfende').click()
    const { text, signature } = await ask(running.window, 'ledger.entry', { sequence: founding.sequence })
    await screens.text(text).waitFor()
    await screens.text(signature).waitFor()
    await screens.button('Kennungen und Prüfsummen').click()
    await screens.text('Schlüssel zum Unterschreiben').waitFor()
    await inspect('journal-entry-founding')
  })

  it('says so where there is none', async () => {
    await running.window.evaluate(() => (location.hash = '#/journal/99999'))
    await screens.text('Hier steht kein lesbarer Eintrag').waitFor()
    await inspect('journal-entry-missing')
  })
})

describe('what the data protection officer sees (P25)', () => {
  it('is the procedure of everything, and no contents', async () => {
    const opened = await one({ kinds: ['case.opened'] })
    const names = opened.payload?.['names'] as { familyName: string; login: string }
    const facts = opened.payload?.['facts'] as string
    await signIn(running.window, 'dpo')
    await openJournal()
    await screens.text(/bleibt verborgen: Namen und Inhalte von Fällen/).waitFor()
    await inspect('journal-dpo')
    for (const { payload } of await entries({ kinds: ['case.opened', 'case.proposed', 'case.decided'] }))
      expect(payload).toBeNull()
    expect(await entries({ text: names.familyName, kinds: ['case.opened'] })).toEqual([])
    expect(await entries({ person: opened.payload?.['person'] as string })).toEqual([])

    const file = join(folder, 'journal-dpo.json')
    await answerSaveDialog(running.electron, file)
    await screens.button('Journal ausführen').click()
    await screens
      .text(/ohne \d+ Inhalte, die Ihnen verborgen bleiben/)
      .first()
      .waitFor()
    const exported = await readFile(file, 'utf8')
    // A teacher may have a pupil's family name, and signs in.
    for (const secret of [names.login, facts]) expect(exported).not.toContain(secret)
    expect(ledgerExportSchema.parse(JSON.parse(exported)).withheld?.payloads).toBeGreaterThan(0)
    await screens.dismissToasts()

    await openEntry(opened.sequence)
    await screens.text('Inhalt verborgen').waitFor()
    const shown = (await running.window.locator('main').textContent()) ?? ''
    for (const secret of [names.familyName, names.login, facts]) expect(shown).not.toContain(secret)
    await inspect('journal-entry-withheld')
    await signIn(running.window, 'administrator')
  })

  it('is nothing for a teacher', async () => {
    await signIn(running.window, 'teacher')
    await running.window.evaluate(() => (location.hash = '#/journal'))
    await screens.heading('Übersicht').waitFor()
    await expect(ask(running.window, 'ledger.query', {})).rejects.toThrow()
    await signIn(running.window, 'administrator')
  })
})

describe('a direct write into the database', () => {
  it('P26: a decision that was changed past Netzwart is shown in red on every start page', async () => {
    const decided = await one({ kinds: ['case.decided'] })
    await running.close()
    const database = new DatabaseSync(join(data, 'demo', 'case-file', 'netzwart.sqlite'))
    database.exec('DROP TRIGGER statements_no_update')
    database
      .prepare(`UPDATE statements SET text = replace(text, '"approved"', '"refused"') WHERE sequence = ?`)
      .run(decided.sequence)
    database.close()
    await open()

    await signIn(running.window, 'leadership')
    await screens.heading('Übersicht').waitFor()
    await screens.text('Mit dem Journal stimmt etwas nicht').last().waitFor()
    await inspect('start-leadership-broken')
    await running.window.getByRole('link', { name: 'Journal öffnen' }).first().click()
    await standing().getByText('Mit dem Journal stimmt etwas nicht.').waitFor()
    await standing()
      .getByRole('link', { name: `Eintrag ${String(decided.sequence)}` })
      .first()
      .waitFor()
    await standing()
      .getByText(/nach dem Unterschreiben verändert/)
      .waitFor()
    // Who is in the journal already is offered no way there.
    expect(await running.window.getByRole('link', { name: 'Im Journal ansehen' }).count()).toBe(0)
    await inspect('journal-broken')
    await openEntry(decided.sequence)
    await running.window.getByText('Nicht in Ordnung').first().waitFor()
    await inspect('journal-entry-broken')

    await signIn(running.window, 'teacher')
    await screens.text('Das Journal ist nicht in Ordnung.').waitFor()
    await screens.text(/Sagen Sie der Schulleitung oder der Administration Bescheid\./).waitFor()
  })
})
