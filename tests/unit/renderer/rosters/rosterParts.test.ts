import { createSSRApp, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptAccount } from '../../../../src-main/contract/roster'
import type { RosterNotice } from '../../../../src-main/contract/rosterNotices'
import MayBeMeant from '../../../../src-renderer/features/rosters/MayBeMeant.vue'
import RosterNotices from '../../../../src-renderer/features/rosters/RosterNotices.vue'

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'de' } })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** What a part shows, with the library's own parts by their names. */
async function show(part: Component, properties: Record<string, unknown>): Promise<string> {
  const app = createSSRApp(part, properties)
  app.component('UIcon', { inheritAttrs: false, render: () => null })
  app.component('UButton', { inheritAttrs: false, props: ['label'], render: label })
  return renderToString(app)
}

function label(this: { readonly label: string }): string {
  return this.label
}

const doubtful: RosterNotice = {
  code: 'encodingDoubtful',
  parameters: { file: 'liste.csv', encoding: 'Mac Roman', example: 'Jäger' }
}
const unread: RosterNotice = { code: 'columnsNotRead', parameters: { columns: 'Tutor', count: 1 } }

describe('what to know first', () => {
  it('shows nothing where there is nothing to know', async () => {
    expect(await show(RosterNotices, { notices: [] })).not.toContain('section')
  })

  it('asks about an encoding that is not certain, and lets it be accepted', async () => {
    const page = await show(RosterNotices, { notices: [doubtful, unread] })
    expect(page).toContain('Gelesen wurde sie als Mac Roman, zum Beispiel „Jäger“')
    expect(page).toContain('Die Namen stimmen so')
    expect(page).toContain('border-warning')
    expect(page).toContain('Nicht gelesene Spalte: Tutor.')
  })

  it('warns of nothing where it only tells', async () => {
    const page = await show(RosterNotices, { notices: [unread] })
    expect(page).not.toContain('warning')
    expect(page).not.toContain('Die Namen stimmen so')
  })
})

function kept(place: number, rest: Partial<KeptAccount> = {}): KeptAccount {
  return {
    ...{ account: `a${place}`, login: `c.cramer${place}`, givenName: 'Cem', familyName: `Cramer${place}` },
    ...{
      schoolId: null,
      classes: ['6b'],
      why: 'name',
      file: 'liste.csv',
      line: place,
      code: 'birthDateInvalid'
    },
    ...rest
  }
}

describe('who may be meant', () => {
  it('says who, in which line and why', async () => {
    const page = await show(MayBeMeant, { accounts: [kept(7)] })
    for (const words of ['Cramer7, Cem', '6b', 'c.cramer7', '>7<', 'kein gültiges Geburtsdatum'])
      expect(page).toContain(words)
  })

  it('names a file that names nobody, without a line', async () => {
    const page = await show(MayBeMeant, {
      accounts: [kept(0, { why: 'silentFile', file: '6b.csv', code: null })]
    })
    expect(page).toContain('6b.csv')
    expect(page).not.toContain('>0<')
  })

  it('draws 25 and offers the rest', async () => {
    const accounts = Array.from({ length: 40 }, (_, place) => kept(place + 1))
    const page = await show(MayBeMeant, { accounts })
    expect(page.match(/<tr/g)).toHaveLength(26)
    expect(page).toContain('15')
  })
})
