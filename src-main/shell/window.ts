import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { fitToScreens, readWindowState, writeWindowState } from './windowState'

/** Makes the one window of the app. `show` lets it be seen, as soon as its first picture is ready. */
export function openWindow(options: {
  readonly out: string
  readonly icon: string
  readonly stateFolder: string
  readonly developerTools: boolean
}): { readonly window: BrowserWindow; readonly show: () => void } {
  const kept = readWindowState(options.stateFolder)
  const state = fitToScreens(
    kept,
    screen.getAllDisplays().map((display) => display.workArea)
  )
  const window = new BrowserWindow({
    ...(state.x !== undefined && state.y !== undefined ? { x: state.x, y: state.y } : {}),
    width: state.width,
    height: state.height,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Netzwart',
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload: join(options.out, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.developerTools
    }
  })
  if (state.maximized) window.maximize()
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve)
  })
  window.on('close', () => {
    rememberState(window, options.stateFolder)
  })
  return {
    window,
    show() {
      void painted.then(() => {
        if (window.isDestroyed()) return
        // The theme that the person has chosen is known by now.
        window.setBackgroundColor(backgroundColor())
        window.show()
      })
    }
  }
}

function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#0b1120' : '#ffffff'
}

function rememberState(window: BrowserWindow, folder: string): void {
  const { x, y, width, height } = window.getNormalBounds()
  try {
    writeWindowState(folder, { x, y, width, height, maximized: window.isMaximized() })
  } catch {
    // A window that opens in another place next time is no reason to keep the person from leaving.
  }
}

/** Brings the window to the front: what a second start of the app does. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
