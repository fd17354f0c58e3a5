import type { LedgerProblem } from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import type { DocumentShelf } from '../../world/store/port'
import { canonicalJson } from '../../core/canonicalJson'
import { bodyOf, draft, sha256, type Draft, type Ledger, type SoundItem } from '../../core/ledger'

/** Documents that steer what the app does without asking anybody again. */
export const steeringDocuments = ['settings', 'rosterProfiles', 'logSources'] as const
export type SteeringDocument = (typeof steeringDocuments)[number]

/** A document as the store holds it, beside what the ledger says. */
interface FoundDocument {
  /** What is in force, or, where nothing is, what somebody has put there; undefined: nothing is there. */
  readonly value: unknown
  /** Whether the value is what was said. */
  readonly isInForce: boolean
  /** Sequence number of the statement that names another document; null: what is there is what was said, or older. */
  readonly differsFrom: number | null
}

/** The document's digest: SHA-256 of its canonical JSON (RFC 8785). */
export function documentDigest(value: unknown): string {
  // What lies in the store went through JSON: a field that is `undefined` is not there.
  return sha256(canonicalJson(JSON.parse(JSON.stringify(value))))
}

/** Where a document lies whose digest this is. One that a newer one has replaced stays, for whoever asks later. */
export function recordedName(document: SteeringDocument, digest: string): string {
  return `${document} ${digest}`
}

/**
 * [Note: recorded documents]
 *
 * Everybody who has the app's own role at the database can write documents; nobody of them can write the ledger. A
 * document that steers something is therefore kept under its digest, and in force is the one whose digest the newest
 * `settings.changed` names. Document first, statement second: a crash in between leaves a document that nobody asks for.
 * Statements of earlier versions stand under the subject `ledger`, and their documents lie under the bare name; nothing
 * is compared before the first statement of this kind has been made, since earlier versions did not record every change.
 */
export class RecordedDocuments {
  constructor(
    private readonly shelf: DocumentShelf,
    private readonly ledger: Ledger
  ) {}

  /** `store.documentDamaged`: it is no JSON, and nothing was said about it yet. */
  async find(document: SteeringDocument): Promise<Result<FoundDocument>> {
    const bare = await this.shelf.readDocument(document)
    if (!this.isCompared(document)) {
      return bare.ok ? succeed({ value: bare.value, isInForce: true, differsFrom: null }) : bare
    }
    const said = this.statements(document)
    const newest = said.at(-1)
    if (newest === undefined) throw new Error('a document is compared with nothing')
    const { digest } = bodyOf(newest.statement, 'settings.changed')
    const kept = await this.shelf.readDocument(recordedName(document, digest))
    const candidates = [kept, bare].flatMap((read) =>
      read.ok && read.value !== undefined ? [read.value] : []
    )
    const inForce = candidates.find((value) => documentDigest(value) === digest)
    // Under the bare name lies what an earlier version wrote, or nothing; anything else somebody has put there.
    const isForeign =
      !bare.ok ||
      (bare.value !== undefined &&
        !said.some(({ statement }) => statement.body['digest'] === documentDigest(bare.value)))
    const isSound = inForce !== undefined && !isForeign
    return succeed({
      value: inForce ?? candidates[0],
      isInForce: inForce !== undefined,
      differsFrom: isSound ? null : newest.statement.sequence
    })
  }

  /** What is in force; undefined: nothing was ever kept. `ledger.documentChanged`, `store.documentDamaged`. */
  async read(document: SteeringDocument): Promise<Result<unknown>> {
    const found = await this.find(document)
    if (!found.ok) return found
    const { value, differsFrom } = found.value
    return differsFrom === null
      ? succeed(value)
      : fail('ledger.documentChanged', { document, sequence: differsFrom })
  }

