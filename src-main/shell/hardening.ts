import { app, type Session, type WebContents } from 'electron'
import { isStartAddress } from './origin'

/** The only thing a page may do beyond itself: put text on the clipboard (copy a name). It may not read it. */
const permitted = 'clipboard-sanitized-write'

/** No page gets another permission, a device, a download or a spell-checker's dictionary from outside. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === permitted)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === permitted)
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
