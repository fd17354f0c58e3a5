import { join } from 'node:path'
import { app, dialog, nativeTheme, session, type BrowserWindow } from 'electron'
import { sentence } from '../contract/sentences'
import type { Announce, Handlers } from '../contract/handlers'
import type { Role } from '../contract/people'
import type { Language } from '../contract/language'
import { fail, type Failure, type Result } from '../contract/result'
import type { Preferences } from '../contract/settings'
import type { Desktop } from '../world/desktop/port'
import type { Printer } from '../world/documents/port'
import type { Keychain } from '../world/secrets/port'
import { makeAnnounce, openChannel, type Border } from './channel'
import { findCipher } from './cipher'
import { findDataFolder } from './dataFolder'
import { makeDesktop } from './desktop'
import { openErrorLog, type ErrorLog } from './errorLog'
import type { Gateway } from './gateway'
import { closeNameResolution, hardenEveryPage, hardenSession } from './hardening'
import { openKeychain } from './keychain'
import { setMenu } from './menu'
import { startAddress } from './origin'
import { makePrinter } from './printer'
import { writeScreenshot } from './screenshot'
import { registerSchemes, servePages } from './serving'
import { focusWindow, openWindow } from './window'
import type { Words } from './words'

/** What the shell gives to those who build the services. */
export interface Surroundings {
  readonly version: string
  readonly dataFolder: string
  /** Where nobody has chosen another one. */
  readonly language: Language
  readonly announce: Announce
  readonly desktop: Desktop
  readonly printer: Printer
  readonly keychain: Keychain
  /** How another program starts this one: the executable and what stands before its own words. */
  readonly program: { readonly executable: string; readonly leadingWords: readonly string[] }
  /** A bug in work that nobody waits for. */
  readonly onBug: (error: unknown) => void
}

/** What the shell needs from the rest of the app. */
export interface Services {
  readonly handlers: Handlers
  /** Roles of who sits there; null: nobody has signed in. */
  readonly roles: () => readonly Role[] | null
  /** Stops running plans cleanly, so that they can be resumed, and closes store and connections. */
  close(): Promise<void>
}

export interface ApplicationOptions {
  readonly words: Words
  /** The folder `out` with `main`, `preload` and `renderer`. */
  readonly out: string
  readonly icon: string
  readonly build: (surroundings: Surroundings) => Promise<Result<Services>>
}

/** Closing waits this long for the services, milliseconds; what is still open then is resumed next time. */
const closingLimit = 20_000

/** Runs the desktop app: one instance for each data folder, one window. */
export async function runApplication(options: ApplicationOptions): Promise<void> {
  const { words } = options
  const dataFolder = findDataFolder(words.data, words.demo)
  app.setPath('userData', dataFolder)
  app.setPath('sessionData', join(dataFolder, 'browser'))
  // Chromium's own fields, such as that for a day, follow this and not the page: 11/03 would be read as 11 March. On
  // Linux a LANGUAGE that the person has set outranks it.
  app.commandLine.appendSwitch('lang', 'de')
  const log = openErrorLog(join(dataFolder, 'log'))
  noteCrashes(log)
  registerSchemes()
  hardenEveryPage()
  if (developmentServer() === null) closeNameResolution()
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  await app.whenReady()
  try {
    await openApplication(options, dataFolder, log)
  } catch (error) {
    log.write('start', error)
    throw error
  }
}

