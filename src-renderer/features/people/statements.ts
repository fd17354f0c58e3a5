import { publicKeysSchema } from '../../../src-main/contract/people'
import { defineMessages } from '../../shared/i18n/define'
import { formats } from '../../shared/i18n/formats'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'
import type { FieldLooks, FieldPart, StatementLooks } from '../../shared/looks'
import { roleWord } from '../../shared/roles'
import { nameOf, sentence, somebodyWords } from '../../shared/statements'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
const messages = defineMessages('peopleStatements', {
  deviceSelf: {
    de: 'Der PC „{computer}“ hat sich eingetragen. Sein Schlüssel unterschreibt, was keine Person braucht.',
    en: 'The PC “{computer}” entered itself. Its key signs what needs no person.'
  },
  'deviceSelf.withheld': {
    de: 'Ein PC hat sich eingetragen. Sein Schlüssel unterschreibt, was keine Person braucht.',
    en: 'A PC entered itself. Its key signs what needs no person.'
  },
  deviceAdmitted: {
    de: '{who} hat den PC „{computer}“ aufgenommen.',
    en: '{who} admitted the PC “{computer}”.'
  },
  'deviceAdmitted.withheld': { de: '{who} hat einen PC aufgenommen.', en: '{who} admitted a PC.' },
  founding: {
    de: '{who} hat die Fallakte der Schule „{school}“ gegründet.',
    en: '{who} founded the case file of the school “{school}”.'
  },
  appointedUntil: {
    de: '{who} hat {name} benannt: {role}, vom {from} bis zum {until}.',
    en: '{who} appointed {name}: {role}, from {from} to {until}.'
  },
  appointedOpen: {
    de: '{who} hat {name} benannt: {role}, ab {from} bis auf Widerruf.',
    en: '{who} appointed {name}: {role}, from {from} until revoked.'
  },
  revoked: {
    de: '{who} hat die Benennung von {name} widerrufen. Grund: {reason}',
    en: '{who} revoked the appointment of {name}. Reason: {reason}'
  },
  'revoked.withheld': {
    de: '{who} hat die Benennung von {name} widerrufen.',
    en: '{who} revoked the appointment of {name}.'
  },
  keyRevoked: {
    de: '{who} hat den Schlüssel von {name} ab Eintrag {from} widerrufen. Grund: {reason}',
    en: '{who} revoked the key of {name} from entry {from} on. Reason: {reason}'
  },
  'keyRevoked.withheld': {
    de: '{who} hat den Schlüssel von {name} ab Eintrag {from} widerrufen.',
    en: '{who} revoked the key of {name} from entry {from} on.'
  },
  agreement: {
    de: '{who} hat die Vereinbarung zwischen Administration und Schulleitung unterschrieben (P25).',
    en: '{who} signed the agreement between administrator and leadership (P25).'
  },
  signedIn: {
    de: '{who} hat sich am PC „{computer}“ angemeldet.',
    en: '{who} signed in at the PC “{computer}”.'
  },
  'signedIn.withheld': { de: '{who} hat sich angemeldet.', en: '{who} signed in.' },
  signedInCommandLine: {
    de: '{who} hat sich an der Befehlszeile von „{computer}“ ausgewiesen.',
    en: '{who} signed in at the command line of “{computer}”.'
  },
  'signedInCommandLine.withheld': {
    de: '{who} hat sich an der Befehlszeile ausgewiesen.',
    en: '{who} signed in at the command line.'
  }
})
const t = textsOf(messages)
const common = textsOf(commonMessages)

const openEnd = { de: 'bis auf Widerruf', en: 'until revoked' }

function keysOf(value: unknown): readonly FieldPart[] {
  const keys = publicKeysSchema.safeParse(value)
  return keys.success
    ? [
        { label: { de: 'Schlüssel zum Unterschreiben', en: 'Key to sign' }, values: [keys.data.sign] },
        { label: { de: 'Schlüssel zum Versiegeln', en: 'Key to seal' }, values: [keys.data.seal] }
      ]
    : []
}

