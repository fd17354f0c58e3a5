import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Locator } from 'playwright'
import { answerOpenDialog, type RunningApplication } from './application'

const execute = promisify(execFile)

/** What the connection wizard asks for. */
export interface DirectoryAnswers {
  readonly profile: 'OpenLDAP' | 'Active Directory'
  readonly url: string
  readonly bindDn: string
  readonly bindPassword: string
  readonly baseDn: string
}

/** The window as a person uses it: by the words that stand on it. */
export class Screens {
  constructor(readonly running: RunningApplication) {}

  get window() {
    return this.running.window
  }

  readonly button = (name: string | RegExp): Locator =>
    this.window.getByRole('button', { name, exact: typeof name === 'string' })
  readonly heading = (name: string | RegExp): Locator => this.window.getByRole('heading', { name })
  readonly text = (content: string | RegExp): Locator => this.window.getByText(content)
  readonly dialog = (): Locator => this.window.getByRole('dialog')
  /** A screen by the navigation on the left. */
  readonly menu = (name: string): Locator =>
    this.window
      .getByRole('navigation', { name: 'Hauptnavigation' })
      .getByRole('link', { name: new RegExp(`^${name}`) })

  /** From the first screen to the wizard's question for a certificate. */
  async beginConnecting({ profile, url }: Pick<DirectoryAnswers, 'profile' | 'url'>): Promise<void> {
    await this.button(/Mit einem Verzeichnis verbinden/).click()
    await this.window.getByRole('radio', { name: profile }).check()
    await this.window.getByLabel('Adresse des Servers').fill(url)
    await this.button('Weiter').click()
  }

  /** Trusts the certificate of this file, once it was compared. */
  async trustFile(file: string): Promise<void> {
    await answerOpenDialog(this.running.electron, [file])
    await this.button('Datei wählen …').click()
    await this.text('Aus der Datei').waitFor()
    await this.window.getByLabel('Ich habe den Fingerabdruck verglichen, er stimmt überein.').check()
    await this.button('Weiter').click()
  }

  async fillAccount({ bindDn, bindPassword, baseDn }: DirectoryAnswers): Promise<void> {
    await this.window.getByLabel('Dienstkonto', { exact: false }).first().fill(bindDn)
    await this.window.getByLabel('Passwort des Dienstkontos').fill(bindPassword)
    await this.window.getByLabel('Basis').fill(baseDn)
    await this.button('Anmelden und prüfen').click()
  }

  async finishConnecting(): Promise<void> {
    await this.heading('Was dieses Verzeichnis kann').waitFor()
    await this.button('Verbinden').click()
    await this.heading('Fallakte gründen').waitFor()
    await this.button('Später').click()
    await this.heading('Übersicht').waitFor()
    await this.text('Verbunden').first().waitFor()
  }

  /** Reads a roster up to the question whether it was read right. */
  async chooseRoster(file: string): Promise<void> {
    await answerOpenDialog(this.running.electron, [file])
    await this.menu('Vorschauen').click()
    await this.window.getByRole('link', { name: 'Neue Schülerliste einlesen' }).first().click()
    await this.button('Datei wählen …').click()
    await this.heading('Wurde die Liste richtig gelesen?').waitFor()
  }

  /** From the roster that was read to its plan; answers the number of steps. */
  async comparePlan(): Promise<number> {
    await this.button('Mit dem Verzeichnis vergleichen').click()
    await this.heading('Noch ist nichts geändert.').waitFor({ timeout: 60_000 })
    return numberIn(
      await this.text(/^[\d.]+ Schritte?$/)
        .first()
        .textContent()
    )
  }

  async apply(): Promise<void> {
    await this.button(/Schritte? ausführen$/).click()
    await this.heading('Alles ausgeführt.').waitFor({ timeout: 100_000 })
  }

  /** The number on the tile of a kind of step; 0: there is no such tile. */
  async tile(name: string): Promise<number> {
    const found = this.window.getByRole('button', { name: new RegExp(`^[\\d.]+ ${name}$`) })
    return (await found.count()) === 0 ? 0 : numberIn(await found.textContent())
  }

  /** The page of the only person that these words find. */
  async openPerson(words: string): Promise<void> {
    await this.menu('Konten').click()
    await this.window.getByRole('textbox', { name: 'Konten durchsuchen' }).fill(words)
    await this.text(/^1 Treffer$/).waitFor()
    await this.window.getByRole('grid', { name: 'Liste der Konten' }).getByRole('row').nth(1).click()
    await this.heading('Angaben').waitFor()
  }

  /** The state beside the person's name. */
  async personIs(state: string | RegExp): Promise<void> {
    await this.window
      .locator('header')
      .getByText(state, { exact: typeof state === 'string' })
      .waitFor()
  }

  /** Closes what was told in passing; while a toast shows, its library keeps focusable guards around it. */
  async dismissToasts(): Promise<void> {
    const close = this.button('Schließen')
    while ((await close.count()) > 0) {
      // The event itself: a toast that is sliding away cannot be aimed at.
      for (const toast of await close.all()) await toast.dispatchEvent('click').catch(() => undefined)
      await this.window.waitForTimeout(50)
    }
  }

  /** Suspends the person of this page; `until` is the first day on which they may sign in; null: for good. */
  async suspend(until: string | null, reason: string): Promise<void> {
    await this.button('Sperren').click()
    if (until === null) await this.dialog().getByText('Auf Dauer').click()
    else await this.dialog().locator('input[type="date"]').fill(until)
    await this.dialog().getByLabel('Grund').fill(reason)
    await this.dialog().getByRole('button', { name: 'Sperren' }).click()
    await this.personIs(until === null ? 'Gesperrt' : /^Gesperrt, frei ab/)
  }

  async lift(reason: string): Promise<void> {
    await this.button('Sperre aufheben').click()
    await this.dialog().getByLabel('Grund').fill(reason)
    await this.dialog().getByRole('button', { name: 'Sperre aufheben' }).click()
    await this.personIs('Aktiv')
  }
}

/** A German number in a text. */
export function numberIn(text: string | null): number {
  return Number((text ?? '').replaceAll(/\D/g, ''))
}

/** The text of a PDF, laid out as on the page. */
export async function textOfPdf(file: string): Promise<string> {
  const { stdout } = await execute('pdftotext', ['-layout', file, '-'], { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

/** The passwords on the slips of a PDF, by login. */
export async function passwordsOf(file: string): Promise<Map<string, string>> {
  const text = await textOfPdf(file)
  const logins = [...text.matchAll(/Anmeldename\s+(\S+)/g)].map((match) => match[1] ?? '')
  const passwords = [...text.matchAll(/Passwort:?\s+(\S{10,20})(?:\s|$)/g)].map((match) => match[1] ?? '')
  if (logins.length !== passwords.length) throw new Error(`slips cannot be read: ${text}`)
  return new Map(logins.map((login, place) => [login, passwords[place] ?? '']))
}
