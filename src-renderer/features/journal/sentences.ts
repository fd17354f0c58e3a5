import {
  statementKinds,
  type LedgerEntry,
  type StatementBody,
  type StatementKindName,
  type StatementPayload
} from '../../../src-main/contract/ledger'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { measuresText } from '../../shared/measures'
import { roleWord } from '../../shared/roles'
import { sentenceMessages } from './sentenceMessages'
import { codeWord, stepsInWords } from './words'

const t = textsOf(sentenceMessages)

/** Who did it: the person who signed, or the one at whose wish a PC signed; nobody: the app itself. */
export function actorOf({ signer, by, body }: Pick<LedgerEntry, 'signer' | 'by' | 'body'>): string {
  if (signer.kind === 'person') return signer.name === '' ? t('somebody') : signer.name
  if (by !== '') return by
  // A person who is known by id only must not look like the app.
  return typeof body['by'] === 'string' ? t('somebody') : t('netzwart')
}

/** What an entry says, in one sentence; empty: its content is not as its kind declares. */
export function sentenceOf(entry: LedgerEntry): string {
  return sentenceMakers[entry.kind](entry)
}

/** A kind's content; null where it is not as declared, its payload also where it is withheld or erased. */
function readAs<Kind extends StatementKindName>(
  kind: Kind,
  entry: LedgerEntry
): { body: StatementBody<Kind>; payload: StatementPayload<Kind> | null } | null {
  const body = statementKinds[kind].body.safeParse(entry.body)
  const payload = statementKinds[kind].payload.safeParse(entry.payload)
  if (!body.success) return null
  return {
    body: body.data as StatementBody<Kind>,
    payload: payload.success ? (payload.data as StatementPayload<Kind>) : null
  }
}

/** A sentence from who did it, the kind's own content, and the entry. */
function sentence<Kind extends StatementKindName>(
  kind: Kind,
  say: (
    who: string,
    body: StatementBody<Kind>,
    payload: StatementPayload<Kind> | null,
    entry: LedgerEntry
  ) => string
): (entry: LedgerEntry) => string {
  return (entry) => {
    const content = readAs(kind, entry)
    return content === null ? '' : say(actorOf(entry), content.body, content.payload, entry)
  }
}

function nameOf(names: { readonly givenName: string; readonly familyName: string }): string {
  return `${names.givenName} ${names.familyName}`
}

const sentenceMakers: Readonly<Record<StatementKindName, (entry: LedgerEntry) => string>> = {
  'device.registered': sentence('device.registered', (who, body, payload, { signer }) => {
    const isOwn = signer.kind === 'device' && signer.fingerprint === body.fingerprint
    if (payload === null) return isOwn ? t('deviceSelf.withheld') : t('deviceAdmitted.withheld', { who })
    const { computer } = payload
    return isOwn ? t('deviceSelf', { computer }) : t('deviceAdmitted', { who, computer })
  }),
  founding: sentence('founding', (who, { school }) => t('founding', { who, school })),
  'appointment.made': sentence('appointment.made', (who, body, payload, { about }) => {
    const name = payload === null ? about || t('someone') : nameOf(payload.names)
    const role = roleWord(body.role, body.deputy)
    const from = formats.day(body.from)
    return body.until === null
      ? t('appointedOpen', { who, name, role, from })
      : t('appointedUntil', { who, name, role, from, until: formats.day(body.until) })
  }),
  'appointment.revoked': sentence('appointment.revoked', (who, _body, payload, { about }) => {
    const name = about || t('aPerson')
    return payload === null
      ? t('revoked.withheld', { who, name })
      : t('revoked', { who, name, reason: payload.reason })
  }),
  'key.revoked': sentence('key.revoked', (who, { from }, payload, { about }) => {
    const name = about || t('aPerson')
    return payload === null
      ? t('keyRevoked.withheld', { who, name, from })
      : t('keyRevoked', { who, name, from, reason: payload.reason })
  }),
  'agreement.signed': sentence('agreement.signed', (who) => t('agreement', { who })),
  'session.signedIn': sentence('session.signedIn', (_who, { kind }, payload, { about }) => {
    const who = payload === null ? about || t('somebody') : nameOf(payload.names)
    if (payload === null) {
      return kind === 'window' ? t('signedIn.withheld', { who }) : t('signedInCommandLine.withheld', { who })
    }
    const { computer } = payload
    return kind === 'window' ? t('signedIn', { who, computer }) : t('signedInCommandLine', { who, computer })
  }),
  'plan.begun': sentence('plan.begun', (who, { steps, kinds, undoes }, payload) => {
    if (undoes !== null) return t('planUndo', { who, count: steps })
    const what = stepsInWords(kinds)
    if (steps !== 1) return t('planMany', { who, count: steps, what })
    return payload === null || payload.subject === ''
      ? t('planOne.withheld', { who, what })
      : t('planOne', { who, what, subject: payload.subject, reason: payload.reason }).trim()
  }),
  'plan.ended': sentence('plan.ended', (_who, { done, failed, remaining }) =>
    failed === 0 && remaining === 0
      ? t('planEndedAll', { count: done })
      : t('planEndedSome', { done, failed, remaining })
  ),
  'settings.changed': sentence('settings.changed', (who, { document }) =>
    t('settings', { who, document: codeWord(document) })
  ),
  'connection.changed': sentence('connection.changed', (who, _body, payload) =>
    payload === null
      ? t('connection.withheld', { who })
      : t('connection', { who, url: payload.connection.url, base: payload.connection.baseDn })
  ),
  'case.opened': sentence('case.opened', (who, { rule }, payload) =>
    payload === null
      ? t('opened.withheld', { who, rule })
      : t('opened', { who, rule, name: nameOf(payload.names), schoolClass: payload.schoolClass })
  ),
  'case.proposed': sentence('case.proposed', (who, _body, payload) =>
    payload === null
      ? t('proposed.withheld', { who })
      : t('proposed', { who, measures: measuresText(payload.measures) })
  ),
  'case.hearing': sentence('case.hearing', (who, { party, event, on }) =>
    t('hearing', { who, party: codeWord(party), event: codeWord(event), on: formats.day(on) })
  ),
  'case.decided': sentence('case.decided', (who, { outcome }, payload) => {
    if (outcome === 'refused') return t('refused', { who })
    return payload === null
      ? t(`${outcome}.withheld`, { who })
      : t(outcome, { who, measures: measuresText(payload.measures) })
  }),
  'case.withdrawn': sentence('case.withdrawn', (who) => t('withdrawn', { who })),
  'case.enforced': sentence('case.enforced', () => t('enforced')),
  'case.enforcementFailed': sentence('case.enforcementFailed', (_who, { code }) =>
    t('enforcementFailed', { reason: codeWord(code) })
  ),
  'case.expired': sentence('case.expired', () => t('expired')),
  'case.liftDecided': sentence('case.liftDecided', (who) => t('liftDecided', { who })),
  'case.lifted': sentence('case.lifted', () => t('lifted')),
  'case.ended': sentence('case.ended', () => t('ended')),
  'clock.wentBack': sentence('clock.wentBack', (_who, { last }) =>
    t('clock', { last: formats.instant(last) })
  ),
  'backup.made': sentence('backup.made', (who, { statements }) => t('backup', { who, count: statements })),
  'store.moved': sentence('store.moved', (who, { from, to }) =>
    t('moved', { who, from: codeWord(from), to: codeWord(to) })
  ),
  'copy.made': sentence('copy.made', (who, { what, count }) => t(`copy.${what}`, { who, count }))
}
