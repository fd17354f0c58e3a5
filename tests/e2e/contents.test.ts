import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountRow } from '../../src-main/contract/accounts'
import type { AppointedRole, DemoPersonCard } from '../../src-main/contract/people'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { Screens } from './support/screens'

const passphrase = 'Kreide Fahrrad Nebel Uhr'
/** Every screen that has no other in front of it, by what stands in its address. */
const places = [
  '/accounts',
  '/cases',
  '/cases/new',
  '/plans',
  '/plans/new',
  '/slips',
  '/journal',
  '/people',
  '/people/appoint',
  '/settings'
] as const

let running: RunningApplication
let screens: Screens
let folder: string
let teacher: DemoPersonCard
let leadership: DemoPersonCard
/** The demo's teacher, by the directory. */
let account: string
/** A pupil of the teacher's class, and one of another class. */
let own: AccountRow
let other: AccountRow
/** What stands in cases: no word of it is for who reads procedure. */
let facts: readonly string[]
let opened: number
let caseId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-contents-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
  const { window } = running
  teacher = await demoPerson(window, 'teacher')
  leadership = await demoPerson(window, 'leadership')
  await signIn(window, 'leadership')
  account = (await one({ text: teacher.login, kind: 'teacher' })).id
  own = await one({ schoolClass: '7b', kind: 'pupil' })
  other = await one({ schoolClass: '9c', kind: 'pupil' })
  const { rows } = await ask(window, 'ledger.query', { kinds: ['case.opened'], limit: 500 })
  facts = rows.map(({ payload }) => payload?.['facts'] as string)
  opened = rows[0]?.sequence ?? 0
  caseId = rows[0]?.subject.replace('case:', '') ?? ''
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

async function one(query: {
  text?: string
  schoolClass?: string
  kind: 'pupil' | 'teacher'
}): Promise<AccountRow> {
  const [row] = (await ask(running.window, 'accounts.query', { ...query, limit: 1 })).rows
  if (row === undefined) throw new Error(`nobody for ${JSON.stringify(query)}`)
  return row
}

/** Gives the teacher of 7b one office, and no other, as the leadership does. */
async function appoint(role: AppointedRole, isFirst: boolean): Promise<void> {
  const { window } = running
  await signIn(window, 'leadership')
  const { appointments } = await ask(window, 'people.appointments')
  for (const { id } of appointments.filter(({ person, state }) => person === account && state === 'active')) {
    await ask(window, 'people.revoke', {
      appointment: id,
      reason: 'Nur zur Probe benannt',
      passphrase: leadership.passphrase
    })
  }
  const chosen = isFirst
    ? await ask(window, 'people.choosePassphrase', { person: account, passphrase })
    : { fingerprint: null }
  await ask(window, 'people.appoint', {
    person: account,
    role,
    from: '2026-01-01',
    until: null,
    newKey: chosen.fingerprint,
    passphrase: leadership.passphrase
  })
  await signIn(window, 'teacher')
  const { session } = await ask(window, 'application.state')
  expect(session.person?.roles.toSorted()).toEqual([role, 'teacher'].toSorted())
}

/** Goes there, expects to end up there or elsewhere, and to read no fact of a case on the way. */
async function walkTo(place: string, end: string = place): Promise<void> {
  const { window } = running
  await window.evaluate((hash) => (location.hash = hash), `#${place}`)
  // A screen that is refused is there for a moment in the address.
  await window.waitForTimeout(300)
  await expect
    .poll(() => window.evaluate(() => location.hash.slice(1).split('?')[0]), { timeout: 20_000 })
    .toBe(end)
  await window.locator('main h1').first().waitFor()
  await expect.poll(() => window.locator('main [aria-busy="true"]').count(), { timeout: 20_000 }).toBe(0)
  const shown = (await window.locator('main').textContent()) ?? ''
  for (const fact of facts) expect(shown).not.toContain(fact)
}

/** Of all screens these open, and the others lead to the overview. */
async function walkThrough(...open: readonly (typeof places)[number][]): Promise<void> {
  for (const place of places) await walkTo(place, open.includes(place) ? place : '/')
}

async function refused(asking: Promise<unknown>): Promise<void> {
  await expect(asking).rejects.toThrow(/application\.notAllowed|caseNotFound|slipsGone/)
}

