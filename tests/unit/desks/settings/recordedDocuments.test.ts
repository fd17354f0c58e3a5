import { describe, expect, it } from 'vitest'
import { fail } from '../../../../src-main/contract/result'
import { defaultSettings, type Settings } from '../../../../src-main/contract/settings'
import { draft, Ledger, sha256 } from '../../../../src-main/core/ledger'
import { deviceSigner } from '../../../../src-main/core/people/keys'
import {
  createSettingsOffice,
  documentDigest,
  RecordedDocuments,
  recordedName
} from '../../../../src-main/desks/settings'
import { valueOf } from '../../support/accountsJob'
import { LedgerBuilder } from '../../support/ledgerBuilder'
import { MemoryHead, MemoryLedgerShelf } from '../../support/memoryLedger'
import { MemoryShelf } from '../../support/memoryShelf'

const wlan: Settings = { ...defaultSettings, modules: { wlan: 'modul-wlan' } }
const other: Settings = { ...defaultSettings, modules: { wlan: 'andere-gruppe' } }

async function openOffice(shelf = new MemoryShelf(), rows = new MemoryLedgerShelf(), seed = 1) {
  const ledger = await Ledger.open({
    shelf: rows,
    device: deviceSigner(new Uint8Array(32).fill(seed)),
    computer: 'PC-Büro',
    rules: [],
    memory: new MemoryHead()
  })
  return { ...officeOn(shelf, ledger), rows }
}

function officeOn(shelf: MemoryShelf, ledger: Ledger) {
  let refused = 0
  const office = createSettingsOffice({
    documents: new RecordedDocuments(shelf, ledger),
    by: () => null,
    onChange: async () => undefined,
    onRefused: () => (refused += 1)
  })
  return { office, shelf, ledger, refused: () => refused }
}

const nameOf = (settings: Settings): string => recordedName('settings', documentDigest(settings))