/** The founding's leadership: the person and their keys. */
function leadershipOf(value: unknown): readonly FieldPart[] {
  if (typeof value !== 'object' || value === null) return []
  const { person, keys } = value as { person?: unknown; keys?: unknown }
  const label = { de: 'Konto der Schulleitung (Kennung)', en: 'Account of the leadership (id)' }
  return [...(typeof person === 'string' ? [{ label, values: [person] }] : []), ...keysOf(keys)]
}

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  deputy: {
    label: { de: 'Stellvertretung', en: 'Deputy' },
    order: 70,
    values: (value) => (value === true ? [common('yes')] : [])
  },
  scope: { label: { de: 'Umfang', en: 'Scope' }, order: 80 },
  from: {
    label: (value) =>
      typeof value === 'number'
        ? { de: 'Ungültig ab Eintrag', en: 'Not valid from entry' }
        : { de: 'Von', en: 'From' },
    order: 210
  },
  until: {
    label: { de: 'Bis', en: 'Until' },
    order: 220,
    values: (value) => (value === null ? [openEnd[currentLanguage()]] : null)
  },
  kind: {
    label: { de: 'Art', en: 'Kind' },
    codes: {
      window: { de: 'im Fenster', en: 'in the window' },
      commandLine: { de: 'an der Befehlszeile', en: 'at the command line' }
    }
  },
  agreement: {
    label: { de: 'Vereinbarung', en: 'Agreement' },
    codes: {
      administrator: { de: 'Vereinbarung mit der Administration', en: 'agreement with the administrator' }
    }
  },
  appointment: { label: { de: 'Benennung (Kennung)', en: 'Appointment (id)' }, technical: true },
  keys: { label: { de: 'Schlüssel', en: 'Key' }, parts: keysOf },
  leadership: { label: { de: 'Schulleitung', en: 'Leadership' }, parts: leadershipOf },
  devices: {
    label: { de: 'Aufgenommene PCs (Fingerabdruck)', en: 'Admitted PCs (fingerprint)' },
    technical: true
  }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'device.registered': {
    icon: 'i-lucide-monitor-check',
    area: 'upkeep',
    order: 50,
    sentence: sentence('device.registered', (who, body, payload, { signer }) => {
      const isOwn = signer.kind === 'device' && signer.fingerprint === body.fingerprint
      if (payload === null) return isOwn ? t('deviceSelf.withheld') : t('deviceAdmitted.withheld', { who })
      const { computer } = payload
      return isOwn ? t('deviceSelf', { computer }) : t('deviceAdmitted', { who, computer })
    })
  },
  founding: {
    icon: 'i-lucide-landmark',
    area: 'people',
    sentence: sentence('founding', (who, { school }) => t('founding', { who, school }))
  },
  'appointment.made': {
    icon: 'i-lucide-user-round-check',
    area: 'people',
    sentence: sentence('appointment.made', (who, body, payload, { about }) => {
      const name = payload === null ? about || somebodyWords('someone') : nameOf(payload.names)
      const role = roleWord(body.role, body.deputy)
      const from = formats.day(body.from)
      return body.until === null
        ? t('appointedOpen', { who, name, role, from })
        : t('appointedUntil', { who, name, role, from, until: formats.day(body.until) })
    })
  },
  'appointment.revoked': {
    icon: 'i-lucide-user-round-x',
    area: 'people',
    sentence: sentence('appointment.revoked', (who, _body, payload, { about }) => {
      const name = about || somebodyWords('aPerson')
      return payload === null
        ? t('revoked.withheld', { who, name })
        : t('revoked', { who, name, reason: payload.reason })
    })
  },
  'key.revoked': {
    icon: 'i-lucide-key-round',
    area: 'people',
    sentence: sentence('key.revoked', (who, { from }, payload, { about }) => {
      const name = about || somebodyWords('aPerson')
      return payload === null
        ? t('keyRevoked.withheld', { who, name, from })
        : t('keyRevoked', { who, name, from, reason: payload.reason })
    })
  },
  'agreement.signed': {
    icon: 'i-lucide-file-signature',
    area: 'people',
    sentence: sentence('agreement.signed', (who) => t('agreement', { who }))
  },
  'session.signedIn': {
    icon: 'i-lucide-log-in',
    area: 'signIns',
    sentence: sentence('session.signedIn', (_who, { kind }, payload, { about }) => {
      const who = payload === null ? about || somebodyWords('somebody') : nameOf(payload.names)
      if (payload === null) {
        return kind === 'window'
          ? t('signedIn.withheld', { who })
          : t('signedInCommandLine.withheld', { who })
      }
      const { computer } = payload
      return kind === 'window'
        ? t('signedIn', { who, computer })
        : t('signedInCommandLine', { who, computer })
    })
  }
}
