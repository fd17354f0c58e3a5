import { stepKinds } from '../../../src-main/jobs/accounts/contract'
import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { PlanLook, StepLook } from '../../shared/planLooks'
import { liftSuspensionLook, suspendLook } from '../../shared/suspensionSteps'
import { planFields } from './planFields'
import { reasons } from './planReasons'

const messages = defineMessages('accountPlans', {
  'roster.pupil': { de: 'Schülerliste', en: 'Pupil roster' },
  'roster.guardian': { de: 'Liste der Erziehungsberechtigten', en: 'Guardian roster' },
  'roster.teacher': { de: 'Liste der Lehrkräfte', en: 'Teacher roster' },
  'roster.staff': { de: 'Liste des Personals', en: 'Staff roster' },
  'roster.form': { de: 'Person hinzufügen', en: 'Add a person' },
  toAccount: { de: 'Konto öffnen', en: 'Open the account' },
  onlyAdds: { de: 'ergänzt nur', en: 'only adds' },
  onlyClasses: { de: 'nur {classes}', en: 'only {classes}' },
  rows: { de: 'keine Zeile | {count} Zeile | {count} Zeilen', en: 'no row | {count} row | {count} rows' },
  rejected: {
    de: 'davon {count} nicht übernommen | davon {count} nicht übernommen',
    en: '{count} of them not taken over | {count} of them not taken over'
  }
})
const t = textsOf(messages)

const steps = {
  create: {
    icon: 'i-lucide-user-round-plus',
    many: { de: 'Konten anlegen', en: 'Create accounts' },
    one: { de: 'Anlegen', en: 'Create' }
  },
  changeClass: {
    icon: 'i-lucide-school',
    many: { de: 'Klasse wechseln', en: 'Change class' },
    one: { de: 'Klasse wechseln', en: 'Change class' }
  },
  rename: {
    icon: 'i-lucide-pencil-line',
    many: { de: 'Angaben berichtigen', en: 'Correct details' },
    one: { de: 'Berichtigen', en: 'Correct' }
  },
  reactivate: {
    icon: 'i-lucide-user-round-check',
    many: { de: 'Zurückgekehrte freigeben', en: 'Let returners in again' },
    one: { de: 'Wieder freigeben', en: 'Let in again' }
  },
  leave: {
    icon: 'i-lucide-log-out',
    isGrave: true,
    many: { de: 'Als Abgänger sperren', en: 'Suspend as leavers' },
    one: { de: 'Abgänger', en: 'Leaver' }
  },
  createClass: {
    icon: 'i-lucide-users-round',
    many: { de: 'Klassen anlegen', en: 'Create classes' },
    one: { de: 'Klasse anlegen', en: 'Create class' }
  },
  createContainer: {
    icon: 'i-lucide-folder-plus',
    many: { de: 'Bereiche im Verzeichnis anlegen', en: 'Create directory containers' },
    one: { de: 'Bereich anlegen', en: 'Create container' }
  },
  resetPassword: {
    icon: 'i-lucide-key-round',
    many: { de: 'Passwort zurücksetzen', en: 'Reset password' },
    one: { de: 'Passwort zurücksetzen', en: 'Reset password' }
  },
  suspend: suspendLook,
  liftSuspension: liftSuspensionLook,
  returnModules: {
    icon: 'i-lucide-blocks',
    many: { de: 'Module zurückgeben', en: 'Give modules back' },
    one: { de: 'Module zurückgeben', en: 'Give modules back' }
  },
  changeGroups: {
    icon: 'i-lucide-boxes',
    many: { de: 'Gruppen ändern', en: 'Change groups' },
    one: { de: 'Gruppen ändern', en: 'Change groups' }
  }
} as const satisfies Record<keyof typeof stepKinds, StepLook>

/** How account plans are shown: from a roster, or one everyday action. */
export const plans: Readonly<Record<string, PlanLook>> = {
  accounts: {
    name: { de: 'Konten', en: 'accounts' },
    kinds: stepKinds,
    steps,
    reasons,
    targets: {
      account: {
        name: { de: 'Konto', en: 'Account' },
        home: {
          icon: 'i-lucide-user-round',
          label: () => t('toAccount'),
          to: (id) => ({ name: 'account', params: { id } })
        }
      },
      group: { name: { de: 'Gruppe', en: 'Group' } },
      container: { name: { de: 'Bereich', en: 'Container' } }
    },
    fields: planFields,
    startedHere: true,
    review({ basis }) {
      if (!('rosterDigest' in basis)) return null
      const { kind, rosterRows: rows, rejected, source, coverage, classes } = basis
      if (source === 'form') return { title: t('roster.form'), icon: 'i-lucide-user-round-plus', facts: [] }
      const scope = [
        ...(coverage === 'adds' ? [t('onlyAdds')] : []),
        ...(typeof classes === 'string' ? [t('onlyClasses', { classes })] : [])
      ]
      return {
        title: t(`roster.${kind === 'teacher' || kind === 'staff' || kind === 'guardian' ? kind : 'pupil'}`),
        icon: 'i-lucide-file-spreadsheet',
        facts:
          typeof rows === 'number'
            ? [
                t('rows', { count: rows }),
                ...(typeof rejected === 'number' && rejected > 0 ? [t('rejected', { count: rejected })] : []),
                ...scope
              ]
            : scope
      }
    }
  }
}
