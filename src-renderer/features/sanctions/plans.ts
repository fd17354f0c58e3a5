import { stepKinds } from '../../../src-main/jobs/sanctions/contract'
import type { PlanLook, StepLook } from '../../shared/planLooks'
import { liftSuspensionLook, suspendLook } from '../../shared/suspensionSteps'

const steps = {
  suspend: suspendLook,
  liftSuspension: liftSuspensionLook,
  refuseModule: {
    icon: 'i-lucide-puzzle',
    many: { de: 'Modul entziehen', en: 'Refuse module' },
    one: { de: 'Modul entziehen', en: 'Refuse module' }
  },
  allowModule: {
    icon: 'i-lucide-blocks',
    many: { de: 'Modul wieder öffnen', en: 'Open module again' },
    one: { de: 'Modul wieder öffnen', en: 'Open module again' }
  }
} as const satisfies Record<keyof typeof stepKinds, StepLook>

/** What a case has decided is carried out and taken back there (P26). */
export const plans: Readonly<Record<string, PlanLook>> = {
  sanctions: {
    name: { de: 'Maßnahmen', en: 'sanctions' },
    kinds: stepKinds,
    steps,
    reasons: {
      decidedMeasure: { told: { de: 'Maßnahme der Schulleitung', en: 'Sanction by the leadership' } }
    },
    targets: { account: { name: { de: 'Konto', en: 'Account' } } },
    startedHere: false
  }
}
