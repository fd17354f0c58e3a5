import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerSaveDialog, ask, launch, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

const execute = promisify(execFile)

let running: RunningApplication
let screens: Screens
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-person-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
  await screens.heading('Übersicht').waitFor()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

/** Counts what a hand does, from now on: clicks of the pointer, not those that a key sends to a button. */
async function countClicks(): Promise<() => Promise<number>> {
  await running.window.evaluate(() => {
    const counted = { clicks: 0 }
    Object.assign(globalThis, { counted })
    addEventListener(
      'click',
      (event) => {
        if (event.isTrusted && event.detail > 0) counted.clicks += 1
      },
      { capture: true }
    )
  })
  return () =>
    running.window.evaluate(() => (globalThis as unknown as { counted: { clicks: number } }).counted.clicks)
}

const type = async (text: string): Promise<void> => {
  await running.window.keyboard.type(text)
  await running.window.keyboard.press('Tab')
}

const field = (name: string) => running.window.getByLabel(name, { exact: true })

describe('a person in the middle of the year', () => {
  it('P1, P3, P4: a new pupil has a slip within seven clicks from the start page', async () => {
    const clicks = await countClicks()
    await running.window.getByRole('link', { name: /^Person hinzufügen/ }).click()
    await screens.heading('Person hinzufügen').waitFor()
    await type('Zwischenzeit')
    await type('Änne-Sophie')
    await type('14.03.2014')
    await type('')
    await field('Klasse').click()
    await running.window.getByRole('option', { name: '6a', exact: true }).click()
    await screens.text('Neues Konto').waitFor()
    await screens.text('a.zwischenzeit').waitFor()
    await screens.button('Vorschau ansehen').click()
    await screens.heading('Noch ist nichts geändert.').waitFor()
    await screens.button('1 Schritt ausführen').click()
    await screens.heading('Alles ausgeführt.').waitFor({ timeout: 60_000 })
    const file = join(folder, 'Zettel.pdf')
    await answerSaveDialog(running.electron, file)
    await running.window.getByRole('link', { name: 'Passwortzettel drucken' }).click()
    const own = running.window.getByRole('checkbox', { name: 'Zettel von Änne-Sophie Zwischenzeit wählen' })
    await expect.poll(() => own.isChecked()).toBe(true)
    await screens.button('Als PDF speichern …').click()
    await screens.text('Die Zettel sind gespeichert.').waitFor({ timeout: 60_000 })
    const used = await clicks()
    expect(used).toBeGreaterThan(4)
    expect(used).toBeLessThanOrEqual(7)

    const { stdout } = await execute('pdftotext', ['-layout', file, '-'])
    expect(stdout).toContain('Zwischenzeit')
    expect(stdout).toContain('a.zwischenzeit')
    expect(stdout.match(/^Passwort\s+\S+/gm)).toHaveLength(1)
    const { rows } = await ask(running.window, 'accounts.query', { text: 'zwischenzeit', limit: 5 })
    expect(rows).toMatchObject([{ login: 'a.zwischenzeit', classes: ['6a'], mustChangePassword: true }])
  })

  it('P8: the list of accounts leads there, too, and only adding changed nobody else', async () => {
    const [plan] = await ask(running.window, 'plans.list', undefined)
    expect(plan).toMatchObject({
      basis: { source: 'form', coverage: 'adds' },
      kinds: [{ kind: 'create', count: 1 }]
    })
    await screens.menu('Konten').click()
    await running.window.getByRole('link', { name: 'Person hinzufügen …' }).click()
    await screens.heading('Person hinzufügen').waitFor()
    expect(await screens.button('Vorschau ansehen').isDisabled()).toBe(true)
    await screens.text('Es fehlen noch Nachname oder Vorname').waitFor()
    await inspectScreen(running, 'person-empty')
  })

  it('says that somebody is there already, and asks where it is not sure', async () => {
    await field('Nachname').fill('Zwischenzeit')
    await field('Vorname').fill('Änne-Sophie')
    await field('Geburtsdatum').fill('14.03.2014')
    await screens.text('Es gibt schon ein Konto').waitFor()
    expect(await screens.button('Vorschau ansehen').isDisabled()).toBe(true)
    await inspectScreen(running, 'person-known')
    await field('Geburtsdatum').fill('')
    await screens.text('Bitte entscheiden').waitFor()
    await running.window.getByRole('radio', { name: /Ist dieses Konto/ }).waitFor()
    await inspectScreen(running, 'person-doubtful')
    await running.window.getByRole('radio', { name: /Neue Person/ }).check()
    await screens.text('a.zwischenzeit2').waitFor()
    expect(await screens.button('Vorschau ansehen').isDisabled()).toBe(false)
  })

  it('P8: gives a leaver the account back instead of a second one', async () => {
    const { rows } = await ask(running.window, 'accounts.query', { state: 'leaver', limit: 1 })
    const [leaver] = rows
    await field('Nachname').fill(leaver!.familyName)
    await field('Vorname').fill(leaver!.givenName)
    await field('Schul-ID').fill(leaver!.schoolId ?? '')
    await field('Klasse').fill('7b')
    await field('Klasse').press('Tab')
    await screens.text('Konto zurückgeben').first().waitFor()
    await inspectScreen(running, 'person-give-back')
    await screens.button('Vorschau ansehen').click()
    await screens.heading('Noch ist nichts geändert.').waitFor()
    await screens.text('Wieder freigeben').first().waitFor()
  })

  it('P3: says at the field what is wrong with it', async () => {
    await screens.menu('Übersicht').click()
    await running.window.getByRole('link', { name: /^Person hinzufügen/ }).click()
    await field('Nachname').fill('Falsch')
    await field('Vorname').fill('Fred')
    await field('Geburtsdatum').fill('31.02.2014')
    await field('Anmeldename').fill('frédéric')
    await screens.text('Bitte als TT.MM.JJJJ eingeben').waitFor()
    await field('Geburtsdatum').fill('')
    await screens.text('So kann kein Anmeldename aussehen').waitFor()
    await inspectScreen(running, 'person-wrong')
    await field('Anmeldename').fill('root')
    await screens.text('Dieser Anmeldename ist vergeben').waitFor()
    expect(await screens.button('Vorschau ansehen').isDisabled()).toBe(true)
    await field('Anmeldename').fill('fred')
    await screens.text('Neues Konto').waitFor()
  })
})
