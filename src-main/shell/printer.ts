import { BrowserWindow, session, type Session } from 'electron'
import { fail, succeed } from '../contract/result'
import type { Printer } from '../world/documents/port'
import { printedPagePolicy } from './contentSecurityPolicy'
import type { ErrorLog } from './errorLog'
import { footerOptions } from './pageFooter'
import { printScheme } from './origin'

/** Printing one page may take this long, milliseconds. */
const limit = 60_000
const address = `${printScheme}://page/`

/**
 * Turns HTML into PDF (A4) in a hidden window that runs no script and reaches nothing: its session is kept
 * in memory and answers only the page that is being printed.
 */
export function makePrinter(log: ErrorLog): Printer {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    toPdf(html) {
      // One after the other: a stack of slips for every class would otherwise open a window each.
      const printed = turn.then(() => print(html))
      turn = printed.catch(() => undefined)
      return printed.then(succeed<Uint8Array>, (error: unknown) => {
        log.write('print', error)
        return fail('application.printingFailed')
      })
    }
  }
}

async function print(html: string): Promise<Uint8Array> {
  const quiet = session.fromPartition('netzwart-print', { cache: false })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: quiet,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false
    }
  })
  try {
    serveOnly(quiet, html)
    await within(limit, window.loadURL(address))
    return await within(
      limit,
      window.webContents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        ...footerOptions(html)
      })
    )
  } finally {
    window.destroy()
    quiet.protocol.unhandle(printScheme)
  }
}

function serveOnly(quiet: Session, html: string): void {
  quiet.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: details.url !== address && !details.url.startsWith('data:') })
  })
  quiet.protocol.handle(
    printScheme,
    () =>
      new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': printedPagePolicy,
          'cache-control': 'no-store'
        }
      })
  )
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('printing took too long'))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
