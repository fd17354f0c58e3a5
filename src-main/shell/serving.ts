import { readFile } from 'node:fs/promises'
import { net, protocol, type Session } from 'electron'
import { contentSecurityPolicy } from './contentSecurityPolicy'
import { findPage } from './pages'
import { printScheme, scheme } from './origin'

/** Must run before the app is ready: afterwards Chromium takes no new schemes. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true } }
  ])
}

/**
 * Serves the window's pages.
 *
 * @param folder the built renderer
 * @param developmentServer Vite's address in `npm run dev`; null: serve the built files
 */
export function servePages(session: Session, folder: string, developmentServer: string | null): void {
  const policy = contentSecurityPolicy(developmentServer === null ? null : new URL(developmentServer).host)
  session.protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET') return refuse(405)
    if (developmentServer !== null) return withPolicy(await fetchFrom(developmentServer, request.url), policy)
    const page = findPage(folder, request.url)
    if (page === null) return refuse(404)
    const content = await readFile(page.file).catch(() => null)
    if (content === null) return refuse(404)
    return withPolicy(
      new Response(new Uint8Array(content), { headers: { 'content-type': page.mediaType } }),
      policy
    )
  })
}

function fetchFrom(server: string, address: string): Promise<Response> {
  const { pathname, search } = new URL(address)
  return net.fetch(new URL(pathname + search, server).href)
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status })
}

function withPolicy(response: Response, policy: string): Response {
  const headers = new Headers(response.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-opener-policy', 'same-origin')
  return new Response(response.body, { status: response.status, headers })
}
