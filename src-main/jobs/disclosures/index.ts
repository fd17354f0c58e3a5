import type { Account } from '../../contract/accounts'
import type { DisclosureDraft, Holding, SavedDisclosure } from '../../contract/disclosures'
import { holdingAreas } from '../../contract/disclosures'
import type { JobHandlers } from '../../contract/handlers'
import { filled } from '../../contract/language'
import type { StatementPayload } from '../../contract/ledger'
import type { OperationName } from '../../contract/operations'
import type { PersonNames } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import { germanDayOf } from '../../core/calendar'
import { canonicalJson } from '../../core/canonicalJson'
import { draft, sha256, type LedgerView, type SoundItem } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import type { House, JobModule, OpenJob } from '../../desks/job'
import { blackCount, toldOf, type ToldHolding } from './content'
import { disclosureDocument } from './document'
import { ownActs } from './ownActs'
import { ThirdPartyNames } from './thirdParties'

type DisclosureOperation = Extract<OperationName, `disclosures.${string}`>

type DisclosuresOptions = Pick<
  House,
  'ledger' | 'directory' | 'holdings' | 'desk' | 'printer' | 'clock' | 'settings'
>

/** Everything that is held on a person, gathered. */
interface Gathered extends Omit<DisclosureDraft, 'suggested' | 'given'> {
  readonly others: readonly PersonNames[]
}

type DisclosuresJob = OpenJob<DisclosureOperation>

/** What app and directory hold on a person, for them (Auskunft; P27, GDPR Art. 15). */
export function createDisclosuresJob(options: DisclosuresOptions): DisclosuresJob {
  const { ledger, directory, desk, printer, clock } = options

  const gather = async (asker: Actor, person: string): Promise<Result<Gathered>> => {
    // What is told in confidence about somebody of the leadership is for the deputy, as everywhere.
    if (asker.person === null || asker.person === person) return fail('disclosures.ownMatter')
    const all = await directory.ask((opened) => opened.readAll())
    if (!all.ok) return all
    const account = all.value.accounts.find(({ id }) => id === person) ?? null
    const held = await options.holdings({ person, account })
    if (!held.ok) return held
    const holdings = inOrder([...held.value, ...ownActs(ledger, person)])
    if (account === null && holdings.length === 0) return fail('disclosures.personUnknown')
    return succeed({
      person,
      names: namesOf(ledger, person, account),
      schoolClass: account?.kind === 'pupil' ? account.classes.join(', ') : '',
      digest: sha256(canonicalJson(holdings)),
      holdings,
      others: all.value.accounts.filter(({ id }) => id !== person)
    })
  }

  const handlers: JobHandlers<DisclosureOperation> = {
    async 'disclosures.gather'({ person }, asker) {
      const gathered = await gather(asker, person)
      if (!gathered.ok) return gathered
      const { others, ...content } = gathered.value
      const names = new ThirdPartyNames(others, content.names)
      return succeed({
        ...content,
        suggested: content.holdings.flatMap(({ id, facts }) =>
          facts.flatMap((fact, place) =>
            fact.kind === 'written'
              ? names.find(fact.value).map((stretch) => ({ holding: id, fact: place, ...stretch }))
              : []
          )
        ),
        given: disclosuresOf(ledger, person)
          .map(({ sequence, statement }) => ({ at: statement.time, sequence }))
          .toReversed()
      })
    },
    async 'disclosures.save'(wanted, asker) {
      const gathered = await gather(asker, wanted.person)
      if (!gathered.ok) return gathered
      if (gathered.value.digest !== wanted.digest) return fail('disclosures.changed')
      if (wanted.omitted.length > 0 && wanted.reason === '') return fail('disclosures.reasonMissing')
      const told = toldOf(gathered.value.holdings, wanted)
      if (!told.ok) return told
      return desk.saveFile({
        title: { de: 'Auskunft speichern', en: 'Save the disclosure' },
        suggestedName: filled(
          { de: `Auskunft-{login}.${wanted.format}`, en: `Disclosure-{login}.${wanted.format}` },
          { login: gathered.value.names.login || 'Person' }
        ),
        filter:
          wanted.format === 'pdf'
            ? { name: { de: 'PDF-Dokument', en: 'PDF document' }, extensions: ['pdf'] }
            : { name: { de: 'JSON-Datei', en: 'JSON file' }, extensions: ['json'] },
        async content() {
          const bytes = await written(gathered.value, told.value, wanted.format)
          if (!bytes.ok) return bytes
          const said = await record(asker, gathered.value, wanted, told.value)
          return said.ok ? succeed({ bytes: bytes.value, copy: null }) : said
        }
      })
    }
  }

  const written = async (
    { names, schoolClass }: Gathered,
    told: readonly ToldHolding[],
    format: SavedDisclosure['format']
  ): Promise<Result<Uint8Array>> => {
    if (format === 'json') return succeed(new TextEncoder().encode(jsonOf(names, told)))
    const { head } = ledger
    const read = await options.settings.settings()
    if (!read.ok) return read
    if (head === null) return fail('people.notFounded')
    const day = germanDayOf(clock.now().toISOString())
    return printer.toPdf(disclosureDocument({ settings: read.value, head, day, names, schoolClass, told }))
  }

  const record = async (
    { person: by }: Actor,
    { person, names, digest, holdings }: Gathered,
    { format, omitted, reason }: SavedDisclosure,
    told: readonly ToldHolding[]
  ): Promise<Result<unknown>> => {
    const disclosure = crypto.randomUUID()
    const body = {
      ...{ disclosure, format, holdings: holdings.length, omitted: new Set(omitted).size },
      ...{ blackened: blackCount(told), digest, by }
    }
    return ledger.record(
      draft('disclosure.made', `disclosure:${disclosure}`, body, { person, names, reason })
    )
  }

  return {
    handlers,
    subjects: {
      disclosure: {
        nameOf: () => '',
        authorsOf: () => [],
        confidenceOf(id) {
          const item = ledger.about(`disclosure:${id}`).at(0)
          if (item === undefined) return null
          return {
            ...{ reporter: null, entrusted: [], handedOver: false },
            concerned() {
              const person = payloadOf(ledger, item)?.person
              if (person !== undefined) return { persons: [person] }
              return ledger.isAwaiting ? 'unread' : { persons: [] }
            }
          }
        }
      }
    },
    async holdings({ person }) {
      return succeed(
        disclosuresOf(ledger, person).map(({ sequence, statement }): Holding => ({
          ...{ id: `statement:${sequence}`, area: 'history', at: statement.time },
          title: { de: 'Auskunft an Sie erstellt', en: 'Disclosure to you made' },
          ...{ facts: [], underWay: false }
        }))
      )
    }
  }
}

