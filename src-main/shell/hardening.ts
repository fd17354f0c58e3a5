import { app, type Session, type WebContents } from 'electron'
import { isStartAddress } from './origin'

/** The only thing a page may do beyond itself: put text on the clipboard (copy a name). It may not read it. */
const permitted = 'clipboard-sanitized-write'

/*
 * [Note: no way out of the window]
 * The content security policy stops what a page loads. It does not stop a name that is only looked up, a connection that
 * is only prepared, or WebRTC, which sends packets by itself. So Chromium's whole network leads nowhere: names are not
 * resolved, every connection goes to a proxy that does not exist, and WebRTC may send through that proxy alone. The app's
 * pages come from its own scheme, and main speaks to directory and database without Chromium.
 */

/** No such host: the name is reserved (RFC 6761). */
const nowhere = 'http://netzwart.invalid:1'

/** Names are not even asked for. Must be said before the app is ready. */
export function closeNameResolution(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/**
 * No page gets another permission, a device, a download, a connection or a spell-checker's dictionary from outside.
 *
 * @param hasDevelopmentServer in `npm run dev` the pages come from a server on this PC
 */
export async function hardenSession(session: Session, hasDevelopmentServer: boolean): Promise<void> {
  if (!hasDevelopmentServer) {
    // Without the rule, this PC itself would be reached directly.
    await session.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules: '<-loopback>' })
  }
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
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
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
