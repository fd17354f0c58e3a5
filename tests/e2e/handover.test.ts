import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPersonCard } from '../../src-main/contract/people'
import { unzipped } from '../unit/support/unzipped'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  signIn,
  type RunningApplication
} from './support/application'
import { inspectScreen } from './support/inspection'
import { Screens } from './support/screens'

/** A login in the evidence, which lies nowhere in the clear. */
const canary = 'kanarienvogel.zwitscher'

let running: RunningApplication
let screens: Screens
let folder: string
/** Where the bundle goes. */
let target: string
let order: string
let identity: string
let recipient: string
let evaluators: readonly DemoPersonCard[]

const germanDay = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + days * 86_400_000)
/** The day before yesterday, so that the whole window is over. */
const day = germanDay(-2)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-handover-'))
  target = await mkdtemp(join(tmpdir(), 'netzwart-handed-'))
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  const begin = Date.parse(`${day}T09:00:00Z`) / 1000
  await writeFile(
    join(folder, 'access.log'),
    `${begin}.000    120 10.20.3.7 TCP_MISS/200 2048 GET http://spiele.example/ ${canary} HIER_DIRECT/192.0.2.7 text/html\n`
  )
  running = await launch({ demo: true, person: null })
  screens = new Screens(running)
  const { session } = await ask(running.window, 'application.state')
  evaluators = session.demoPeople.filter(({ role }) => role === 'evaluator')
  await signIn(running.window, 'administrator')
  const { sources } = await ask(running.window, 'logSources.save', {
    ...{ id: null, name: 'Proxy im Test', path: join(folder, 'access.log'), format: 'squid' },
    ...{ contents: false, keptDays: 7, keptReason: 'Voreinstellung.' }
  })
  await signIn(running.window, 'leadership')
  const known = await ask(running.window, 'orders.query', {})
  const given = await ask(running.window, 'orders.give', {
    ...{ flag: null, occasion: 'Eine Lehrkraft hat es gemeldet.', rule: 'P18' },
    suspicion: 'Es wurde etwas Strafbares verbreitet.',
    ...{ concerned: [], addresses: [], rules: [], contents: null },
    sources: sources.filter(({ name }) => name === 'Proxy im Test').map(({ id }) => id),
    ...{ from: { day, time: '08:00' }, until: { day, time: '13:00' } },
    evaluators: known.rows[0]?.evaluators.map(({ person }) => person) ?? [],
    expires: germanDay(5),
    passphrase: (await demoPerson(running.window, 'leadership')).passphrase
  })
  order = given.id
  await signIn(running.window, 'evaluator')
  await ask(running.window, 'evidence.gather', { order })
  const { evaluators: named } = await ask(running.window, 'evaluations.state', { order })
  const words = 'Ein Aufruf, von dem die Polizei wissen muss.'
  for (const [name, said] of [
    ['evaluations.open', {}],
    ['evaluations.close', { judgment: 'lawEnforcement', findings: words, notFound: words, summary: words }]
  ] as const)
    for (const { person, name: called } of named) {
      const passphrase = evaluators.find((one) => one.name === called)?.passphrase ?? ''
      await ask(running.window, name, { order, person, passphrase, ...said })
    }
}, 180_000)
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
  await rm(target, { recursive: true, force: true })
})

const field = (name: string | RegExp) => running.window.getByRole('textbox', { name })

describe('P23: handing evidence over to law enforcement', () => {
  it('is decided and signed by the leadership at the order', async () => {
    await signIn(running.window, 'leadership')
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}`), order)
    await screens.heading('Übergabe entscheiden').waitFor()
    await field(/^Behörde/).fill('Polizeiinspektion Musterstadt')
    await field('Grund der Übergabe').fill('Eine Straftat ist angezeigt.')
    await field('Öffentliche Schlüssel der Behörde').fill('kein-schluessel')
    const { passphrase } = await demoPerson(running.window, 'leadership')
    await running.window.getByLabel('Passphrase').fill(passphrase)
    await screens.button('Übergabe unterschreiben').click()
    await screens.text(/ist kein öffentlicher Schlüssel von age/).waitFor()
    await inspectScreen(running, 'handover-refused')
    await field('Öffentliche Schlüssel der Behörde').fill(recipient)
    await running.window.getByLabel('Passphrase').fill(passphrase)
    await screens.button('Übergabe unterschreiben').click()
    await screens.heading('Anders entscheiden').waitFor()
    await inspectScreen(running, 'handover-decided')
  })

  it('is made by two evaluators, and opens for the authority alone (P21)', async () => {
    const file = join(target, 'Uebergabe.zip.age')
    await answerSaveDialog(running.electron, file)
    await signIn(running.window, 'evaluator')
    await running.window.evaluate((id) => (location.hash = `#/orders/${id}/evaluation`), order)
    await screens.heading('Paket zu zweit erstellen').waitFor()
    await inspectScreen(running, 'handover-make')
    const [first, second] = evaluators
    const passphrase = running.window.getByLabel(/^Passphrase von/)
    await passphrase.fill(first?.passphrase ?? '')
    await screens.button('Weiter zur zweiten Person').click()
    await screens.text(/ist dabei\. Jetzt ist die zweite Person dran/).waitFor()
    await passphrase.fill(second?.passphrase ?? '')
    await screens.button('Paket erstellen und speichern').click()
    await screens.heading('Noch ein Paket erstellen').waitFor()
    await inspectScreen(running, 'handover-made')
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const files = await unzipped(await decrypter.decrypt(await readFile(file)))
    expect(files.get('uebergabeprotokoll.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(files.get('auswertungsprotokoll.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
    const { ledger } = await ask(running.window, 'application.state')
    expect(ledger?.problems).toBe(0)
  })

  it('leaves nothing in the clear', async () => {
    for (const root of [running.data, target]) {
      for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const content = await readFile(join(entry.parentPath, entry.name))
        expect([entry.name, content.includes(canary)]).toEqual([entry.name, false])
      }
    }
  })
})
