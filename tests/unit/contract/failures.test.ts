import { describe, expect, it } from 'vitest'
import { accountImageSchema } from '../../../src-main/contract/accounts'
import { sentence } from '../../../src-main/contract/sentences'
import { accountFieldNames } from '../../../src-main/contract/fields'

function changedSince(field: string, language: 'de' | 'en'): string {
  return sentence({ code: 'directory.changedSince', parameters: { field } }, language)
}

describe('the sentence of a change that came from elsewhere', () => {
  it.each([
    ['classes', 'geändert (Klassen)', 'meantime (Classes)'],
    ['suspension', 'geändert (Sperre)', 'meantime (Suspension)'],
    ['mail', 'geändert (E-Mail)', 'meantime (E-mail)']
  ])('calls %s by its name on the screen', (field, german, english) => {
    expect(changedSince(field, 'de')).toContain(german)
    expect(changedSince(field, 'en')).toContain(english)
  })

  it('has a word for every field of an account', () => {
    for (const field of [...Object.keys(accountImageSchema.shape), 'mail'])
      expect(accountFieldNames).toContain(field)
  })

  it.each(['ou=Klassen,dc=schule,dc=example', '7b', 'userAccountControl', 'constructor'])(
    'keeps %s, which is no field of an account',
    (name) => {
      expect(changedSince(name, 'de')).toContain(`geändert (${name})`)
    }
  )
})

it('says a field of another failure as it is', () => {
  expect(sentence({ code: 'application.invalidInput', parameters: { field: 'login' } }, 'de')).toContain(
    '„login“'
  )
})
