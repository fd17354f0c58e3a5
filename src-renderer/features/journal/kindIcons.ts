import type { StatementKindName } from '../../../src-main/contract/ledger'

/** The picture beside an entry of each kind. */
export const kindIcons: Readonly<Record<StatementKindName, string>> = {
  'device.registered': 'i-lucide-monitor-check',
  founding: 'i-lucide-landmark',
  'appointment.made': 'i-lucide-user-round-check',
  'appointment.revoked': 'i-lucide-user-round-x',
  'key.revoked': 'i-lucide-key-round',
  'agreement.signed': 'i-lucide-file-signature',
  'session.signedIn': 'i-lucide-log-in',
  'plan.begun': 'i-lucide-play',
  'plan.ended': 'i-lucide-circle-check',
  'settings.changed': 'i-lucide-settings',
  'connection.changed': 'i-lucide-plug-zap',
  'case.opened': 'i-lucide-folder-plus',
  'case.proposed': 'i-lucide-message-square-plus',
  'case.hearing': 'i-lucide-messages-square',
  'case.decided': 'i-lucide-gavel',
  'case.withdrawn': 'i-lucide-undo-2',
  'case.enforced': 'i-lucide-shield-check',
  'case.enforcementFailed': 'i-lucide-shield-alert',
  'case.expired': 'i-lucide-hourglass',
  'case.liftDecided': 'i-lucide-gavel',
  'case.lifted': 'i-lucide-lock-open',
  'case.ended': 'i-lucide-calendar-check',
  'clock.wentBack': 'i-lucide-clock-alert',
  'backup.made': 'i-lucide-archive',
  'store.moved': 'i-lucide-database',
  'copy.made': 'i-lucide-file-output'
}
