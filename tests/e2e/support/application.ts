import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { inject } from 'vitest'
import type { Bridge } from '../../../src-main/contract/bridge'
import type { OperationInput, OperationName, OperationOutput } from '../../../src-main/contract/operations'
import type { DemoPersonCard, Role } from '../../../src-main/contract/people'
import type { Result } from '../../../src-main/contract/result'

/** The checkout. */
export const root = resolve(import.meta.dirname, '../../..')

export interface RunningApplication {
  readonly electron: ElectronApplication
  readonly window: Page
  /** What the page has complained about since it was there: errors, and breaches of its own security policy. */
  readonly complaints: readonly string[]
  /** The app's data folder. */
  readonly data: string
  /** Closes the app as a person would and waits until it is gone; removes a data folder of our own making. */
  readonly close: () => Promise<void>
}

export interface LaunchOptions {
  readonly demo?: boolean
  /** Who of the demo school is signed in when the window is handed over; null: nobody. Default: the administrator. */
  readonly person?: DemoRole | null
  /** An existing data folder, kept afterwards; without it a new empty one, removed afterwards. */
  readonly data?: string
  readonly words?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Executable and first words of a packaged app; without it the built checkout. */
  readonly executable?: string
}

/** What a process of the app needs to see of this one's environment. */
export function applicationEnvironment(
  additional: Readonly<Record<string, string>> = {}
): Record<string, string> {
  const displays = inject('displays')
  // Vitest numbers the places in which files run side by side from 1.
  const display = displays[(Number(process.env['VITEST_POOL_ID']) - 1) % displays.length]
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('NETZWART_')
  )
  return {
    ...Object.fromEntries(inherited),
    ...(display === undefined ? {} : { DISPLAY: display, WAYLAND_DISPLAY: '' }),
    ...additional
  }
}

/** Starts the real app in the real Electron and answers when its window has loaded. */
export async function launch(options: LaunchOptions = {}): Promise<RunningApplication> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'netzwart-e2e-')))
  const words = [
    ...(options.executable === undefined ? [root] : []),
    '--data',
    data,
    ...(options.demo === true ? ['--demo'] : []),
    ...(options.words ?? [])
  ]
  const electron = await _electron.launch({
    executablePath: options.executable ?? inject('electron').executable,
    args: words,
    cwd: root,
    env: applicationEnvironment(options.environment),
    // The app's own theme counts, not one that the test tool pretends.
    colorScheme: null,
    // Chromium's sandbox cannot start as root; everywhere else the tests run with it.
    chromiumSandbox: process.getuid?.() !== 0
  })
  const window = await electron.firstWindow()
  window.setDefaultTimeout(20_000)
  const complaints: string[] = []
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  window.on('pageerror', (error) => complaints.push(error.message))
  await window.waitForLoadState('load')
  const person = options.person === undefined ? 'administrator' : options.person
  if (options.demo === true && person !== null) await signIn(window, person)
  return {
    electron,
    window,
    complaints,
    data,
    close: async () => {
      await electron.close()
      if (options.data === undefined) await rm(data, { recursive: true, force: true })
    }
  }
}

type DemoRole = Role | 'deputy'

/** The card of a person of the demo school: login, password, passphrase. */
export async function demoPerson(window: Page, person: DemoRole): Promise<DemoPersonCard> {
  const { session } = await ask(window, 'application.state')
  const card = session.demoPeople.find(({ role, deputy }) =>
    person === 'deputy' ? deputy : role === person && !deputy
  )
  if (card === undefined) throw new Error(`the demo school has no ${person}`)
  return card
}

/**
 * Signs a person of the demo school in and waits until their start page is there. Whoever sat there before is signed
 * out.
 */
export async function signIn(window: Page, person: DemoRole): Promise<void> {
  await ask(window, 'session.signOut')
  const { login, password } = await demoPerson(window, person)
  await window.waitForFunction(() => location.hash.startsWith('#/sign-in'))
  await ask(window, 'session.signIn', { login, password })
  await window.waitForFunction(() => !location.hash.startsWith('#/sign-in'))
}

/** The next open dialogs of the system are answered with these files; none: the person closes the dialog. */
export async function answerOpenDialog(
  electron: ElectronApplication,
  files: readonly string[]
): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, files)
}

/** The next save dialogs of the system are answered with this file; null: the person closes the dialog. */
export async function answerSaveDialog(electron: ElectronApplication, file: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
  }, file)
}

/** Documents are no longer handed to the system's viewer; the answer lists what would have been opened. */
export async function watchOpenedDocuments(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedDocuments: opened })
    shell.openPath = (file) => {
      opened.push(file)
      return Promise.resolve('')
    }
  })
  return () =>
    electron.evaluate(() => (globalThis as unknown as { openedDocuments: string[] }).openedDocuments)
}

/**
 * Asks an operation as the window's code would and answers its value.
 *
 * @throws when main refuses, with the failure's code
 */
export async function ask<Name extends OperationName>(
  window: Page,
  name: Name,
  input?: OperationInput<Name>
): Promise<OperationOutput<Name>> {
  const answer = (await window.evaluate(
    (words) => (globalThis as unknown as { netzwart: Bridge }).netzwart.call(words.name, words.input),
    { name, input }
  )) as Result<OperationOutput<Name>>
  if (!answer.ok)
    throw new Error(`${name}: ${answer.failure.code} ${JSON.stringify(answer.failure.parameters)}`)
  return answer.value
}
