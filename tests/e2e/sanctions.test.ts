import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import type { SanctionCase } from '../../src-main/contract/sanctions'
import { runTool } from '../integration/directory/demo/tools'
import { accessibilityProblems } from './support/accessibility'
import { appearances, pictures, settle, show } from './support/appearance'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  watchOpenedDocuments,
  type RunningApplication
} from './support/application'
import { Screens, textOfPdf } from './support/screens'

const facts = 'Hat im Computerraum während der Freiarbeit den Jugendschutzfilter umgangen.'
const reasonsOfProposal = 'Es ist das zweite Mal in diesem Halbjahr.'
const reasonsOfDecision = 'Nach dem Gespräch mit der Klassenleitung angemessen.'
const note = 'Die Mutter ist einverstanden.'

let running: RunningApplication
let screens: Screens
let folder: string
/** The pupil whom all of this is about. */
const login = 'a.huber'
let account: string
let dn: string
let caseId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-sanctions-'))
  running = await launch({ demo: true })
  screens = new Screens(running)
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

/** Makes this person of the demo school the one who sits at the window. */
async function become(person: 'administrator' | 'evaluator' | 'leadership'): Promise<DemoPersonCard> {
  await signIn(running.window, person)
  return demoPerson(running.window, person)
}

/** No problem in either theme and language, nothing wider than the window, and pictures to look at. */
async function inspect(name: string): Promise<void> {
  await screens.dismissToasts()
  for (const appearance of appearances.filter(({ width }) => width === 1280)) {
    await show(running, appearance)
    expect({ ...appearance, problems: await accessibilityProblems(running.window) }).toEqual({
      ...appearance,
      problems: []
    })
    const overflow = await running.window.evaluate(() =>
      [document.documentElement, document.querySelector('main')].some(
        (element) => element !== null && element.scrollWidth > element.clientWidth
      )
    )
    expect(overflow).toBe(false)
  }
  await pictures(running, name)
}

/** The rest of a page that is longer than the window. */
async function inspectEnd(name: string): Promise<void> {
  const toEnd = () =>
    running.window.evaluate(() => {
      const main = document.querySelector('main')
      main?.scrollTo({ top: main.scrollHeight })
    })
  for (const appearance of appearances.filter(({ language }) => language === 'de')) {
    await show(running, appearance)
    await toEnd()
    await settle(running.window)
    await running.window.screenshot({
      path: join('tests', 'screenshots', `${name}-${appearance.theme}-${appearance.width}.png`)
    })
  }
  await show(running, { language: 'de', theme: 'light', width: 1280, height: 800 })
}

/** What a real client sees when the pupil signs in at the directory. */
async function bind(): Promise<'accepted' | 'refused'> {
  const { directory, session } = await ask(running.window, 'application.state')
  const password = session.demoPeople[0]?.password ?? ''
  const { code, output } = await runTool(directory?.url ?? '', 'ldapwhoami', ['-D', dn, '-w', password])
  if (code !== 0 && code !== 49) throw new Error(output)
  return code === 0 ? 'accepted' : 'refused'
}

async function isInGroup(group: string): Promise<boolean> {
  const { account: now } = await ask(running.window, 'accounts.detail', { account })
  return now.groups.includes(group)
}

const theCase = (): Promise<SanctionCase> => ask(running.window, 'sanctions.case', { case: caseId })
const field = (name: string) => running.window.getByRole('textbox', { name })
const passphrase = () => running.window.getByLabel('Ihre Passphrase')
const chip = (state: string) =>
  running.window.getByRole('main').locator('header').getByText(state, { exact: true })
const goTo = (hash: string) =>
  running.window.evaluate((next) => {
    location.hash = next
  }, hash)

