import { extname, join, normalize, sep } from 'node:path'
import { host, scheme } from './origin'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

export interface Page {
  readonly file: string
  readonly mediaType: string
}

/**
 * The file that an address of the window means; null: none. Only files of known kinds below `folder` are
 * served: a path that leads out of it, in whatever spelling, means nothing.
 */
export function findPage(folder: string, address: string): Page | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== `${scheme}:` || url.host !== host) return null
  const path = decode(url.pathname)
  // Backslashes and drive letters are separators on Windows; no file of ours has them, nor a NUL.
  if (path === null || /[\\:\0]/.test(path)) return null
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  if (!file.startsWith(normalize(folder + sep))) return null
  const mediaType = mediaTypes[extname(file).toLowerCase()]
  return mediaType === undefined ? null : { file, mediaType }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
