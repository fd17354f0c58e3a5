import { expect, it } from 'vitest'
import { byClass, slipsPage, type Slip } from '../../../../src-main/jobs/accounts/slips/page'

function slip(schoolClass: string, familyName: string, givenName = 'Kim'): Slip {
  return { schoolClass, familyName, givenName, login: 'k.login', password: 'Kab7tuN-wed4' }
}
const school = { name: '', contact: '', signInHint: '' }

it('sorts classes as a school counts, people by name, those without a class last', () => {
  const slips = [slip('', 'Zink'), slip('10a', 'Adam'), slip('5b', 'Öz'), slip('5b', 'Nowak')]
  expect(
    byClass(slips).map(([name, inClass]) => [name, inClass.map(({ familyName }) => familyName)])
  ).toEqual([
    ['5b', ['Nowak', 'Öz']],
    ['10a', ['Adam']],
    ['', ['Zink']]
  ])
})

it('P3, P4: holds name, class, login, password and what to do, and starts each class on a page of its own', () => {
  const page = slipsPage([slip('5a', 'Groß', 'Björn'), slip('5b', 'Öz')], school, '2026-08-31')
  for (const words of ['Björn Groß', 'Klasse 5a', 'k.login', 'Kab7tuN-wed4', '31.08.2026', 'acht Zeichen'])
    expect(page).toContain(words)
  expect(page.match(/<table>/g)).toHaveLength(2)
})

it('prints the school’s own words only where there are any', () => {
  const page = slipsPage([slip('5a', 'Öz')], { ...school, contact: 'Raum 112' }, '2026-08-31')
  expect(page).toContain('Fragen? Raum 112')
  expect(slipsPage([slip('5a', 'Öz')], school, '2026-08-31')).not.toContain('Fragen?')
})

it('speaks to pupils and grown-ups alike, with neither du nor Sie', () => {
  const words = slipsPage([slip('5a', 'Öz'), slip('', 'Groß')], school, '2026-08-31').split('<body>')[1] ?? ''
  expect(words).toContain('anmelden')
  expect(words).not.toMatch(/\b(du|dir|dich|dein\w*|sie|ihnen|ihre?\w*)\b/i)
})

it('prints hostile names as text, and keeps their writing direction to themselves', () => {
  const page = slipsPage([slip('<b>', '\u202Eevil', '<img src=x onerror=alert(1)>')], school, '2026-08-31')
  expect(page).not.toContain('<img')
  expect(page).not.toContain('<b>')
  expect(page).toContain('<bdi>&lt;img src=x onerror=alert(1)&gt; \u202Eevil</bdi>')
})
