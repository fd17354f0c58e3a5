import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultContainers, startSlapd, type SlapdServer } from '../integration/servers/slapd'
import { ask, launch, type RunningApplication } from './support/application'
import { Screens } from './support/screens'

/*
 * The bars are 50 ms for a filter and no dropped frame; here they are wide enough for a busy machine without a
 * graphics card, and narrow enough that work which grows with the number of accounts shows.
 */
const queryLimit = 200
const keystrokeLimit = 400
const frameLimit = 34

const count = 30_000
const perClass = 500
const base = 'dc=schule,dc=example'

let server: SlapdServer
let folder: string
let running: RunningApplication
let screens: Screens

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-large-'))
  server = await startSlapd({ entries: [defaultContainers, ...people(), ...classes()].join('\n') })
  running = await launch({ data: join(folder, 'data') })
  screens = new Screens(running)
  await screens.beginConnecting({ profile: 'OpenLDAP', url: server.url })
  await screens.trustFile(server.caFile)
  await screens.fillAccount({ profile: 'OpenLDAP', ...server })
  await screens.finishConnecting()
})

afterAll(async () => {
  await running.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

function people(): string[] {
  return Array.from({ length: count }, (_, number) => {
    const family = `Nachname${(number * 7919) % count}`
    return [
      `dn: uid=p${number},ou=pupils,${base}`,
      'objectClass: inetOrgPerson',
      'objectClass: posixAccount',
      ...[`uid: p${number}`, `cn: Kim ${family}`, `sn: ${family}`, 'givenName: Kim'],
      ...[`employeeNumber: ${number}`, 'employeeType: pupil', `uidNumber: ${20_000 + number}`],
      ...['gidNumber: 100', `homeDirectory: /home/p${number}`, '']
    ].join('\n')
  })
}

function classes(): string[] {
  return Array.from({ length: count / perClass }, (_, number) => {
    const members = Array.from(
      { length: perClass },
      (_unused, seat) => `member: uid=p${number * perClass + seat},ou=pupils,${base}`
    )
    const head = [`dn: cn=k${number},ou=classes,${base}`, 'objectClass: groupOfNames', `cn: k${number}`]
    return [...head, ...members, ''].join('\n')
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

describe('a directory with 30,000 accounts', () => {
  it('opens the list and answers each filter and order at once', async () => {
    await screens.menu('Konten').click()
    await screens.text('30.000 Treffer').waitFor({ timeout: 60_000 })
    const queries = [
      { text: 'nach' },
      { text: 'nachname1234' },
      { schoolClass: 'k7' },
      { sort: 'class', descending: true }
    ] as const
    for (const query of queries) {
      const times: number[] = []
      for (let turn = 0; turn < 7; turn += 1) {
        const start = performance.now()
        await ask(screens.window, 'accounts.query', query)
        times.push(performance.now() - start)
      }
      expect(median(times), JSON.stringify(query)).toBeLessThan(queryLimit)
    }
  })

  it('keeps up with scrolling, and shows people instead of gaps', async () => {
    const { frames, gaps } = await screens.window.evaluate(async () => {
      const grid = document.querySelector('[role="grid"]')
      if (grid === null) throw new Error('no list')
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const durations: number[] = []
      let withoutPeople = 0
      let last = await frame()
      for (let turn = 0; turn < 150; turn += 1) {
        grid.scrollTop += 200
        const now = await frame()
        durations.push(now - last)
        last = now
        if (!grid.textContent.includes('Nachname')) withoutPeople += 1
      }
      return { frames: durations, gaps: withoutPeople }
    })
    expect(median(frames)).toBeLessThan(frameLimit)
    expect(gaps).toBeLessThan(5)
  })

  it('finds people while one types', async () => {
    const search = screens.window.getByRole('textbox', { name: 'Konten durchsuchen' })
    await search.click()
    const times: number[] = []
    let typed = ''
    for (const letter of 'nachname12345') {
      typed += letter
      const expected = Array.from({ length: count }, (_, number) => `nachname${number}`).filter((name) =>
        name.includes(typed)
      ).length
      const start = performance.now()
      await screens.window.keyboard.type(letter)
      await screens.text(`${expected.toLocaleString('de-DE')} Treffer`).waitFor()
      times.push(performance.now() - start)
    }
    expect(median(times)).toBeLessThan(keystrokeLimit)
  })
})