describe('settings', () => {
  it('are those that the newest statement names, and the usual ones before any was made', async () => {
    const { office, ledger } = await openOffice()
    expect(valueOf(await office.settings())).toEqual(defaultSettings)
    valueOf(await office.keepSettings(wlan))
    valueOf(await office.keepSettings(other))
    expect(valueOf(await office.settings())).toEqual(other)
    expect(ledger.items.at(-1)?.statement).toMatchObject({
      kind: 'settings.changed',
      subject: 'document:settings',
      body: { document: 'settings', digest: documentDigest(other) }
    })
  })

  it.each([
    ['changed', (shelf: MemoryShelf) => shelf.documents.set(nameOf(wlan), other)],
    ['deleted', (shelf: MemoryShelf) => shelf.documents.delete(nameOf(wlan))],
    ['made unreadable', (shelf: MemoryShelf) => shelf.documents.set(nameOf(wlan), 'x')],
    ['put under their former name', (shelf: MemoryShelf) => shelf.documents.set('settings', other)]
  ])(
    'that somebody has %s past the app have no effect and are a problem of the ledger',
    async (_, change) => {
      const { office, shelf, ledger, refused } = await openOffice()
      valueOf(await office.keepSettings(wlan))
      const sequence = ledger.head?.sequence ?? 0
      change(shelf)
      expect(await office.settings()).toEqual(
        fail('ledger.documentChanged', { document: 'settings', sequence })
      )
      expect(await office.problems()).toEqual([{ sequence, code: 'documentChanged' }])
      expect(refused()).toBe(1)
      // The administrator sees what is there, and saves anew.
      const shown = valueOf(await office.shown())
      valueOf(await office.keepSettings({ ...shown, modules: wlan.modules }))
      expect(await office.problems()).toEqual([])
      expect(valueOf(await office.settings()).modules).toEqual(wlan.modules)
    }
  )

  it('that another PC has put in force meanwhile are not written over by one that does not know them yet', async () => {
    const here = await openOffice()
    valueOf(await here.office.keepSettings(wlan))
    const there = await openOffice(here.shelf, here.rows)
    valueOf(await there.office.keepSettings(other))
    const named: Settings = { ...wlan, letterhead: { ...wlan.letterhead, place: 'Lindenhain' } }
    expect(await here.office.keepSettings(named)).toEqual(fail('application.settingsChanged'))
    expect(valueOf(await here.office.settings())).toEqual(other)
    valueOf(await here.office.keepSettings({ ...named, modules: other.modules }))
  })

  it('look right wherever a crash has come between document and statement', async () => {
    const { office, shelf, rows, refused } = await openOffice()
    valueOf(await office.keepSettings(wlan))
    rows.refusal = new Error('killed')
    await expect(office.keepSettings(other)).rejects.toThrow('killed')
    rows.refusal = null
    const again = await openOffice(shelf, rows)
    expect(valueOf(await again.office.settings())).toEqual(wlan)
    expect(await again.office.problems()).toEqual([])
    expect(refused()).toBe(0)
  })

  it('of a PC that is not admitted are not kept at all', async () => {
    const built = await LedgerBuilder.found()
    const shelf = new MemoryShelf()
    valueOf(await officeOn(shelf, built.ledger).office.keepSettings(wlan))
    const strange = await openOffice(shelf, built.shelf, 9)
    expect(await strange.office.keepSettings(other)).toEqual(fail('ledger.deviceUnknown'))
    expect([...shelf.documents.keys()]).toEqual([nameOf(wlan)])
  })

  it('that an earlier version kept without a word stay in force, until they are said as they stand', async () => {
    const shelf = new MemoryShelf()
    shelf.documents.set('settings', wlan)
    const { office, ledger } = await openOffice(shelf)
    // An earlier version named other settings and changed the school's name afterwards.
    const earlier = { document: 'settings', digest: sha256('before the founding'), by: null }
    valueOf(await ledger.record(draft('settings.changed', 'ledger', earlier, null)))
    expect(valueOf(await office.settings())).toEqual(wlan)
    expect(await office.problems()).toEqual([])
    valueOf(await office.adopt())
    const said = ledger.items.length
    valueOf(await office.adopt())
    expect(ledger.items.length).toBe(said)
    expect(valueOf(await office.settings())).toEqual(wlan)
    shelf.documents.set('settings', other)
    expect((await office.settings()).ok).toBe(false)
  })

  it('of a PC that still runs an earlier version count, too', async () => {
    const { office, shelf, ledger } = await openOffice()
    valueOf(await office.keepSettings(wlan))
    shelf.documents.set('settings', other)
    const body = { document: 'settings', digest: documentDigest(other), by: null }
    valueOf(await ledger.record(draft('settings.changed', 'ledger', body, null)))
    expect(valueOf(await office.settings())).toEqual(other)
    expect(await office.problems()).toEqual([])
  })

  it('of earlier are known by the place in the ledger', async () => {
    const { office, shelf, ledger } = await openOffice()
    const sequence = (): number => ledger.head?.sequence ?? 0
    const beforeAll = sequence()
    valueOf(await office.keepSettings(wlan))
    const first = sequence()
    valueOf(await office.keepSettings(other))
    expect(await office.mappedAt(beforeAll)).toBeNull()
    expect(await office.mappedAt(first)).toEqual(wlan.modules)
    expect(await office.mappedAt(sequence() + 10)).toEqual(other.modules)
    shelf.documents.set(nameOf(wlan), other)
    expect(await office.mappedAt(first)).toBeNull()
  })
})

describe('roster profiles', () => {
  it('that somebody has changed go with the next saving of the settings: nobody has looked at them', async () => {
    const { office, shelf, ledger } = await openOffice()
    valueOf(await office.keepProfiles([]))
    const sequence = ledger.head?.sequence ?? 0
    shelf.documents.set(recordedName('rosterProfiles', documentDigest([])), [{ name: 'untergeschoben' }])
    expect(await office.profiles()).toEqual(
      fail('ledger.documentChanged', { document: 'rosterProfiles', sequence })
    )
    valueOf(await office.keepSettings(wlan))
    expect(valueOf(await office.profiles())).toEqual([])
    expect(await office.problems()).toEqual([])
  })
})
