import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { launch, type RunningApplication } from './support/application'

let running: RunningApplication
let udp: Socket
let tcp: Server
/** What arrived: the length of each packet, the word for each connection. */
let arrived: string[] = []
let port: number
/** This PC as others reach it, where it has a network at all. */
let own: string

beforeAll(async () => {
  udp = createSocket('udp4')
  udp.on('message', (packet) => arrived.push(`packet of ${String(packet.length)}`))
  udp.bind(0, '0.0.0.0')
  await once(udp, 'listening')
  port = udp.address().port
  tcp = createServer((socket) => {
    arrived.push('connection')
    socket.on('error', () => undefined)
    socket.end()
  })
  tcp.listen(port, '0.0.0.0')
  await once(tcp, 'listening')
  expect((tcp.address() as AddressInfo).port).toBe(port)
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  own = addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.1'
  running = await launch()
})

beforeEach(() => {
  arrived = []
})

afterAll(async () => {
  await running.close()
  udp.close()
  tcp.close()
})

/** WebRTC's attempts to reach servers at these addresses; answers the addresses that the page learned. */
const callByWebRtc = `async (servers, global) => {
  const connection = new global.RTCPeerConnection({ iceServers: servers })
  const found = []
  connection.addEventListener('icecandidate', ({ candidate }) => candidate && found.push(candidate.candidate))
  connection.createDataChannel('x')
  await connection.setLocalDescription(await connection.createOffer())
  await new Promise((resolve) => setTimeout(resolve, 3000))
  connection.close()
  return found
}`

function servers(): object[] {
  return ['127.0.0.1', own].flatMap((host) => {
    const place = `${host}:${String(port)}`
    return [
      { urls: `stun:${place}` },
      { urls: `turn:${place}`, username: 'a', credential: 'b' },
      { urls: `turn:${place}?transport=tcp`, username: 'a', credential: 'b' }
    ]
  })
}

/** Runs in the page of a window of the app: the window itself, or one without the app's protection. */
async function runIn(which: 'app' | 'unprotected', code: string): Promise<unknown> {
  return running.electron.evaluate(
    async ({ BrowserWindow }, { chosen, text }) => {
      if (chosen === 'app')
        return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text) as unknown
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'unprotected' } })
      window.webContents.setWebRTCIPHandlingPolicy('default')
      try {
        await window.loadURL('data:text/html,x')
        return (await window.webContents.executeJavaScript(text)) as unknown
      } finally {
        window.destroy()
      }
    },
    { chosen: which, text: code }
  )
}

const call = (global: string): string => `(${callByWebRtc})(${JSON.stringify(servers())}, ${global})`

it('would see packets and connections, if there were any', async () => {
  await runIn('unprotected', call('globalThis'))
  expect(arrived.some((word) => word.startsWith('packet'))).toBe(true)
  // Chromium's names lead nowhere in any window of the app; that connections are seen, another program shows.
  const socket = connect(port, own)
  await once(socket, 'connect')
  socket.destroy()
  await expect.poll(() => arrived).toContain('connection')
})

it('sends nothing by WebRTC, neither with its own constructor nor with that of a frame', async () => {
  expect(await runIn('app', call('globalThis'))).toEqual([])
  const inFrame = `(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return ${call('frame.contentWindow')}.finally(() => frame.remove())
  })()`
  expect(await runIn('app', inFrame)).toEqual([])
  expect(arrived).toEqual([])
})

const ways: Readonly<Record<string, string>> = {
  fetch: `fetch(address).catch(() => 0)`,
  'request without answer': `fetch(address, { mode: 'no-cors', keepalive: true }).catch(() => 0)`,
  beacon: `navigator.sendBeacon(address, 'x')`,
  'web socket': `try { new WebSocket(address.replace('http', 'ws')) } catch {}`,
  'event source': `try { new EventSource(address) } catch {}`,
  'web transport': `try { new WebTransport(address.replace('http', 'https')).ready.catch(() => 0) } catch {}`,
  worker: `try { new Worker(address) } catch {}`,
  'service worker': `navigator.serviceWorker?.register('/sw.js').catch(() => 0)`,
  links: `for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'stylesheet', 'manifest', 'icon', 'prerender'])
    document.head.append(Object.assign(document.createElement('link'), { rel, as: 'script', href: address + rel }))`,
  'speculation rules': `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules',
    textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [address] }] }) }))`,
  ping: `{ const a = Object.assign(document.createElement('a'), { href: '#/x', ping: address }); document.body.append(a); a.click(); a.remove() }`,
  'link to a new window': `{ const a = Object.assign(document.createElement('a'), { href: address, target: '_blank' }); document.body.append(a); a.click(); a.remove() }`,
  download: `{ const a = Object.assign(document.createElement('a'), { href: address, download: 'x' }); document.body.append(a); a.click(); a.remove() }`,
  form: `{ const f = Object.assign(document.createElement('form'), { action: address, method: 'post' }); document.body.append(f); f.submit(); f.remove() }`,
  'new window': `window.open(address)`,
  'same window': `window.open(address, '_self')`,
  refresh: `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + address }))`,
  picture: `new Image().src = address`,
  'picture in a picture': `new Image().src = 'data:image/svg+xml,' + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><image href="' + address + '"/></svg>')`,
  style: `document.head.append(Object.assign(document.createElement('style'), { textContent: '@import url(' + address + '); body { background: url(' + address + ') }' }))`,
  film: `{ const v = document.createElement('video'); v.src = address; document.body.append(v); v.load(); v.remove() }`,
  embedding: `for (const name of ['object', 'embed', 'iframe', 'frame', 'fencedframe', 'portal'])
    { const e = document.createElement(name); e.src = e.data = address; document.body.append(e); setTimeout(() => e.remove(), 500) }`,
  navigation: `location.href = address`
}

it.each(Object.entries(ways))('lets nothing out by: %s', async (_name, code) => {
  for (const host of ['127.0.0.1', own, 'localhost'])
    await runIn('app', `{ const address = ${JSON.stringify(`http://${host}:${String(port)}/`)}; ${code}; 0 }`)
  await running.window.waitForTimeout(700)
  expect(arrived).toEqual([])
  expect(new URL(running.window.url()).protocol).toBe('app:')
})