describe('list of cases', () => {
  it('shows the school’s cases, found by words and state', async () => {
    await become('administrator')
    await screens.menu('Fälle').click()
    const grid = running.window.getByRole('grid', { name: 'Liste der Fälle' })
    await grid.getByRole('row').nth(5).waitFor()
    await inspect('cases')
    await running.window.getByRole('button', { name: /^Zustand:/ }).click()
    await running.window.getByRole('option', { name: /^Wartet auf Entscheidung/ }).click()
    await expect.poll(() => grid.getByText('Wartet auf Entscheidung').count()).toBeGreaterThan(0)
    expect(await grid.getByText('In Kraft', { exact: true }).count()).toBe(0)
    await field('Fälle durchsuchen').fill('niemand heißt so')
    await screens.text('Kein Fall passt dazu').waitFor()
    await running.window.getByRole('button', { name: 'Filter zurücksetzen' }).first().click()
    await grid.getByRole('row').nth(5).waitFor()
  })

  it('shows plainly what is otherwise in the directory than the case says', async () => {
    await ask(running.window, 'sanctions.compare')
    const { rows } = await ask(running.window, 'sanctions.query', { states: ['inForce'] })
    const cases = await Promise.all(rows.map(({ id }) => ask(running.window, 'sanctions.case', { case: id })))
    const differing = cases.find(({ differences }) => differences.length > 0)
    expect(differing).toBeDefined()
    await goTo(`#/cases/${differing?.id ?? ''}`)
    await screens.heading('Das Verzeichnis sagt etwas anderes als die Akte').waitFor()
    await screens.button('Jetzt ausführen').waitFor()
    await inspect('case-differs')
  })
})

describe('proposal', () => {
  let administrator: DemoPersonCard

  it('P9, P10: leads from the person to the effects of the measures', async () => {
    administrator = await become('administrator')
    await screens.menu('Fälle').click()
    await running.window.getByRole('link', { name: 'Neuer Fall' }).click()
    const search = running.window.getByRole('combobox', { name: 'Person suchen' })
    await search.fill('huber 5a')
    await running.window.getByRole('option', { name: /a\.huber/ }).waitFor()
    await inspect('case-new-person')
    await search.press('Enter')
    await screens.text('Zu dieser Person gibt es noch keinen Fall.').waitFor()
    await screens.button('Weiter').click()

    await running.window.getByRole('combobox', { name: 'Welche Regel wurde verletzt?' }).click()
    await running.window.getByRole('option', { name: /^P18/ }).click()
    await field('Was ist geschehen?').fill(facts)
    await screens.button('Beleg hinzufügen').click()
    await field('Beleg 1').fill('Vermerk der Aufsicht, Ordner Medien')
    await inspect('case-new-facts')
    await screens.button('Weiter').click()

    await running.window.getByRole('checkbox', { name: 'Konto sperren' }).check()
    await running.window.getByRole('checkbox', { name: 'WLAN' }).check()
    await screens.text(/Das Verzeichnis erledigt es/).waitFor()
    // For the modules that the suspension takes, and for the one that is refused by itself.
    await expect.poll(() => screens.text(/muss an diesem Tag ein PC mit Netzwart laufen/).count()).toBe(2)
    await inspect('case-new-measures')
    await screens.button('Weiter').click()
  })

  it('loses nothing on the way back, elsewhere, and by a wrong passphrase', async () => {
    await field('Warum gerade diese Maßnahme?').fill(reasonsOfProposal)
    await screens.button('Zurück').click()
    await screens.menu('Konten').click()
    await screens.heading('Konten').waitFor()
    await goTo('#/cases/new')
    await screens.heading('Welche Maßnahme schlagen Sie vor?').waitFor()
    await screens.button('Weiter').click()
    expect(await field('Warum gerade diese Maßnahme?').inputValue()).toBe(reasonsOfProposal)
    await screens.text(facts).waitFor()
    await passphrase().fill('nicht die richtige')
    await screens.button('Unterschreiben und vorschlagen').click()
    await screens.text(/Die Passphrase stimmt nicht/).waitFor()
    expect(await passphrase().inputValue()).toBe('')
    expect(await field('Warum gerade diese Maßnahme?').inputValue()).toBe(reasonsOfProposal)
    await inspect('case-new-sign')
  })

  it('P21: is signed by the administrator, who is not offered to decide', async () => {
    await passphrase().fill(administrator.passphrase)
    await passphrase().press('Enter')
    await chip('Wartet auf Entscheidung').waitFor()
    const { rows } = await ask(running.window, 'sanctions.query', { text: login })
    expect(rows).toHaveLength(1)
    caseId = rows[0]?.id ?? ''
    const proposed = await theCase()
    account = proposed.person.account
    dn = (await ask(running.window, 'accounts.detail', { account })).account.dn
    expect(proposed.proposal?.reasons).toBe(reasonsOfProposal)
    expect(await screens.button('Zur Entscheidung').count()).toBe(0)
    expect(await running.window.getByText('Wie entscheiden Sie?').count()).toBe(0)
    await expect(
      ask(running.window, 'sanctions.decide', {
        case: caseId,
        version: proposed.version,
        outcome: 'approved',
        measures: proposed.measures,
        plan: proposed.proposal?.plan ?? null,
        reasons: 'Selbst freigegeben',
        passphrase: administrator.passphrase
      })
    ).rejects.toThrow()
    await inspect('case-proposed')
  })

  it('records the hearing of the guardians', async () => {
    await screens.button('Anhörung festhalten').click()
    await screens.dialog().getByRole('radio', { name: 'Erziehungsberechtigte' }).click()
    await screens.dialog().getByRole('textbox', { name: 'Was wurde gesagt oder vereinbart?' }).fill(note)
    await screens.dialog().getByLabel('Ihre Passphrase').fill(administrator.passphrase)
    await pictures(running, 'case-hearing')
    await screens.dialog().getByRole('button', { name: 'Unterschreiben und festhalten' }).click()
    await screens.text(note).first().waitFor()
  })

  it('can be changed before it is decided', async () => {
    await screens.button('Vorschlag ändern').click()
    await screens.heading('Vorschlag ändern').waitFor()
    await inspect('case-propose-again')
    await screens.text('Zurück zur Akte').click()
    await chip('Wartet auf Entscheidung').waitFor()
    expect(await bind()).toBe('accepted')
  })
})

