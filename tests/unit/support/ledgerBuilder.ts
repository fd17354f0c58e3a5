import { recordedEvaluation } from './recordedEvaluation'
import { randomBytes, randomUUID } from 'node:crypto'
import type { LedgerExport, StatementPayload } from '../../../src-main/contract/ledger'
import type { AppointedRole, PublicKeys } from '../../../src-main/contract/people'
import { draft, Ledger, sha256, type Draft, type Entry } from '../../../src-main/core/ledger'
import {
  hashOf,
  noHash,
  readStatement,
  signedText,
  writeStatement
} from '../../../src-main/core/ledger/statement'
import { deviceSigner, makePersonKeys, type Signer } from '../../../src-main/core/people/keys'
import type { StatementRow } from '../../../src-main/world/store/port'
import { ledgerRules } from '../../../src-main/jobs'
import { MemoryHead, MemoryLedgerShelf } from './memoryLedger'

/** The rules that the app runs with. */
export { ledgerRules }

/** Cheap on purpose: what a passphrase costs is not what these tests are about. */
const cost = { operations: 1, memory: 8192 }

export interface BuiltPerson {
  readonly id: string
  readonly keys: PublicKeys
  readonly signer: Signer
}

/** A made-up person with keys of their own; nobody is appointed by it. */
export async function makePerson(id: string): Promise<BuiltPerson> {
  const { keys, signer } = await makePersonKeys(id, `${id}: vier Worte`, '2026-08-03T06:00:00.000Z', cost)
  return { id, keys, signer }
}

export function appointment(
  { id, keys }: Pick<BuiltPerson, 'id' | 'keys'>,
  role: AppointedRole,
  fields: { readonly deputy?: boolean; readonly from?: string; readonly until?: string | null } = {},
  appointmentId: string = randomUUID()
): Draft {
  const { deputy = false, from = '2026-08-03', until = null } = fields
  const names = { login: `m.${id}`, givenName: 'Märta', familyName: `Mustermann-${id}` }
  return draft(
    'appointment.made',
    `person:${id}`,
    { appointment: appointmentId, person: id, role, deputy, from, until, keys },
    { names, scope: '' }
  )
}

/** What can be said about a case, with made-up content. */
/** A public key of age; its secret is 32 bytes of 7. */
export const ageRecipient = 'age1zwlyl6h27gzv0lfntr7fcqrjrzqazap8sy5zylkxwneh7llf0dksu37mwt'

