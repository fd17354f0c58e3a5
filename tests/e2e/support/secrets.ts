import type { CDPSession, Page } from 'playwright'

interface Found {
  readonly page: string
  readonly fields: readonly string[]
  readonly state: string
}

/** Everything of the page that somebody at the keyboard, or code in it, could look at. */
async function lookThrough(window: Page): Promise<Found> {
  return window.evaluate(() => {
    const root = document.querySelector('#app') as unknown as {
      __vue_app__: { config: { globalProperties: { $pinia: { state: { value: unknown } } } } }
    }
    return {
      page: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
      state: JSON.stringify(root.__vue_app__.config.globalProperties.$pinia.state.value)
    }
  })
}

/** Which of the secrets are still to be seen, in a field, or in the state of the page. */
export async function secretsOnPage(window: Page, secrets: readonly string[]): Promise<string[]> {
  const { page, fields, state } = await lookThrough(window)
  const everything = [page, ...fields, state]
  return secrets.filter((secret) => everything.some((text) => text.includes(secret)))
}

/** Which of the secrets lie anywhere in the memory that the page's code can reach. */
export async function secretsInMemory(window: Page, secrets: readonly string[]): Promise<string[]> {
  const debug: CDPSession = await window.context().newCDPSession(window)
  const pieces: string[] = []
  debug.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk))
  await debug.send('HeapProfiler.collectGarbage')
  await debug.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await debug.detach()
  const heap = JSON.parse(pieces.join('')) as { strings: readonly string[] }
  return secrets.filter((secret) => heap.strings.some((text) => text.includes(secret)))
}
