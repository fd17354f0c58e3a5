import type { StepLook } from './planLooks'

/** Steps that whoever may suspend has in their plans. */
export const suspendLook: StepLook = {
  icon: 'i-lucide-ban',
  many: { de: 'Konto sperren', en: 'Suspend account' },
  one: { de: 'Sperren', en: 'Suspend' }
}

export const liftSuspensionLook: StepLook = {
  icon: 'i-lucide-lock-open',
  many: { de: 'Sperre aufheben', en: 'Lift suspension' },
  one: { de: 'Sperre aufheben', en: 'Lift suspension' }
}
