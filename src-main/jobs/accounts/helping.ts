import type { Account } from '../../contract/accounts'
import { fail, succeed, type Result } from '../../contract/result'
import type { Actor } from '../../core/people/actor'

/** Teachers look after the pupils of their own classes; everybody else who may look sees all accounts. */
export function seesEverybody(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'teacher')
}

/** P5: a teacher helps the pupils of their own classes, never a colleague. */
export function mayHelp(actor: Actor, account: Pick<Account, 'kind' | 'classes'>): boolean {
  if (seesEverybody(actor)) return true
  return account.kind === 'pupil' && account.classes.some((name) => actor.classes.includes(name))
}

/** `application.notAllowed`. */
export function mustMayHelp(actor: Actor, account: Pick<Account, 'kind' | 'classes'>): Result<undefined> {
  return mayHelp(actor, account) ? succeed() : fail('application.notAllowed')
}