export const said = {
  opened: (id: string) =>
    draft(
      'case.opened',
      `case:${id}`,
      { case: id, rule: 'P18' },
      {
        person: 'pupil-1',
        names: { login: 'p.beispiel', givenName: 'Pia', familyName: 'Beispiel' },
        schoolClass: '8b',
        happenedOn: '2026-09-01',
        facts: 'Hat im Informatikraum den Filter umgangen; „Proxy“ stand im Protokoll.',
        evidence: [{ reference: 'Aktenvermerk 12' }]
      }
    ),
  proposed: (id: string, plan: string) =>
    draft(
      'case.proposed',
      `case:${id}`,
      { case: id, plan },
      {
        measures: [{ kind: 'moduleRefusal', module: 'wlan', until: '2026-10-01' }],
        reasons: 'Zum zweiten Mal.'
      }
    ),
  heard: (id: string) =>
    draft(
      'case.hearing',
      `case:${id}`,
      { case: id, party: 'pupil', event: 'heard', on: '2026-09-02' },
      {
        note: 'Räumt es ein.'
      }
    ),
  decided: (
    id: string,
    proposal: number,
    outcome: 'approved' | 'changed' | 'refused',
    plan: string | null,
    expires: string | null
  ) =>
    draft(
      'case.decided',
      `case:${id}`,
      { case: id, proposal, outcome, plan, expires },
      {
        measures: [{ kind: 'suspension', until: null }, { kind: 'warning' }],
        reasons: 'Nach Anhörung.'
      }
    ),
  withdrawn: (id: string) =>
    draft('case.withdrawn', `case:${id}`, { case: id }, { reason: 'Es war jemand anderes.' }),
  enforced: (id: string, plan: string) => draft('case.enforced', `case:${id}`, { case: id, plan }, null),
  failed: (id: string, plan: string) =>
    draft('case.enforcementFailed', `case:${id}`, { case: id, plan, code: 'directory.unreachable' }, null),
  expired: (id: string) => draft('case.expired', `case:${id}`, { case: id }, null),
  liftDecided: (id: string, plan: string, expires: string) =>
    draft('case.liftDecided', `case:${id}`, { case: id, plan, expires }, { reasons: 'Hat sich gebessert.' }),
  lifted: (id: string, plan: string) => draft('case.lifted', `case:${id}`, { case: id, plan }, null),
  ended: (id: string) => draft('case.ended', `case:${id}`, { case: id }, null),
  appointmentRevoked: (person: string, id: string) =>
    draft('appointment.revoked', `person:${person}`, { appointment: id }, { reason: 'Auf eigenen Wunsch.' }),
  keyRevoked: (subject: string, key: string, from: number) =>
    draft('key.revoked', subject, { key, from }, { reason: 'Passphrase vergessen.' }),
  connection: (former: string | null = null) =>
    draft(
      'connection.changed',
      'connection',
      { digest: sha256('Verbindung'), former },
      {
        connection: {
          profile: 'openldap',
          url: 'ldaps://ldap.schule.example',
          bindDn: 'uid=netzwart,ou=services,dc=schule,dc=example',
          baseDn: 'dc=schule,dc=example',
          caCertificate: null,
          layout: {
            containers: {
              pupil: 'ou=Schüler,dc=schule,dc=example',
              teacher: 'ou=Lehrkräfte,dc=schule,dc=example',
              staff: 'ou=Personal,dc=schule,dc=example',
              classes: 'ou=Klassen,dc=schule,dc=example',
              groups: 'ou=Gruppen,dc=schule,dc=example'
            },
            classGroupPrefix: 'klasse-',
            homeDirectory: '/home/{login}',
            mailAddress: ''
          }
        }
      }
    ),
  flagReported: (id: string, by: string, concerned: string | null = 'pupil-1') =>
    draft(
      'flag.reported',
      `flag:${id}`,
      { flag: id, by },
      {
        person: concerned,
        names: concerned === null ? null : { login: 'p.beispiel', givenName: 'Pia', familyName: 'Beispiel' },
        schoolClass: '8b',
        seen: 'In der fünften Stunde lief auf zwei Schulrechnern ein Spiel; „Proxy“ stand im Fenster.',
        happenedOn: '2026-09-01',
        from: '11:30',
        until: null,
        areas: ['web', 'software'],
        rule: 'P18',
        certainty: 'seen',
        contents: false
      }
    ),
  flagAsked: (id: string) =>
    draft('flag.asked', `flag:${id}`, { flag: id }, { words: 'In welchem Raum war das?' }),
  flagReplied: (id: string, by: string) =>
    draft('flag.replied', `flag:${id}`, { flag: id, by }, { words: 'In Raum 204.' }),
  flagAnswered: (id: string, outcome: 'closed' | 'handedOver') =>
    draft(
      'flag.answered',
      `flag:${id}`,
      { flag: id, outcome },
      { reason: 'Es ist das zweite Mal.', message: 'Danke, wir kümmern uns darum.' }
    ),
  flagPursued: (id: string, opened: string) =>
    draft('flag.pursued', `flag:${id}`, { flag: id, case: opened }, null),
  orderGiven: (
    id: string,
    evaluators: string[],
    {
      expires = '2026-12-31',
      flag = null,
      concerned = ['pupil-1'],
      contents = false
    }: {
      readonly expires?: string
      readonly flag?: string | null
      readonly concerned?: readonly string[]
      readonly contents?: boolean
    } = {}
  ) => {
    const names = { login: 'p.beispiel', givenName: 'Pia', familyName: 'Beispiel' }
    return draft(
      'order.given',
      `order:${id}`,
      { order: id, evaluators, contents, expires, flag },
      {
        occasion: 'Hinweis einer Lehrkraft; „Proxy“ stand im Fenster.',
        suspicion: 'In der fünften Stunde wurde im Raum 204 der Filter umgangen.',
        rule: 'P18',
        scope: {
          from: '2026-09-01T09:20:00.000Z',
          until: '2026-09-01T10:16:00.000Z',
          sources: [
            {
              ...{ id: 'b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11', name: 'Webfilter', format: 'squid' },
              ...{ path: '/var/log/squid/access.log', contents, keptDays: 7, keptReason: 'Voreinstellung.' }
            }
          ],
          concerned: concerned.map((person) => ({ person, names })),
          ...{ addresses: ['10.1.2.3'], rules: ['0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d'], contents }
        },
        contentsReason: contents ? 'Die Nachrichten selbst sollen die Tat sein.' : '',
        evaluators: evaluators.map((person) => ({
          person,
          names: { login: `m.${person}`, givenName: 'Märta', familyName: `Mustermann-${person}` }
        }))
      }
    )
  },
  /** `recipients`: fingerprints of two keys for each pair. */
  evidenceSealed: (order: string, evidence: string, recipients: readonly (readonly [string, string])[]) => {
    const [id, name] = ['b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11', 'Webfilter']
    const file = { name: 'access.log', from: 0, bytes: 200, sha256: sha256('read') }
    const counts = { lines: 3, parsed: 2 }
    const source = { id, files: 1, ...counts, rejected: 1, events: 2, sha256: sha256('files') }
    const gap = { code: 'endsEarlier', file: 'access.log', names: [], count: 0, time: 1_788_254_400_000 }
    return draft(
      'evidence.sealed',
      `order:${order}`,
      {
        ...{ order, evidence, digest: sha256('sealed') },
        recipients: recipients.map(([one, other]): [string, string] =>
          one < other ? [one, other] : [other, one]
        ),
        sources: [source]
      },
      { sources: [{ id, name, files: [{ ...file, ...counts, rejected: { columns: 1 } }], gaps: [gap] }] }
    )
  },
  evidenceDestroyed: (order: string, evidence: string) =>
    draft('evidence.destroyed', `order:${order}`, { order, evidence, reason: 'keptLongEnough' }, null),
  orderWithdrawn: (id: string) =>
    draft('order.withdrawn', `order:${id}`, { order: id }, { reason: 'Es hat sich geklärt.' }),
  evaluationOpened: (order: string, evidence: string, session: string) =>
    draft('evaluation.opened', `order:${order}`, { order, evidence, session }, null),
  evaluationSearched: (order: string, session: string) =>
    draft(
      'evaluation.searched',
      `order:${order}`,
      { order, session },
      {
        ...{ text: 'spiele', pseudonym: 'person:1', groups: ['web'], sureties: ['proved'], source: null },
        ...{ from: 1_788_254_400_000, until: null, onlyMarked: false, onlyFound: true, hits: 3 }
      }
    ),
  evaluationRevealed: (order: string, session: string, pseudonym = 'person:1') =>
    draft(
      'evaluation.revealed',
      `order:${order}`,
      { order, session, pseudonym },
      { identity: 'p.beispiel', reason: 'Der Verdacht richtet sich gegen eine Person.' }
    ),
  evaluationMarked: (order: string, session: string) =>
    draft(
      'evaluation.marked',
      `order:${order}`,
      { order, session },
      {
        ...{ event: 7, source: 'b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11', file: 0, offset: 4096 },
        ...{ marked: true, note: 'Drei Sekunden später noch einmal.' }
      }
    ),
  evaluationClosed: (order: string, judgment: 'noViolation' | 'violation' | 'lawEnforcement' = 'violation') =>
    draft(
      'evaluation.closed',
      `order:${order}`,
      { order, judgment },
      {
        findings: 'Drei Aufrufe, alle bewiesen.',
        notFound: 'Kein Tunnel; die Quelle ist vollständig.',
        summary: 'Der Verdacht ist bestätigt.'
      }
    ),
  evaluationRecorded: (order: string, session: string) =>
    draft(
      'evaluation.recorded',
      `order:${order}`,
      { order, session, foundCount: 1, notedCount: 1 },
      recordedEvaluation
    ),
  orderPursued: (order: string, opened: string) =>
    draft('order.pursued', `order:${order}`, { order, case: opened }, null),
  /** `named`: sequence number of the order, or of the second statement that revealed somebody. */
  noticeGiven: (order: string, named: number, on: string, place = 0) =>
    draft(
      'notice.given',
      `order:${order}`,
      { order, named, place, way: 'letter', on },
      {
        person: 'pupil-1',
        names: { login: 'p.beispiel', givenName: 'Pia', familyName: 'Beispiel' },
        guardians: true
      }
    ),
  noticePostponed: (order: string, until: string) =>
    draft(
      'notice.postponed',
      `order:${order}`,
      { order, until },
      { reason: 'Wer gewarnt ist, löscht Beweise.' }
    ),
  handoverDecided: (order: string, evidence: string, handover: string, recipients = [ageRecipient]) =>
    draft(
      'handover.decided',
      `order:${order}`,
      { order, evidence, handover, recipients },
      {
        authority: 'Polizeiinspektion Musterstadt',
        reference: '1234/26',
        reason: 'Es geht um eine Straftat, die zur Anzeige gebracht ist.'
      }
    ),
  handoverMade: (order: string, evidence: string, handover: string, recipients = [ageRecipient]) =>
    draft(
      'handover.made',
      `order:${order}`,
      { order, evidence, handover, recipients, digest: sha256('bundle'), bytes: 20_480 },
      {
        authority: 'Polizeiinspektion Musterstadt',
        reference: '1234/26',
        files: [{ name: 'protokoll.pdf', bytes: 1_024, sha256: sha256('protocol') }]
      }
    ),
  disclosureMade: (disclosure: string, by: string) =>
    draft(
      'disclosure.made',
      `disclosure:${disclosure}`,
      { disclosure, format: 'pdf', holdings: 12, omitted: 1, blackened: 2, digest: sha256('held'), by },
      {
        person: 'pupil-1',
        names: { login: 'p.beispiel', givenName: 'Pia', familyName: 'Beispiel' },
        reason: 'Wird noch geprüft.'
      }
    ),
  standingOrderGiven: (id: string, until = '2027-07-31', flagDays = 14) =>
    draft(
      'standingOrder.given',
      `standingOrder:${id}`,
      {
        standingOrder: id,
        rules: [{ id: '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d', sha256: sha256('a rule') }],
        ...{ sources: ['b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11'], until, flagDays }
      },
      {
        reason: 'Der Filter wurde mehrmals umgangen.',
        periodsReason: 'Bis zum Ende des Schuljahres; zwei Wochen für Ferien.',
        sources: [
          {
            ...{ id: 'b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11', name: 'Webfilter', format: 'squid' },
            ...{ path: '/var/log/squid/access.log', contents: false, keptDays: 7 },
            keptReason: 'Voreinstellung.'
          }
        ]
      }
    ),
  standingOrderWithdrawn: (id: string) =>
    draft(
      'standingOrder.withdrawn',
      `standingOrder:${id}`,
      { standingOrder: id },
      { reason: 'Nicht mehr nötig.' }
    ),
  flagFound: (id: string, standingOrder: string, run: string) =>
    draft('flag.found', `flag:${id}`, { flag: id, standingOrder, run }, foundMatter(2)),
  flagGrown: (id: string, run: string) =>
    draft('flag.grown', `flag:${id}`, { flag: id, run }, foundMatter(5)),
  flagExpired: (id: string) => draft('flag.expired', `flag:${id}`, { flag: id }, null),
  settings: () =>
    draft(
      'settings.changed',
      'ledger',
      { document: 'letterhead', digest: sha256('Briefkopf'), by: null },
      null
    )
} as const satisfies Record<string, (...fields: never[]) => Draft>

