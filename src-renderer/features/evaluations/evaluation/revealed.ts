import { inject, provide, type InjectionKey } from 'vue'
import type { EvaluationState, Pseudonym } from '../../../../src-main/contract/evaluations'
import { isSame } from './words'

/** null: nobody has revealed it. */
type IdentityOf = (pseudonym: Pseudonym) => string | null

const key: InjectionKey<IdentityOf> = Symbol('revealed')

/** Tells all that is drawn below what both have revealed. */
export function provideRevealed(revealed: () => EvaluationState['revealed']): void {
  provide(key, (pseudonym) => revealed().find((one) => isSame(one.pseudonym, pseudonym))?.identity ?? null)
}

export function useRevealed(): IdentityOf {
  return inject(key, () => null)
}
