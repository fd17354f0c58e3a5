import { describe, expect, it } from 'vitest'
import { ShownModules } from '../../../../src-main/jobs/accounts/shownModules'
import { MemoryShelf } from '../../support/memoryShelf'

describe('modules that a case has given back', () => {
  it('P10: are kept group by group and person by person, the newest look counting', async () => {
    const shown = new ShownModules(
      Object.assign(new MemoryShelf(), { lock: async () => async () => undefined })
    )
    const [first, later] = ['2026-11-20T08:00:00.000Z', '2026-11-27T08:00:00.000Z']
    await shown.note({ id: '1' }, ['Modul-WLAN', 'modul-mail'], first)
    await shown.note({ id: '2' }, ['modul-wlan'], first)
    await shown.note({ id: '1' }, ['modul-wlan'], later)
    const of = async (account: string) => {
      const known = await shown.of(account)
      return known.ok ? [...known.value] : known.failure.code
    }
    expect(await of('1')).toEqual([
      ['modul-wlan', later],
      ['modul-mail', first]
    ])
    expect(await of('2')).toEqual([['modul-wlan', first]])
    expect(await of('3')).toEqual([])
  })
})
