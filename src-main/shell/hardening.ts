import { app, type Session, type WebContents } from 'electron'
import { isStartAddress } from './origin'

/** No page gets a permission, a device, a download or a spell-checker's dictionary from outside. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({})
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.setSpellCheckerEnabled(false)
}

/**
 * For every page that ever comes to be: it stays where it is, opens nothing and embeds nothing.
 */
export function hardenEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    hardenPage(contents)
  })
}

function hardenPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  // Reloading the window's own page is the only navigation there is.
  contents.on('will-navigate', (event) => {
    if (!event.isMainFrame || !isStartAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
}
