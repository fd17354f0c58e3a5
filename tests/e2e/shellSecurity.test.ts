import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../src-main/contract/bridge'
import { launch, type RunningApplication } from './support/application'

/** The window's page, as code inside it sees it. */
type PageWindow = Window & { netzwart: Bridge }

let running: RunningApplication

beforeAll(async () => {
  running = await launch()
})

afterAll(async () => {
  await running.close()
})

/** Runs inside the page and answers what happened as a word. */
function inPage<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  return running.window.evaluate(work)
}

describe('the real window', () => {
  it('has the one origin and the one bridge', async () => {
    expect(new URL(running.window.url()).href).toMatch(/^app:\/\/netzwart\/index\.html/)
    expect(await inPage(() => location.origin)).toBe('app://netzwart')
    expect(await inPage(() => Object.keys((window as unknown as PageWindow).netzwart).sort())).toEqual([
      'call',
      'on'
    ])
  })

  it('reaches neither Node nor Electron', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron']
    const found = await running.window.evaluate((list) => list.filter((name) => name in globalThis), names)
    expect(found).toEqual([])
    const preferences = await running.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    })
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false
    })
  })

  it('opens no further window', async () => {
    expect(await inPage(() => window.open('https://example.org/') === null)).toBe(true)
    expect(await inPage(() => window.open('app://netzwart/index.html') === null)).toBe(true)
    expect(await running.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
      1
    )
  })

  it('stays on its page', async () => {
    const before = running.window.url()
    for (const address of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://netzwart/other.html',
      'app://else/index.html'
    ]) {
      await running.window.evaluate((target) => {
        location.href = target
      }, address)
      // A round trip through main: whatever navigation there was would have begun by now.
      await inPage(() => (window as unknown as PageWindow).netzwart.call('application.state', undefined))
      expect(running.window.url()).toBe(before)
    }
  })

  it('asks nothing from outside', async () => {
    const refused = await inPage(async () => {
      const broken = new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true
        })
      })
      const answer = await fetch('http://127.0.0.1:1/').then(
        () => 'answered',
        () => 'failed'
      )
      return [answer, await broken]
    })
    expect(refused).toEqual(['failed', 'connect-src'])
    const picture = await inPage(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true
          })
          new Image().src = 'https://example.org/a.png'
        })
    )
    expect(picture).toBe('img-src')
  })

  it('makes no code from text and runs no inline script', async () => {
    const found = await inPage(async () => {
      const broken = new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true
        })
      })
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineScriptRan = true'
      document.head.append(script)
      return [await broken, 'inlineScriptRan' in globalThis]
    })
    expect(found).toEqual(['script-src-elem', false])
    // The debugger may evaluate anything; code that the page itself schedules may not.
    const evaluated = await inPage(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI), { once: true })
          const schedule = setTimeout as unknown as (work: unknown, delay: number) => number
          schedule('globalThis.textRan = true', 0)
        })
    )
    expect(evaluated).toBe('eval')
    expect(await inPage(() => 'textRan' in globalThis)).toBe(false)
  })

  it('embeds nothing: no frame of its own gets the bridge, no webview exists', async () => {
    const inFrame = await inPage(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const found = frame.contentWindow !== null && 'netzwart' in frame.contentWindow
      frame.remove()
      return found
    })
    expect(inFrame).toBe(false)
    expect(await inPage(() => 'src' in document.createElement('webview'))).toBe(false)
  })

  it('gets no permission', async () => {
    expect(
      await inPage(() =>
        Notification.requestPermission().then(
          (answer) => answer,
          () => 'denied'
        )
      )
    ).toBe('denied')
    const camera = await inPage(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: unknown) => (error as Error).name
      )
    )
    expect(camera).not.toBe('granted')
  })

  it('starts no download', async () => {
    const started = await running.electron.evaluate(({ session, BrowserWindow }) => {
      const prevented = new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event) => {
          setImmediate(() => {
            resolve(event.defaultPrevented)
          })
        })
      })
      BrowserWindow.getAllWindows()[0]!.webContents.downloadURL('app://netzwart/index.html')
      return prevented
    })
    expect(started).toBe(true)
  })

  it('serves only files of the window, whatever the path looks like', async () => {
    const paths = [
      '/../main/index.js',
      '/..%2fmain%2findex.js',
      '/%2e%2e/%2e%2e/package.json',
      '/..\\main\\index.js',
      '/assets/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/package.json%00.html'
    ]
    const found = await running.window.evaluate(
      (list) =>
        Promise.all(list.map((path) => fetch(`app://netzwart${path}`).then((answer) => answer.status))),
      paths
    )
    expect(found).toEqual(paths.map(() => 404))
    expect(await inPage(() => fetch('/index.html').then((answer) => answer.status))).toBe(200)
    expect(await inPage(() => fetch('/index.html', { method: 'POST' }).then((answer) => answer.status))).toBe(
      405
    )
  })
})

describe('the gateway behind the window', () => {
  it('refuses unknown operations and wrong input', async () => {
    const call = (name: string, input: unknown): Promise<unknown> =>
      running.window.evaluate(
        (words) => (window as unknown as PageWindow).netzwart.call(words.name, words.input),
        { name, input }
      )
    expect(await call('toString', undefined)).toMatchObject({
      failure: { code: 'application.unknownOperation' }
    })
    expect(await call('__proto__', undefined)).toMatchObject({
      failure: { code: 'application.unknownOperation' }
    })
    expect(await call('application.setPreferences', { language: 'fr', theme: 'light' })).toMatchObject({
      failure: { code: 'application.invalidInput', parameters: { field: 'language' } }
    })
    expect(await call('application.state', undefined)).toMatchObject({ ok: true })
  })

  it('refuses another window, though it has the same preload script and the same address', async () => {
    const answer = await running.electron.evaluate(async ({ BrowserWindow, app }) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true }
      })
      await other.loadURL('app://netzwart/index.html')
      const result: unknown = await other.webContents.executeJavaScript(
        `window.netzwart.call('application.state', undefined)`
      )
      other.destroy()
      return result
    })
    expect(answer).toEqual({ ok: false, failure: { code: 'application.notAllowed', parameters: {} } })
  })
})
