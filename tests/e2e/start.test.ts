import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import { ask, launch, signIn, type RunningApplication } from './support/application'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens

beforeAll(async () => {
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
})

afterAll(async () => {
  await running.close()
})

type Person = Parameters<typeof signIn>[1]

async function start(person: Person): Promise<void> {
  await signIn(running.window, person)
  await screens.heading('Übersicht').waitFor()
  await screens.heading('Was auf Sie wartet').waitFor()
}

async function inspect(name: string): Promise<void> {
  await screens.dismissToasts()
  expect(await accessibilityProblems(running.window)).toEqual([])
  await pictures(running, name)
}

describe('the start page', () => {
  it('P26: shows the leadership what is to be decided, oldest first, and leads there', async () => {
    await start('leadership')
    const waiting = (await ask(running.window, 'inbox.list')).filter(({ kind }) => kind === 'caseToDecide')
    expect(waiting.length).toBeGreaterThan(0)
    const cards = running.window
      .getByRole('region', { name: 'Was auf Sie wartet' })
      .getByRole('listitem')
      .filter({ hasText: 'Ein Vorschlag wartet auf Ihre Entscheidung' })
    await expect.poll(() => cards.count()).toBe(waiting.length)
    const numbers = await cards.getByText(/^Fall /).allTextContents()
    for (const [place, { parameters }] of waiting.entries())
      expect(numbers[place]).toContain(String(parameters['number']))
    await cards.first().getByText(/Frist/).waitFor()
    await inspect('start-leadership')
    await cards.first().getByRole('link').click()
    await running.window.waitForFunction(() => location.hash.startsWith('#/cases/'))
  })

  it('holds for the administrator what waits at this PC and in the case file, in one list', async () => {
    await start('administrator')
    await screens.heading('Häufige Aufgaben').waitFor()
    await screens.heading('Konten').waitFor()
    await inspect('start-administrator')
  })

  it('P5: takes a teacher to the passwords of pupils, and shows nothing of cases', async () => {
    await start('teacher')
    expect(await running.window.getByRole('link', { name: 'Fälle' }).count()).toBe(0)
    await inspect('start-teacher')
    await running.window.getByRole('link', { name: /^Passwort eines Schülers/ }).click()
    await screens.heading('Konten').waitFor()
  })

  it('P20: takes an evaluator to a new case', async () => {
    await start('evaluator')
    await inspect('start-evaluator')
    await running.window.getByRole('link', { name: /^Fall eröffnen/ }).click()
    await running.window.waitForFunction(() => location.hash === '#/cases/new')
  })

  it('shows the data protection officer the state of the journal', async () => {
    await start('dpo')
    await running.window.getByRole('region', { name: 'Journal' }).getByText('Unversehrt').waitFor()
    await inspect('start-dpo')
    await running.window.getByRole('link', { name: 'Journal öffnen' }).click()
    await screens.heading('Journal').waitFor()
  })
})
