import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOpenDialog, ask, launch, type RunningApplication } from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-adding-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
  await screens.heading('Übersicht').waitFor()
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const head = 'Schülernummer;Nachname;Vorname;Geburtsdatum;Klasse;Anmeldename'

/** Opens a roster with these rows and waits for the step in which its reading is checked. */
async function open(rows: readonly string[]): Promise<void> {
  const file = join(folder, 'Liste.csv')
  await writeFile(file, [head, ...rows, ''].join('\r\n'))
  await answerOpenDialog(running.electron, [file])
  await running.window.evaluate(() => (location.hash = '#/plans/new'))
  await screens.button('Datei wählen …').click()
  await screens.heading('Wurde die Liste richtig gelesen?').waitFor()
}

async function choose(label: string, option: string): Promise<void> {
  await running.window.getByRole('combobox', { name: label }).click()
  await running.window.getByRole('option', { name: option, exact: true }).click()
}

describe('a list that is not the whole school', () => {
  it('P8: only adds: a short list is planned, known persons are shown and stay, nobody leaves', async () => {
    const { rows } = await ask(running.window, 'accounts.query', { kind: 'pupil', state: 'active', limit: 1 })
    const known = rows[0]!
    await open([
      'N1;Nachzügler;Nele;02.03.2014;6a;nele',
      'N2;Nachzügler;Nils;02.03.2014;6a;root',
      `${known.schoolId ?? ''};${known.familyName};${known.givenName};;5x;`
    ])
    await screens.text('Wer nicht in ihr steht, gilt als Abgänger.').waitFor()
    await screens.button('Mit dem Verzeichnis vergleichen').click()
    await screens.text(/es wurde nichts geplant/i).waitFor()
    await choose('Diese Liste', 'ergänzt nur')
    await screens.text('Niemand wird zum Abgänger.').waitFor()
    await inspectScreen(running, 'roster-adds')
    await screens.button('Mit dem Verzeichnis vergleichen').click()
    await screens.heading('Vor der Vorschau').waitFor({ timeout: 60_000 })
    await screens.heading('Anders in der Liste').waitFor()
    await running.window.getByRole('cell', { name: '5x', exact: true }).waitFor()
    await screens.text(/Zeile 3: Der gewünschte Anmeldename ist vergeben/).waitFor()
    await inspectScreen(running, 'roster-adds-known')
    await screens.button('Vorschau berechnen').click()
    await screens.heading('Noch ist nichts geändert.').waitFor({ timeout: 60_000 })
    await screens.text('ergänzt nur').waitFor()
    const [plan] = await ask(running.window, 'plans.list', undefined)
    expect(plan).toMatchObject({
      basis: { coverage: 'adds' },
      kinds: [{ kind: 'create', count: 2 }],
      confirmation: null
    })
    const steps = await ask(running.window, 'plans.steps', { plan: plan!.hash })
    expect(steps.rows.map(({ step }) => step.target.name).sort()).toEqual(['n.nachzuegler', 'nele'])
  })

  it('P8: only some classes: only their accounts may leave', async () => {
    const { rows } = await ask(running.window, 'accounts.query', {
      kind: 'pupil',
      schoolClass: '6a',
      state: 'active',
      limit: 100
    })
    const [leaver, mover, ...others] = rows
    const line = ({ schoolId, familyName, givenName }: (typeof rows)[number], schoolClass: string): string =>
      `${schoolId ?? ''};${familyName};${givenName};;${schoolClass};`
    await open([line(mover!, '6b'), ...others.map((one) => line(one, '6a'))])
    await running.window.getByLabel('Nur diese Klassen').click()
    await running.window.getByRole('option', { name: /^6a/ }).click()
    await running.window.keyboard.press('Escape')
    await screens.text('Geplant wird nur, wer in einer dieser Klassen steht').waitFor()
    await inspectScreen(running, 'roster-classes')
    await screens.button('Mit dem Verzeichnis vergleichen').click()
    await screens.heading('Noch ist nichts geändert.').waitFor({ timeout: 60_000 })
    await screens.text('nur 6a').waitFor()
    const [plan] = await ask(running.window, 'plans.list', undefined)
    const steps = await ask(running.window, 'plans.steps', { plan: plan!.hash })
    expect(steps.rows.map(({ step }) => [step.kind, step.target.name])).toEqual([['leave', leaver!.login]])
  })
})