export const disclosuresJob: JobModule<DisclosuresJob> = {
  name: 'disclosures',
  rules: [],
  open: (house) => createDisclosuresJob(house)
}

function disclosuresOf(ledger: LedgerView, person: string): readonly SoundItem[] {
  return ledger.ofKind('disclosure.made').filter((item) => payloadOf(ledger, item)?.person === person)
}

function payloadOf(ledger: LedgerView, item: SoundItem): StatementPayload<'disclosure.made'> | null {
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<'disclosure.made'> | null
}

/** By area, and in it what is so now, then the oldest first. */
function inOrder(holdings: readonly Holding[]): Holding[] {
  const placeOf = ({ area }: Holding): number => holdingAreas.indexOf(area)
  return holdings.toSorted(
    (left, right) => placeOf(left) - placeOf(right) || (left.at ?? '').localeCompare(right.at ?? '', 'en')
  )
}

/** As the directory has them; else as the ledger knows them. */
function namesOf(ledger: LedgerView, person: string, account: Account | null): PersonNames {
  if (account !== null) {
    const { login, givenName, familyName } = account
    return { login, givenName, familyName }
  }
  return { login: '', givenName: '', familyName: ledger.nameOfPerson(person) }
}

/** For programs: the same as the letter, in both languages. Black is `null`. */
function jsonOf(names: PersonNames, told: readonly ToldHolding[]): string {
  const holdings = told.map(({ area, at, title, facts }) => ({
    ...{ area, at, title },
    facts: facts.map(({ label, value, parts }) => ({
      label,
      value: value ?? parts.map((part) => (part.black ? null : part.text))
    }))
  }))
  return `${JSON.stringify({ format: 'netzwart-disclosure-1', person: names, holdings }, null, 2)}\n`
}
