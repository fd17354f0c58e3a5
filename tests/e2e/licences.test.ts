import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityProblems } from './support/accessibility'
import { pictures } from './support/appearance'
import { launch, signIn, type RunningApplication } from './support/application'
import { Screens } from './support/screens'

let running: RunningApplication
let screens: Screens

beforeAll(async () => {
  running = await launch({ demo: true, person: 'teacher' })
  screens = new Screens(running)
})

afterAll(async () => {
  await running.close()
})

it('shows everybody whose software is in the app, with the whole text of each licence', async () => {
  const { window } = running
  await screens.menu('Lizenzen').click()
  await screens.heading('Lizenzen').waitFor()
  for (const name of ['vue', 'ldapts', 'electron', '@iconify-json/lucide', '@fontsource-variable/inter'])
    await window.getByText(name, { exact: true }).waitFor()
  const search = window.getByRole('textbox', { name: 'Lizenzen durchsuchen' })
  await search.fill('inter')
  await window.getByText('@fontsource-variable/inter').click()
  await screens.text(/SIL OPEN FONT LICENSE Version 1.1/).waitFor()
  expect(await accessibilityProblems(window)).toEqual([])
  await pictures(running, 'licences-found')
  await search.fill('das gibt es nicht')
  await screens.text('Kein Bestandteil heißt so.').waitFor()
  await search.fill('')
  expect(await accessibilityProblems(window)).toEqual([])
  await pictures(running, 'licences')
})

it('is found by the command palette, too', async () => {
  const { window } = running
  await signIn(window, 'administrator')
  await window.keyboard.press('Control+K')
  await window.keyboard.type('uebersicht')
  await screens.dialog().getByText('Übersicht').waitFor()
  await window.keyboard.press('Control+A')
  await window.keyboard.type('Lizenzen')
  await screens.dialog().getByText('Lizenzen').first().waitFor()
  await window.keyboard.press('Enter')
  await screens.heading('Lizenzen').waitFor()
  expect(running.complaints).toEqual([])
})
