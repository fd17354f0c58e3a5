import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

const execute = promisify(execFile)

/** Of whom a case and a flag of the demo school are; somebody else is named in what is reported. */
let person: { account: string; name: string; login: string }
let other: { name: string; givenName: string }
let running: RunningApplication
let target: string
const facts = 'hat im Computerraum den Filter umgangen'

beforeAll(async () => {
  target = await mkdtemp(join(tmpdir(), 'netzwart-disclosure-'))
  running = await launch({ demo: true, person: null })
  await signIn(running.window, 'administrator')
  const { rows } = await ask(running.window, 'accounts.query', { kind: 'pupil', state: 'active', limit: 300 })
  const [one, another] = rows.filter(({ givenName }) => givenName.length > 4)
  if (one === undefined || another === undefined) throw new Error('the demo school has no pupils')
  person = { account: one.id, name: `${one.givenName} ${one.familyName}`, login: one.login }
  other = { name: `${another.givenName} ${another.familyName}`, givenName: another.givenName }
  await ask(running.window, 'sanctions.open', {
    ...{ account: one.id, rule: 'P18', happenedOn: '2026-01-12' },
    facts: `${person.name} ${facts}. ${other.name} hat es gesehen.`,
    evidence: [],
    measures: [{ kind: 'warning' }],
    reasons: `Nach dem Gespräch mit ${other.givenName}.`,
    passphrase: (await demoPerson(running.window, 'administrator')).passphrase
  })
  await signIn(running.window, 'teacher')
  await ask(running.window, 'flags.report', {
    ...{ account: one.id, happenedOn: '2026-01-13', from: null, until: null, areas: ['web'] },
    ...{ rule: null, certainty: 'seen', contents: false, seen: 'Es läuft ein fremdes Programm auf dem PC.' }
  })
  await signIn(running.window, 'leadership')
}, 180_000)
afterAll(async () => {
  await running.close()
  await rm(target, { recursive: true, force: true })
})

const go = (hash: string): Promise<unknown> =>
  running.window.evaluate((to) => (globalThis.location.hash = to), hash)