function foundMatter(count: number): StatementPayload<'flag.found'> {
  return {
    ...{ rule: '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d', count, pseudonyms: ['person:7K3QXM9P2T'] },
    ...{ from: '2026-09-01T09:20:00.000Z', until: '2026-09-01T10:16:00.000Z', matters: 'one' }
  }
}

/** The hash of a made-up plan. */
export function planHash(words: string): string {
  return sha256(`plan ${words}`)
}

/** A school's ledger in memory, founded, with a person for each role. */
export class LedgerBuilder {
  readonly administratorsAppointment = randomUUID()
  readonly deputysAppointment = randomUUID()

  private constructor(
    readonly ledger: Ledger,
    readonly shelf: MemoryLedgerShelf,
    readonly memory: MemoryHead,
    readonly device: Signer,
    readonly leadership: BuiltPerson,
    readonly deputy: BuiltPerson,
    readonly administrator: BuiltPerson,
    readonly evaluator: BuiltPerson
  ) {}

  static async found(): Promise<LedgerBuilder> {
    const shelf = new MemoryLedgerShelf()
    const memory = new MemoryHead()
    const device = deviceSigner(randomBytes(32))
    const ledger = await Ledger.open({ shelf, device, computer: 'PC-Büro', rules: ledgerRules, memory })
    const [leadership, deputy, administrator, evaluator] = await Promise.all([
      makePerson('leadership'),
      makePerson('deputy'),
      makePerson('administrator'),
      makePerson('evaluator')
    ])
    const built = new LedgerBuilder(
      ledger,
      shelf,
      memory,
      device,
      leadership,
      deputy,
      administrator,
      evaluator
    )
    const { id: person, keys, signer } = leadership
    await built.say(
      { signer, draft: founding(person, keys, [device.fingerprint]) },
      { signer, draft: appointment(administrator, 'administrator', {}, built.administratorsAppointment) },
      {
        signer: administrator.signer,
        draft: draft(
          'agreement.signed',
          `person:${administrator.id}`,
          { agreement: 'administrator', text: sha256('Vereinbarung') },
          null
        )
      },
      { signer, draft: appointment(deputy, 'leadership', { deputy: true }, built.deputysAppointment) },
      { signer, draft: appointment(evaluator, 'evaluator', { until: '2027-07-31' }) }
    )
    return built
  }

