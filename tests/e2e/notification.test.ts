import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, demoPerson, launch, type RunningApplication } from './support/application'
import { Screens } from './support/screens'

let running: RunningApplication

beforeAll(async () => {
  running = await launch({ demo: true, person: 'leadership' })
})

afterAll(async () => {
  await running.close()
})

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

it('tells by a notification of the system that something new waits, without a name; a click leads there', async () => {
  const { electron, window } = running
  // What the first look at the directory finds is told by itself.
  const waiting = async (): Promise<string[]> => (await ask(window, 'inbox.list')).map(({ kind }) => kind)
  await expect.poll(waiting, { timeout: 30_000 }).toContain('caseDiffers')
  // Whether the system shows it is the system's business; this one has no desktop, and nobody looks at the window.
  await electron.evaluate(({ BrowserWindow, Notification }) => {
    const shown: Electron.Notification[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this)
    }
    for (const open of BrowserWindow.getAllWindows()) open.isFocused = () => false
  })
  const page = await ask(window, 'accounts.query', { kind: 'teacher', limit: 30 })
  const officials = await ask(window, 'people.appointments')
  const appointed = new Set(officials.appointments.map(({ person }) => person))
  const teacher = page.rows.find(({ id, state }) => state === 'active' && !appointed.has(id))
  const person = teacher?.id ?? ''
  const passphrase = 'Vier Wörter für den Test'
  const chosen = await ask(window, 'people.choosePassphrase', { person, passphrase })
  await ask(window, 'people.appoint', {
    person,
    role: 'evaluator',
    from: inDays(-1),
    until: inDays(10),
    newKey: chosen.fingerprint,
    passphrase: (await demoPerson(window, 'leadership')).passphrase
  })
  const bodies = (): Promise<string[]> =>
    electron.evaluate(() =>
      (globalThis as unknown as { shown: Electron.Notification[] }).shown.map(({ body }) => body)
    )
  await expect.poll(bodies).toEqual(['Eine Benennung endet bald.'])
  await electron.evaluate(() => {
    const [first] = (globalThis as unknown as { shown: Electron.Notification[] }).shown
    first?.emit('click')
  })
  await new Screens(running).heading('Benennungen').first().waitFor()
})