describe('a teacher who is data protection officer (P25)', () => {
  it('walks through every screen and reads no contents, and no pupil of another class', async () => {
    await appoint('dpo', true)
    await walkThrough('/accounts', '/slips', '/journal', '/people')
    await walkTo(`/cases/${caseId}`, '/')
    await walkTo(`/journal/${opened}`)
    await screens.text('Inhalt verborgen').waitFor()
    await walkTo(`/accounts/${encodeURIComponent(other.id)}`)
    await screens.text('Dafür fehlt Ihnen die Berechtigung.').first().waitFor()
    const { rows, all } = await ask(running.window, 'accounts.query', { limit: 1000 })
    expect(rows.every(({ classes, kind }) => kind === 'pupil' && classes.includes('7b'))).toBe(true)
    expect(all).toBe(rows.length)
  })

  it('P5: resets the password of a pupil of their class, and of no other', async () => {
    await walkTo(`/accounts/${encodeURIComponent(own.id)}`)
    await screens.button('Passwort zurücksetzen').waitFor()
    const verified = { verification: 'knownInPerson', note: '' } as const
    await refused(ask(running.window, 'accounts.resetPassword', { account: other.id, ...verified }))
    await refused(ask(running.window, 'accounts.detail', { account: other.id }))
  })

  it('P25: exports the journal without contents, which the journal then says of them', async () => {
    await walkTo('/journal')
    const file = join(folder, 'journal.json')
    await answerSaveDialog(running.electron, file)
    await screens.button('Journal ausführen').click()
    await screens
      .text(/ohne \d+ Inhalte, die Ihnen verborgen bleiben/)
      .first()
      .waitFor()
    const text = await readFile(file, 'utf8')
    for (const fact of facts) expect(text).not.toContain(fact)
    expect(JSON.parse(text)).toMatchObject({ withheld: { reader: teacher.name } })
    const { rows } = await ask(running.window, 'ledger.query', { kinds: ['copy.made'] })
    expect(rows[0]).toMatchObject({ body: { what: 'procedure', by: account }, by: teacher.name })
    await screens.dismissToasts()
    expect(await accessibilityProblems(running.window)).toEqual([])
    await pictures(running, 'journal-dpo-exported')
  })
})

describe('a teacher who is evaluator', () => {
  it('P21: walks through every screen, finds every pupil, and reads no case of others', async () => {
    await appoint('evaluator', false)
    await walkThrough('/accounts', '/cases', '/cases/new', '/slips')
    await walkTo('/journal/1', '/')
    await walkTo(`/cases/${caseId}`)
    await refused(ask(running.window, 'sanctions.case', { case: caseId }))
    expect((await ask(running.window, 'sanctions.query', {})).rows).toEqual([])
    await refused(ask(running.window, 'ledger.export'))
    expect((await ask(running.window, 'accounts.query', { limit: 1 })).all).toBeGreaterThan(900)
  })

  it('P5: is not offered the password of a pupil of another class, and gets it by no way', async () => {
    await walkTo(`/accounts/${encodeURIComponent(other.id)}`)
    await screens.heading('Verlauf').waitFor()
    expect(await screens.button('Passwort zurücksetzen').count()).toBe(0)
    const verified = { verification: 'knownInPerson', note: '' } as const
    await refused(ask(running.window, 'accounts.resetPassword', { account: other.id, ...verified }))
    await walkTo(`/accounts/${encodeURIComponent(own.id)}`)
    await screens.button('Passwort zurücksetzen').waitFor()
    await refused(ask(running.window, 'slips.save', { accounts: [other.id] }))
    expect(await accessibilityProblems(running.window)).toEqual([])
    await pictures(running, 'account-evaluator')
  })
})

describe('the leadership', () => {
  it('D4: opens the plan that an entry of the journal is about', async () => {
    await signIn(running.window, 'leadership')
    const { rows } = await ask(running.window, 'ledger.query', { kinds: ['plan.begun'], limit: 500 })
    const begun = rows.find(({ body }) => body['job'] === 'accounts')
    if (begun === undefined) throw new Error('the demo has no plan')
    await walkTo(`/journal/${begun.sequence}`)
    await running.window.getByRole('link', { name: 'Ausführung öffnen' }).click()
    await running.window.waitForFunction(() => location.hash.startsWith('#/plans/'))
    await running.window.locator('main h1').first().waitFor()
    expect(await screens.button('Rückgängig machen').count()).toBe(0)
    await pictures(running, 'plan-leadership')
  })
})

it('nothing was complained about', () => {
  expect(running.complaints).toEqual([])
})