describe('decision of the leadership', () => {
  let leadership: DemoPersonCard

  it('P26: is reached from the start page and says what happens, and what if not', async () => {
    leadership = await become('leadership')
    await running.window
      .getByRole('listitem')
      .filter({ hasText: 'Huber' })
      .getByRole('link', { name: /^Entscheiden/ })
      .click()
    await screens.heading(/^Ihre Entscheidung: Anastasiia Huber/).waitFor()
    await screens.text(/Am .* endet die Sperre des Kontos von selbst/).waitFor()
    const touched = running.window
      .getByRole('listitem')
      .filter({ hasText: /^Das Konto verlässt \d+ Gruppen:/ })
    await touched.getByRole('listitem').filter({ hasText: 'modul-wlan' }).waitFor()
    await inspect('decision')
    await inspectEnd('decision-end')
    await running.window.getByRole('radio', { name: 'Ablehnen' }).click()
    await screens.heading('Was passiert, wenn Sie ablehnen?').waitFor()
    await running.window.getByRole('radio', { name: 'Mit anderen Maßnahmen freigeben' }).click()
    await screens.text(/eine andere Maßnahme als die vorgeschlagene/).waitFor()
    await inspect('decision-changed')
    await inspectEnd('decision-changed-end')
  })

  it('P26: keeps the reasons when the passphrase is wrong and when one looks at the file meanwhile', async () => {
    await running.window.getByRole('radio', { name: 'Freigeben wie vorgeschlagen' }).click()
    await field('Ihre Begründung').fill(reasonsOfDecision)
    await passphrase().fill('nicht die richtige')
    await screens.button('Unterschreiben und freigeben').click()
    await screens.text(/Die Passphrase stimmt nicht/).waitFor()
    expect(await passphrase().inputValue()).toBe('')
    await inspectEnd('decision-wrong-passphrase')
    await running.window.getByRole('link', { name: 'Ganze Akte ansehen' }).click()
    await screens.button('Zur Entscheidung').click()
    await screens.heading(/^Ihre Entscheidung/).waitFor()
    expect(await field('Ihre Begründung').inputValue()).toBe(reasonsOfDecision)
    expect((await theCase()).decision).toBeNull()
  })

  it('P9, P10: signed once by a double click, is in force at the directory’s real sign-in', async () => {
    expect(await bind()).toBe('accepted')
    expect(await isInGroup('modul-wlan')).toBe(true)
    await passphrase().fill(leadership.passphrase)
    await screens.button('Unterschreiben und freigeben').dblclick()
    await chip('In Kraft').waitFor()
    const decided = await theCase()
    expect(decided.course.filter(({ event }) => event === 'decided')).toHaveLength(1)
    expect(decided.decision?.reasons).toBe(reasonsOfDecision)
    expect(decided.differences).toEqual([])
    expect(await bind()).toBe('refused')
    expect(await isInGroup('modul-wlan')).toBe(false)
    await inspect('case-in-force')
    await inspectEnd('case-in-force-end')
  })

  it('saves the notice to the guardians, and opens it', async () => {
    const opened = await watchOpenedDocuments(running.electron)
    const file = join(folder, 'notice.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.button('Mitteilung nach Nutzungsordnung').click()
    await screens.button('PDF öffnen').click()
    await expect.poll(opened).toEqual([file])
    const text = (await textOfPdf(file)).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Anastasiia Huber')
    expect(text).toContain(reasonsOfDecision)
    expect(text).toMatch(/Entwurf/i)
  })

  it('leads to its entries in the journal', async () => {
    await running.window.getByRole('link', { name: 'Im Journal ansehen' }).click()
    await screens.heading('Journal').waitFor()
    await screens.text('Entscheidung der Schulleitung').first().waitFor()
  })
})

describe('early lifting', () => {
  it('P26: is a decision too, and lets the person in again', async () => {
    const leadership = await become('leadership')
    await goTo(`#/cases/${caseId}`)
    await screens.button('Vorzeitig aufheben').click()
    await screens.heading(/^Vorzeitig aufheben: Anastasiia Huber/).waitFor()
    await screens.text(/Die Sperre fällt weg/).waitFor()
    await inspect('lift')
    await field('Warum heben Sie vorzeitig auf?').fill('Hat sich entschuldigt und hilft der Netzgruppe.')
    await passphrase().fill(leadership.passphrase)
    await screens.button('Unterschreiben und aufheben').dblclick()
    await chip('Vorzeitig aufgehoben').waitFor()
    expect((await theCase()).course.filter(({ event }) => event === 'liftDecided')).toHaveLength(1)
    expect(await bind()).toBe('accepted')
    expect(await isInGroup('modul-wlan')).toBe(true)
    await inspect('case-lifted')
  })

  it('has a letter of its own', async () => {
    const file = join(folder, 'lifting.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.button('Mitteilung über die Aufhebung').click()
    await screens.text(file).first().waitFor()
    expect(await textOfPdf(file)).toContain('Anastasiia Huber')
  })

  it('leaves a ledger without fault', async () => {
    const { problems, head } = await ask(running.window, 'ledger.verify')
    expect(problems).toEqual([])
    expect(head?.sequence).toBeGreaterThan(200)
  })
})

describe('a group that somebody renames between proposal and decision', () => {
  const noWlan = { kind: 'moduleRefusal' as const, module: 'wlan' as const, until: null }
  let proposed: SanctionCase

  /** As an administrator does with a tool of the directory's own. */
  async function renameGroup(from: string, to: string): Promise<void> {
    const { directory } = await ask(running.window, 'application.state')
    const { bindDn, baseDn } = directory ?? { bindDn: '', baseDn: '' }
    const password = await readFile(join(running.data, 'demo', 'bind-password'), 'utf8')
    const { code, output } = await runTool(
      directory?.url ?? '',
      'ldapmodify',
      ['-D', bindDn, '-w', password.trim()],
      `dn: cn=${from},ou=groups,${baseDn}\nchangetype: modrdn\nnewrdn: cn=${to}\ndeleteoldrdn: 1\n`
    )
    if (code !== 0) throw new Error(output)
  }

  async function proposeAgain(...measures: SanctionCase['measures']): Promise<void> {
    const { passphrase: typed } = await become('administrator')
    proposed = await ask(running.window, 'sanctions.open', {
      ...{ account, rule: 'P18', happenedOn: '2026-11-20', facts, evidence: [], measures },
      ...{ reasons: reasonsOfProposal, passphrase: typed }
    })
  }

  it('P10, P26: is told on the page of the decision and in the file, and nothing can be signed', async () => {
    await proposeAgain(noWlan)
    await renameGroup('modul-wlan', 'wlan-haus')
    await goTo(`#/cases/${proposed.id}`)
    await screens.text('Kann nicht entzogen werden: WLAN').waitFor()
    await inspect('case-group-gone')
    const { passphrase: typed } = await become('leadership')
    await goTo(`#/cases/${proposed.id}`)
    await screens.text('Kann nicht entzogen werden: WLAN').waitFor()
    await running.window.getByRole('radio', { name: 'Freigeben wie vorgeschlagen' }).click()
    await field('Ihre Begründung').fill(reasonsOfDecision)
    await screens.text('Es fehlt noch: Maßnahmen, die ausgeführt werden können').first().waitFor()
    await passphrase().fill(typed)
    expect(await screens.button('Unterschreiben und freigeben').isDisabled()).toBe(true)
    await passphrase().fill('')
    await inspect('decision-group-gone')
    await inspectEnd('decision-group-gone-end')
  })

  it('P9, P26: what a suspension leaves open is read before it is signed', async () => {
    await renameGroup('wlan-haus', 'modul-wlan')
    await proposeAgain({ kind: 'suspension', until: null })
    await renameGroup('modul-wlan', 'wlan-haus')
    await become('leadership')
    await goTo(`#/cases/${proposed.id}`)
    await screens.text('Bleibt trotz der Sperre offen: WLAN').waitFor()
    await running.window.getByRole('radio', { name: 'Freigeben wie vorgeschlagen' }).click()
    await screens.text(/Sie können trotzdem freigeben/).waitFor()
    await inspect('decision-suspension-group-gone')
  })

  it('P9, P26: the file goes on saying so once it is in force', async () => {
    const { passphrase: typed } = await demoPerson(running.window, 'leadership')
    await field('Ihre Begründung').fill(reasonsOfDecision)
    await passphrase().fill(typed)
    await screens.button('Unterschreiben und freigeben').click()
    await chip('In Kraft').waitFor()
    await screens.text(/WLAN ist nicht entzogen/).waitFor()
    await inspect('case-in-force-group-gone')
  })

  it('P26: and no longer once the group has its name back', async () => {
    await renameGroup('wlan-haus', 'modul-wlan')
    await ask(running.window, 'sanctions.compare')
    const { differences } = await ask(running.window, 'sanctions.case', { case: proposed.id })
    expect(differences.map(({ kind }) => kind)).not.toContain('groupGone')
  })
})

describe('withdrawing', () => {
  it('ends a case that is not decided, and prepares a new one about the same matter', async () => {
    const administrator = await become('administrator')
    const { rows } = await ask(running.window, 'sanctions.query', { states: ['proposed'] })
    await goTo(`#/cases/${rows[0]?.id ?? ''}`)
    await screens.button('Vorschlag zurückziehen').click()
    await screens.dialog().getByRole('textbox', { name: 'Warum ziehen Sie zurück?' }).fill('Anders geklärt.')
    await screens.dialog().getByLabel('Ihre Passphrase').fill(administrator.passphrase)
    await screens.dialog().getByRole('button', { name: 'Unterschreiben und zurückziehen' }).click()
    await chip('Zurückgezogen').waitFor()
    await inspect('case-withdrawn')
    await screens.button('Als neuen Fall vorbereiten').click()
    await screens.heading('Um wen geht es?').waitFor()
    await screens.button('Andere Person').waitFor()
    await screens.button('Weiter').click()
    expect((await field('Was ist geschehen?').inputValue()).length).toBeGreaterThan(10)
  })

  it('shows nothing of another person’s draft to who comes next', async () => {
    await become('evaluator')
    await goTo('#/cases/new')
    await running.window.getByRole('combobox', { name: 'Person suchen' }).waitFor()
    expect(await screens.button('Verwerfen').count()).toBe(0)
  })
})

it('nothing was complained about', () => {
  expect(running.complaints).toEqual([])
})
