import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSamba, type SambaServer } from '../integration/servers/samba'
import { answerSaveDialog, launch, type RunningApplication } from './support/application'
import { pupilsOfSchool, writeRoster } from './support/roster'
import { passwordsOf, Screens } from './support/screens'

const pupils = pupilsOfSchool().slice(0, 12)
const ownPassword = 'Mein!eigenes-Wort7'

let server: SambaServer
let folder: string
let running: RunningApplication
let screens: Screens
let login = ''
let password = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-e2e-samba-'))
  server = await startSamba()
  running = await launch({ data: join(folder, 'data') })
  screens = new Screens(running)
})

afterAll(async () => {
  await running.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a school with Samba Active Directory', () => {
  it('connects, tests itself, and applies a roster', async () => {
    const authority = join(folder, 'ca.pem')
    await writeFile(authority, server.caCertificate)
    await screens.beginConnecting({ profile: 'Active Directory', url: server.url })
    await screens.trustFile(authority)
    await screens.fillAccount({ profile: 'Active Directory', ...server })
    await screens.finishConnecting()
    const file = join(folder, 'Schuljahr 2026.csv')
    await writeRoster(file, pupils)
    await screens.chooseRoster(file)
    await screens.comparePlan()
    expect(await screens.tile('Konten anlegen')).toBe(pupils.length)
    await screens.apply()
  })

  it('P3, P4: prints slips whose passwords must be changed at the first sign-in', async () => {
    const file = join(folder, 'Passwortzettel.pdf')
    await answerSaveDialog(running.electron, file)
    await screens.window.getByRole('link', { name: 'Passwortzettel drucken' }).click()
    await screens.button('Alle wählen').click()
    await screens.button('Als PDF speichern …').click()
    await screens.text('Die Zettel sind gespeichert.').waitFor({ timeout: 60_000 })
    const slips = await passwordsOf(file)
    expect(slips.size).toBe(pupils.length)
    login = 'a.oeztuerk'
    password = slips.get(login) ?? ''
    expect(await server.smbSignIn(login, password)).toBe('mustChange')
    await server.changePassword(login, password, ownPassword)
    expect(await server.smbSignIn(login, ownPassword)).toBe('ok')
  })

  it('P9: suspends and says that nothing ends by itself here, and lifts', async () => {
    await screens.openPerson(login)
    await screens.button('Sperren').click()
    await screens
      .dialog()
      .getByText(/beendet Sperren nicht von selbst/)
      .waitFor()
    await screens.dialog().getByRole('button', { name: 'Abbrechen' }).click()
    await screens.dialog().waitFor({ state: 'hidden' })
    await screens.suspend(null, 'Verstoß gegen die Nutzungsordnung')
    expect(await server.smbSignIn(login, ownPassword)).toBe('disabled')
    await screens.lift('Gespräch geführt')
    expect(await server.smbSignIn(login, ownPassword)).toBe('ok')
  })
})