describe('P27: what is held on a person', () => {
  it('begins with whom it is for', async () => {
    const { window } = running
    await go('#/disclosures')
    await window.getByRole('textbox', { name: 'Person suchen' }).fill(person.name)
    await inspectScreen(running, 'disclosure-find')
    await window.getByRole('button', { name: person.name }).first().click()
    await window.getByRole('heading', { level: 1, name: `Auskunft für ${person.name}` }).waitFor()
  })

  it('shows everything, proposes what is black, and leaves out what is being looked into', async () => {
    const { window } = running
    await window.getByRole('heading', { name: 'Fälle und Maßnahmen' }).waitFor()
    await window.getByText('2026-01-12').waitFor({ state: 'detached' })
    await window.getByText('12.01.2026').first().waitFor()
    expect(await window.locator('span.bg-inverted', { hasText: other.givenName }).count()).toBeGreaterThan(0)
    const flag = window.getByRole('checkbox', { name: 'Mitteilen: Hinweis gemeldet' })
    expect(await flag.isChecked()).toBe(false)
    await inspectScreen(running, 'disclosure')
  })

  it('is saved only with a reason for what is left out, and then read by somebody else as a letter', async () => {
    const { window, electron } = running
    const save = window.getByRole('button', { name: 'Als Brief speichern (PDF)' })
    expect(await save.isEnabled()).toBe(false)
    await window.getByRole('textbox', { name: 'Warum wird etwas weggelassen?' }).fill('Wird noch geprüft.')
    // One more word is blackened by hand.
    await window.getByRole('button', { name: 'Schwärzen: Sachverhalt' }).click()
    await window.getByRole('button', { name: 'Computerraum', pressed: false }).click()
    await inspectScreen(running, 'disclosure-blacken')
    const file = join(target, 'auskunft.pdf')
    await answerSaveDialog(electron, file)
    await save.click()
    await window.getByText('Auskunft gespeichert').first().waitFor()
    const { stdout } = await execute('pdftotext', ['-layout', file, '-'])
    expect(stdout).toContain('Auskunft über gespeicherte Daten')
    expect(stdout).toContain(person.login)
    expect(stdout).toContain('den Filter umgangen')
    expect(stdout).toContain('Verwarnung')
    expect(stdout).toContain('Aufsichtsbehörde')
    for (const kept of [other.name, other.givenName, 'Computerraum', 'fremdes Programm', 'Wird noch geprüft'])
      expect(stdout).not.toContain(kept)
    // Not even what the black lies on.
    expect((await readFile(file)).includes(Buffer.from(other.name))).toBe(false)
  })

  it('is saved for programs, too, with what was chosen', async () => {
    const { window, electron } = running
    const file = join(target, 'auskunft.json')
    await answerSaveDialog(electron, file)
    await new Screens(running).dismissToasts()
    await window.getByRole('button', { name: 'Als JSON-Datei speichern' }).click()
    await window.getByText('Auskunft gespeichert').first().waitFor()
    const text = await readFile(file, 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      format: 'netzwart-disclosure-1',
      person: { login: person.login }
    })
    expect(text).not.toContain(other.name)
    expect(text).not.toContain('Computerraum')
    // What has happened since is in it: the letter.
    expect(text).toContain('Auskunft an Sie erstellt')
  })

  it('stands in the journal without a name for who may not read it', async () => {
    const { window } = running
    const entries = async () =>
      (await ask(window, 'ledger.query', { kinds: ['disclosure.made'], limit: 5 })).rows.map(
        ({ payload }) => payload
      )
    expect(JSON.stringify(await entries())).toContain(person.login)
    await signIn(window, 'administrator')
    expect(await entries()).toEqual([null, null])
    await signIn(window, 'leadership')
  })

  it('forgets no statement that names the person anywhere', async () => {
    const { window } = running
    const read = async (offset: number) => (await ask(window, 'ledger.query', { offset, limit: 200 })).rows
    const rows = [...(await read(0)), ...(await read(200)), ...(await read(400))]
    expect(rows.length).toBeGreaterThan(200)
    const { session } = await ask(window, 'application.state')
    const own = session.person?.person ?? ''
    const persons = new Set(
      rows.flatMap(({ body, payload }) =>
        [...JSON.stringify([body, payload]).matchAll(/"person":"([0-9a-f-]{36})"/g)].flatMap(
          ([, id]) => id ?? []
        )
      )
    )
    persons.delete(own)
    expect(persons.size).toBeGreaterThan(5)
    for (const id of persons) {
      const { holdings } = await ask(window, 'disclosures.gather', { person: id })
      const told = new Set(holdings.map((one) => one.id))
      const forgotten = rows
        .filter(({ body, payload }) => JSON.stringify([body, payload]).includes(`"${id}"`))
        // At their wish: told by how often.
        .filter(({ body, kind }) => body['by'] !== id || !told.has(`acts:${kind}`))
        .filter(({ kind }) => kind !== 'session.signedIn' || !told.has('sessions'))
        .filter(({ sequence }) =>
          ['statement', 'appointment', 'evaluator'].every((word) => !told.has(`${word}:${String(sequence)}`))
        )
      expect(forgotten.map(({ sequence, kind }) => `${String(sequence)} ${kind}`)).toEqual([])
    }
  })

  it('is not for oneself', async () => {
    const { window } = running
    const { session } = await ask(window, 'application.state')
    await go(`#/disclosures/${session.person?.person ?? ''}`)
    await window.getByText('Das sind Sie selbst').waitFor()
    await inspectScreen(running, 'disclosure-own')
  })

  it('begins at the account, too', async () => {
    const { window } = running
    await go(`#/accounts/${person.account}`)
    await window.getByRole('link', { name: 'Auskunft erteilen (Art. 15)' }).click()
    await window.getByRole('heading', { level: 1, name: `Auskunft für ${person.name}` }).waitFor()
  })
})
