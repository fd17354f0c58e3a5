import { openHeadless } from '../../tests/integration/support/headless'
import { draft, sha256, type Draft } from '../../src-main/core/ledger'
import { must } from './school'

/** So many statements are said at once. */
const atOnce = 300

/** A demo school whose ledger goes on, after its weeks of history, with sign-ins and everyday actions up to so many. */
export async function makeDemoSchool(folder: string, statements: number): Promise<void> {
  const services = must(await openHeadless(folder))
  try {
    must(await services.handlers['setup.startDemo'](undefined))
    const caseFile = services.caseFile()
    if (caseFile === null) throw new Error('the case file is not open')
    must(await caseFile.furnishDemo())
    const { ledger } = caseFile
    const person = [...ledger.authority.keys.values()][0]?.person ?? ''
    for (let day = 0; ledger.items.length < statements;) {
      const left = Math.min(atOnce, statements - ledger.items.length)
      const drafts: Draft[] = []
      while (drafts.length < left) drafts.push(...dayOf(person, (day += 1)))
      must(await ledger.record(...drafts.slice(0, left)))
    }
  } finally {
    await services.close()
  }
}

function dayOf(person: string, day: number): Draft[] {
  const names = { login: 'netz', givenName: 'Änne', familyName: 'Netzer' }
  const session = { person, roles: ['administrator' as const], kind: 'window' as const }
  const plan = sha256(`plan ${day}`)
  const begun = { plan, job: 'accounts', steps: 1, kinds: { resetPassword: 1 }, undoes: null, by: person }
  const whom = { subject: `Änne Muster-${day % 900}`, reason: 'Passwort vergessen' }
  const ended = { plan, state: 'finished', done: 1, failed: 0, remaining: 0 }
  return [
    draft('session.signedIn', `person:${person}`, session, { names, computer: 'PC-Büro' }),
    draft('plan.begun', `plan:${plan}`, begun, whom),
    draft('plan.ended', `plan:${plan}`, ended, null)
  ]
}