  /**
   * Puts a document in force, in the name of `by`. `ledger.deviceUnknown`, `ledger.newerKind`: this PC may not say so;
   * nothing is kept.
   * `application.settingsChanged`: another PC has put one in force that is not known here yet.
   */
  async write(document: SteeringDocument, value: unknown, by: string | null): Promise<Result<undefined>> {
    const { silence } = this.ledger
    if (silence !== null) return silence
    const digest = documentDigest(value)
    await this.shelf.writeDocument(recordedName(document, digest), value)
    const known = this.ledger.about(subjectOf(document)).at(-1)?.statement.sequence ?? 0
    const said = await this.ledger.append(
      [{ signer: this.ledger.device, draft: settingsChanged(document, value, by) }],
      { subject: subjectOf(document), version: known }
    )
    if (!said.ok) {
      return said.failure.code === 'ledger.changedSince' ? fail('application.settingsChanged') : said
    }
    // What an earlier version left there, or somebody has put there, is void from now on.
    const bare = await this.shelf.readDocument(document)
    if (!bare.ok || bare.value !== undefined) await this.shelf.deleteDocument(document)
    return succeed()
  }

  /**
   * Takes over what an earlier version has kept without saying so, as it stands. Nothing happens where something was
   * said, nothing is kept, or this PC may not say anything.
   */
  async adopt(document: SteeringDocument, by: string | null): Promise<Result<undefined>> {
    if (this.isCompared(document) || this.ledger.silence !== null) return succeed()
    const kept = await this.shelf.readDocument(document)
    return kept.ok && kept.value !== undefined ? this.write(document, kept.value, by) : succeed()
  }

  /** What was in force at that place of the ledger; undefined: it is not known any more. */
  async at(document: SteeringDocument, sequence: number): Promise<unknown> {
    const said = this.statements(document).findLast(({ statement }) => statement.sequence <= sequence)
    return said === undefined ? undefined : this.named(document, said)
  }

  /** Whether anything that steers was changed after that place of the ledger. */
  isAnyChangedSince(sequence: number): boolean {
    return this.ledger.ofKind('settings.changed').some(({ statement }) => statement.sequence > sequence)
  }

  /** All that was ever in force, oldest first, as far as it is still known. */
  async ever(document: SteeringDocument): Promise<readonly unknown[]> {
    const values: unknown[] = []
    for (const said of this.statements(document)) {
      const value = await this.named(document, said)
      if (value !== undefined) values.push(value)
    }
    return values
  }

  /** Documents that are not what the ledger names. */
  async problems(): Promise<readonly LedgerProblem[]> {
    const problems: LedgerProblem[] = []
    for (const document of steeringDocuments) {
      const found = await this.find(document)
      if (found.ok && found.value.differsFrom !== null) {
        problems.push({ sequence: found.value.differsFrom, code: 'documentChanged' })
      }
    }
    return problems
  }

  /** What a statement names; undefined: it is not there any more. */
  private async named(document: SteeringDocument, { statement }: SoundItem): Promise<unknown> {
    const { digest } = bodyOf(statement, 'settings.changed')
    for (const name of [recordedName(document, digest), document]) {
      const read = await this.shelf.readDocument(name)
      if (read.ok && read.value !== undefined && documentDigest(read.value) === digest) return read.value
    }
    return undefined
  }

  private isCompared(document: SteeringDocument): boolean {
    return this.ledger.about(subjectOf(document)).length > 0
  }

  /** What was said about a document, oldest first; also by earlier versions. */
  private statements(document: SteeringDocument): readonly SoundItem[] {
    const subjects = ['ledger', subjectOf(document)]
    return this.ledger
      .ofKind('settings.changed')
      .filter(
        ({ statement: { subject, body } }) => subjects.includes(subject) && body['document'] === document
      )
  }
}

/** What is said about a document that lies under its digest already. */
export function settingsChanged(document: SteeringDocument, value: unknown, by: string | null): Draft {
  return draft('settings.changed', subjectOf(document), { document, digest: documentDigest(value), by }, null)
}

function subjectOf(document: SteeringDocument): string {
  return `document:${document}`
}