async function openApplication(
  options: ApplicationOptions,
  dataFolder: string,
  log: ErrorLog
): Promise<void> {
  const { words, out } = options
  let window: BrowserWindow | null = null
  let preferences: Preferences = { language: 'de', theme: 'system' }
  const findWindow = (): BrowserWindow | null => window
  const follow = (next: Preferences): void => {
    const languageChanged = next.language !== preferences.language
    preferences = next
    nativeTheme.themeSource = next.theme
    if (languageChanged) setMenu(next.language, !app.isPackaged)
  }
  const border: Promise<Border> = import('./gateway')
  const tellWindow = makeAnnounce(findWindow, border, log)
  const announce: Announce = (name, payload) => {
    if (name === 'application.state') follow((payload as { preferences: Preferences }).preferences)
    tellWindow(name, payload)
  }

  const server = developmentServer()
  await hardenSession(session.defaultSession, server !== null)
  servePages(session.defaultSession, join(out, 'renderer'), server)
  setMenu(preferences.language, !app.isPackaged)

  const { window: opened, show } = openWindow({
    out,
    icon: options.icon,
    stateFolder: dataFolder,
    developerTools: !app.isPackaged
  })
  window = opened

  const building = findCipher().then((cipher) =>
    options.build({
      version: app.getVersion(),
      dataFolder,
      language: preferences.language,
      announce,
      desktop: makeDesktop(
        findWindow,
        () => preferences.language,
        (path) => announce('window.goTo', { path })
      ),
      printer: makePrinter(log),
      keychain: openKeychain(join(dataFolder, 'secrets'), cipher),
      program: findProgram(),
      onBug: (error) => log.write('background', error)
    })
  )
  const ready = building.then(async (built) => {
    if (!built.ok) return built
    const { handlers } = built.value
    if (words.demo) await enterDemo(handlers, preferences.language)
    const state = await handlers['application.state'](undefined)
    if (state.ok) follow(state.value.preferences)
    return built
  })
  openChannel(gatewayOf(ready, border, log), findWindow)
  // A reload before the first page is complete ends that load; the page that replaces it is as good.
  const loading = opened.loadURL(startAddress).catch(unlessReplaced)

  const closing = closeOnce(building, log)
  app.on('before-quit', (event) => {
    if (closing.isDone()) return
    event.preventDefault()
    void closing.close().then(() => {
      app.quit()
    })
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  holdUntilClosed(opened, closing)
  app.on('second-instance', () => {
    if (!opened.isDestroyed()) focusWindow(opened)
  })

  const built = await ready
  if (!built.ok) {
    refuseToStart(built.failure, preferences.language)
    return
  }
  show()
  await loading
  if (words.screenshot !== null) await takeScreenshot(opened, words.screenshot, log)
}

/**
 * What the window asks waits until there is somebody to answer: the page is loaded while the services are, and by the time
 * it asks, both are there.
 */
async function gatewayOf(
  building: Promise<Result<Services>>,
  border: Promise<Border>,
  log: ErrorLog
): Promise<Gateway> {
  const [{ makeGateway }, built] = await Promise.all([border, building])
  return built.ok
    ? makeGateway(built.value.handlers, built.value.roles, log)
    : makeGateway({}, () => null, log)
}

/** Vite's address in `npm run dev`; null: the pages are the built files. */
function developmentServer(): string | null {
  return app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
}

/** An AppImage is unpacked under another name at each start; its own file is what starts it again. */
function findProgram(): Surroundings['program'] {
  const executable = process.env['APPIMAGE'] ?? process.execPath
  return { executable, leadingWords: app.isPackaged ? [] : [app.getAppPath()] }
}

function unlessReplaced(error: unknown): void {
  const isReplaced = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'
  if (!isReplaced) throw error
}

/** Goes into the demo school, unless this data folder belongs to a real one. */
async function enterDemo(handlers: Handlers, language: Language): Promise<void> {
  const state = await handlers['application.state'](undefined)
  const directory = state.ok ? state.value.directory : null
  if (directory !== null && (directory.profile !== 'demo' || directory.state === 'ready')) return
  const answer = await handlers['setup.startDemo'](undefined)
  if (!answer.ok) process.stderr.write(`${sentence(answer.failure, language)}\n`)
}

async function takeScreenshot(window: BrowserWindow, file: string, log: ErrorLog): Promise<void> {
  const written = await writeScreenshot(window, file).catch((error: unknown) =>
    fail('application.unexpected', { reference: log.write('screenshot', error) })
  )
  if (written.ok) {
    app.quit()
    return
  }
  process.stderr.write(`${sentence(written.failure, 'de')} / ${sentence(written.failure, 'en')}\n`)
  app.exit(1)
}

/** Says why and ends. Before the app is ready there is no dialog on Linux, and Electron writes it to the terminal itself. */
export function refuseToStart(failure: Failure, language: Language): void {
  const text = sentence(failure, language)
  process.stderr.write(`${text}\n`)
  if (app.isReady() || process.platform !== 'linux') dialog.showErrorBox('Netzwart', text)
  app.exit(1)
}

interface Closing {
  readonly isDone: () => boolean
  readonly close: () => Promise<void>
}

function closeOnce(building: Promise<Result<Services>>, log: ErrorLog): Closing {
  let done = false
  let running: Promise<void> | null = null
  async function close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, closingLimit)
    })
    const closed = building.then((built) => (built.ok ? built.value.close() : undefined))
    await Promise.race([closed, late]).catch((error: unknown) => log.write('close', error))
    clearTimeout(timer)
    done = true
  }
  return {
    isDone: () => done,
    close: () => (running ??= close())
  }
}

/** A window that is closed in the middle of a run waits until the run has stopped between two steps. */
function holdUntilClosed(window: BrowserWindow, closing: Closing): void {
  window.on('close', (event) => {
    if (closing.isDone()) return
    event.preventDefault()
    void closing.close().then(() => {
      window.destroy()
    })
  })
}

/** Bugs that nobody caught and processes that died: one line in the log each, see the note in errorLog.ts. */
function noteCrashes(log: ErrorLog): void {
  process.on('uncaughtException', (error) => {
    log.write('uncaughtException', error)
  })
  process.on('unhandledRejection', (reason) => {
    log.write('unhandledRejection', reason)
  })
  app.on('render-process-gone', (_event, contents, details) => {
    if (details.reason === 'clean-exit') return
    log.write(`renderer ${details.reason} ${String(details.exitCode)}`, null)
    if (!contents.isDestroyed() && details.reason !== 'killed') contents.reload()
  })
  app.on('child-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    log.write(`${details.type} ${details.reason} ${String(details.exitCode)}`, null)
  })
}