  /** Sequence number of the newest statement. */
  get sequence(): number {
    return this.ledger.head?.sequence ?? 0
  }

  /** Lets the store's clock go on (or back), in minutes. */
  wait(minutes: number): void {
    this.shelf.time = new Date(Date.parse(this.shelf.time) + minutes * 60_000).toISOString()
  }

  /** An instant so many days after the store's time. */
  inDays(days: number): string {
    return new Date(Date.parse(this.shelf.time) + days * 86_400_000).toISOString()
  }

  /** Says things one minute later; throws where the ledger refuses. Answers the last sequence number. */
  async say(...entries: readonly Entry[]): Promise<number> {
    this.wait(1)
    const written = await this.ledger.append(entries)
    if (!written.ok) throw new Error(JSON.stringify(written.failure))
    return this.sequence
  }

  async record(...drafts: readonly Draft[]): Promise<number> {
    return this.say(...drafts.map((one) => ({ signer: this.device, draft: one })))
  }

  /** Opens and proposes a case; answers the sequence number of the proposal. */
  async propose(id: string, plan: string): Promise<number> {
    const { signer } = this.administrator
    await this.say({ signer, draft: said.opened(id) })
    return this.say({ signer, draft: said.proposed(id, plan) })
  }

  async approve(id: string, proposal: number, plan: string, days = 14): Promise<number> {
    const decision = said.decided(id, proposal, 'approved', plan, this.inDays(days))
    return this.say({ signer: this.leadership.signer, draft: decision })
  }

