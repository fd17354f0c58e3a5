import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../../src-main/contract/search'
import type { PersonNames } from '../../../../../src-main/contract/people'
import { everythingOf, event, filter, from, openWorkspace, proxySource, evidence, scope } from './support'

const mia: PersonNames = { login: 'mia.mueller', givenName: 'Mia', familyName: 'Müller' }
const url = (text: string) => ({ details: { url: text } })

async function shown(text: string, known: readonly PersonNames[] = [mia]) {
  const workspace = await openWorkspace([event({ person: 'mia.mueller', surety: 'proved', ...url(text) })], {
    known
  })
  return workspace.page(filter(), 0, 1).rows[0]?.details[0]?.text ?? []
}

const person = { kind: 'person', number: 1 } as const

describe('pseudonyms in texts (P19, P21)', () => {
  it.each([
    'https://schule.example/~mia.mueller/hausaufgabe',
    'https://schule.example/~MIA_MUELLER/hausaufgabe',
    'https://schule.example/?name=Mia+M%C3%BCller',
    'https://schule.example/?name=Mia%2BM%25C3%25BCller',
    'https://schule.example/?name=M%FCller,%20Mia',
    'https://schule.example/MiaMüller.png',
    'https://schule.example/xmiamullerx'
  ])('finds a person in %s', async (text) => {
    expect(await shown(text)).toContainEqual(person)
    expect(JSON.stringify(await shown(text))).not.toMatch(/m(?:ue|ü|u)ller/i)
  })

  it('takes a family name alone for a name, and for nobody', async () => {
    const parts = await shown('https://www.mueller-drogerie.example/')
    expect(parts).toContainEqual({ kind: 'name', number: 1 })
    expect(parts).not.toContainEqual(person)
  })

  it('takes a full name that two persons bear for nobody', async () => {
    const twin = { login: 'm.mueller2', givenName: 'Mia', familyName: 'Müller' }
    const parts = await shown('https://schule.example/?q=Mia%20M%C3%BCller', [mia, twin])
    expect(parts.filter((part) => typeof part !== 'string').map(({ kind }) => kind)).toEqual(['name'])
  })

  it('does not find short given names inside other words', async () => {
    expect(await shown('https://lamialand.example/')).toEqual(['https://lamialand.example/'])
  })

  it('knows addresses, devices and mail addresses, in whatever spelling', async () => {
    const rows = [
      event({
        address: '10.1.2.3',
        device: 'aa:bb:cc:dd:ee:ff',
        ...url('http://10.1.2.3/?mac=AA-BB-CC-DD-EE-FF')
      }),
      event(url('mailto:Someone@Else.example?cc=someone@else.example')),
      event(url('http://[2001:db8::7]/'))
    ]
    const workspace = await openWorkspace(rows)
    const texts = workspace.page(filter(), 0, 9).rows.map(({ details }) => details[0]?.text)
    expect(texts[0]).toEqual([
      'http://',
      { kind: 'address', number: 1 },
      '/?mac=',
      { kind: 'device', number: 1 }
    ])
    expect(texts[1]?.filter((part) => typeof part !== 'string')).toEqual([
      { kind: 'mail', number: 1 },
      { kind: 'mail', number: 1 }
    ])
    expect(texts[2]).toEqual(['http://[', { kind: 'address', number: 2 }, ']/'])
  })

  it('numbers by first appearance, and the same way each time', async () => {
    const events = ['zoe', 'anna', 'zoe', 'ben'].map((login, index) =>
      event({ person: login, time: from + index })
    )
    const numbers = async () =>
      (await openWorkspace(events)).page(filter(), 0, 9).rows.map(({ person: one }) => one?.number)
    expect(await numbers()).toEqual([1, 2, 1, 3])
    expect(await numbers()).toEqual(await numbers())
  })

  it('keeps a name with a realm apart from the same name without one', async () => {
    const logins = ['mia', 'MIA', 'mia@other.example', 'SCHULE\\mia', 'uid=mia,ou=pupils,dc=schule']
    const workspace = await openWorkspace(
      logins.map((login, index) => event({ person: login, time: from + index }))
    )
    expect(workspace.page(filter(), 0, 9).rows.map(({ person: one }) => one?.number)).toEqual([1, 1, 2, 3, 1])
  })

  it('shows signs that cannot be seen, and takes no text for a pseudonym', async () => {
    expect(await shown('a\u202Eb\nc')).toEqual(['a\\u202eb\\u000ac'])
    expect(await shown('{"kind":"person","number":7}')).toEqual(['{"kind":"person","number":7}'])
  })

  it('lets no search find out a real name', async () => {
    const workspace = await openWorkspace([event({ person: 'mia.mueller', ...url('http://x/~mia.mueller') })])
    expect(workspace.page(filter({ text: 'mia.mueller' }), 0, 9).total).toBe(0)
    expect(workspace.page(filter({ text: 'Person 1' }), 0, 9).total).toBe(1)
  })

  it('lets no name of anybody out, in whatever field and spelling it stands (P19)', async () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tv-xz]{3}[aiouäöü][b-df-hj-np-tv-xzß]{3,6}$/)
    const names = fc.record({ givenName: word, familyName: word }).chain(({ givenName, familyName }) =>
      fc
        .constantFrom(`${givenName}.${familyName}`, `${familyName}${givenName}7`, `q${familyName}`)
        .map((login) => ({
          ...{ givenName, familyName, login }
        }))
    )
    const spelled = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => encodeURIComponent(text),
      (text) => encodeURIComponent(encodeURIComponent(text)),
      (text) => text.normalize('NFD'),
      (text) =>
        Array.from(text)
          .map((letter) => `%${Buffer.from(letter, 'utf8').toString('hex').match(/../g)?.join('%')}`)
          .join('')
    )
    const form = fc.constantFrom<(names: PersonNames) => string>(
      ({ login }) => login,
      ({ givenName, familyName }) => `${givenName} ${familyName}`,
      ({ givenName, familyName }) => `${familyName}, ${givenName}`,
      ({ givenName, familyName }) => `${givenName}${familyName}`,
      ({ familyName }) => familyName
    )
    const around = fc.constantFrom('', '/', 'x', '=', ' ')
    await fc.assert(
      fc.asyncProperty(
        fc.array(names, { minLength: 1, maxLength: 4 }),
        fc.array(
          fc.record({
            who: fc.nat(3),
            form,
            spelled,
            around,
            field: fc.constantFrom('url', 'target', 'workstation', 'file')
          }),
          {
            minLength: 1,
            maxLength: 6
          }
        ),
        async (known, told) => {
          const texts = told.map((one) => {
            const whose = known[one.who % known.length]
            if (whose === undefined) throw new Error('nobody')
            return { ...one, text: `${one.around}${one.spelled(one.form(whose))}${one.around}`, whose }
          })
          const events = texts.map(({ field, text, whose }, index) =>
            event({ person: whose.login, time: from + index, offset: index, details: { [field]: text } })
          )
          const sources = [{ ...proxySource, name: texts[0]?.text ?? '' }]
          const workspace = await openWorkspace(events, { known, evidence: evidence(events, sources), scope })
          const said = bare(everythingOf(workspace))
          for (const { login, familyName } of known) {
            expect(said).not.toContain(bare(login))
            expect(said).not.toContain(bare(familyName))
          }
        }
      ),
      { numRuns: 150 }
    )
  })
})

function bare(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}