  async export(): Promise<LedgerExport> {
    return this.ledger.export('2026-12-01T08:00:00.000Z', '', () => true)
  }
}

export function founding(person: string, keys: PublicKeys, devices: string[]): Draft {
  return draft(
    'founding',
    `person:${person}`,
    { school: 'Gesamtschule Musterstadt', leadership: { person, keys }, devices },
    { names: { login: 'l.muster', givenName: 'Lena', familyName: 'Muster' } }
  )
}

/**
 * Writes a statement behind the ledger's back, as somebody does who has the store and a key: rightly chained and
 * hashed, at the end of an export. Answers its sequence number.
 */
export function forge(
  document: LedgerExport,
  signer: Signer,
  what: Draft,
  fields: {
    readonly time?: string
    readonly ledger?: string
    readonly key?: string
    readonly sequence?: number
  } = {}
): number {
  const last = document.statements.at(-1)
  const before = last === undefined ? null : readStatement({ sequence: 0, ...last })
  const place = {
    ledger: fields.ledger ?? before?.ledger ?? randomUUID(),
    sequence: fields.sequence ?? (before?.sequence ?? document.statements.length) + 1,
    previous: last?.hash ?? noHash,
    time: fields.time ?? before?.time ?? '2026-08-03T06:00:00.000Z'
  }
  const named: Signer =
    fields.key === undefined
      ? signer
      : { ...signer, fingerprint: fields.key, sign: (text) => signer.sign(text) }
  const { row, payload } = writeStatement(what, place, named)
  document.statements.push({ text: row.text, signature: row.signature, hash: row.hash })
  if (payload !== null) document.payloads.push(payload)
  return place.sequence
}

/** Makes the hash fit what the text says now, as whoever changes a row would. */
export function rehash(statement: LedgerExport['statements'][number]): void {
  statement.hash = hashOf(statement.text, statement.signature)
}

/** A row with this text, rightly signed and hashed. */
export function signedAnew(text: string, sequence: number, signer: Signer): StatementRow {
  const signature = signer.sign(signedText(text))
  return { sequence, text, signature, hash: hashOf(text, signature) }
}
