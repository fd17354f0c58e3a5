import { randomUUID } from 'node:crypto'
import { flagAreas } from '../../../contract/flags'
import type { StatementPayload } from '../../../contract/ledger'
import type { ParsedInput } from '../../../contract/operations'
import { longestWindowDays, type OrderPreparation } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import type { CaseBeginning } from '../../../contract/sanctions'
import { dayOf, germanDayOf, germanMinuteOf } from '../../../core/calendar'
import { draft, type Draft, type Ledger } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { Signing } from '../../../core/people/signing'
import type { DirectoryDesk } from '../../../desks/directory'
import type { OriginWord } from '../../../desks/job'
import { canBeEvaluated, nextState, subjectOf, type FlagMove } from './course'
import { readStandingOrder } from '../standing/records'
import type { PackRule } from '../rules/pack'
import { matterOf, originOf, payloadOf, readFlag, type FlagRecord } from './records'
import { isAbout, isReporter, maySee, proposes } from './views'

export interface FlagWorkOptions {
  readonly ledger: Ledger
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly signing: Signing
  readonly now: () => Date
  /** The log rules that there are. */
  readonly pack: () => Promise<Result<readonly PackRule[]>>
}

/** What an order on a flag begins with. */
export type EvaluationBeginning = NonNullable<OrderPreparation['beginning']>

interface Reference {
  readonly flag: string
  readonly version: number
}

/** What people say about flags. Reporters sign nothing: the PC says who was signed in. Answers the id of the flag. */
export class FlagWork {
  constructor(private readonly options: FlagWorkOptions) {}

  /** `flags.notFound`, also for whom the flag is not meant. */
  find(asker: Actor, id: string): Result<FlagRecord> {
    const { ledger } = this.options
    const record = readFlag(ledger, id)
    return record === null || !maySee(ledger, asker, record) ? fail('flags.notFound') : succeed(record)
  }

  async report(by: string, input: ParsedInput<'flags.report'>): Promise<Result<string>> {
    const { account, happenedOn, from, until, areas, ...told } = input
    if (happenedOn > dayOf(this.options.now())) return fail('flags.dayInFuture', { day: happenedOn })
    if (from !== null && until !== null && until < from) return fail('flags.timesReversed', { from, until })
    const about = await this.about(account)
    if (!about.ok) return about
    const id = randomUUID()
    const chosen = flagAreas.filter((area) => areas.includes(area))
    const payload = { ...about.value, ...told, happenedOn, from, until, areas: chosen }
    const said = await this.options.ledger.record(
      draft('flag.reported', subjectOf(id), { flag: id, by }, payload)
    )
    return said.ok ? succeed(id) : said
  }

  async reply(asker: Actor, { words, ...reference }: ParsedInput<'flags.reply'>): Promise<Result<string>> {
    const found = await this.possible(asker, reference, 'replied')
    if (!found.ok) return found
    const { id, reporter } = found.value
    if (reporter === null || !isReporter(asker, found.value)) return fail('flags.notPossibleNow')
    const { ledger } = this.options
    const said = draft('flag.replied', subjectOf(id), { flag: id, by: reporter }, { words })
    const written = await ledger.append([{ signer: ledger.device, draft: said }], seen(reference))
    return written.ok ? succeed(id) : written
  }

  /** The leadership asks the reporter one more thing. */
  async ask(asker: Actor, input: ParsedInput<'flags.ask'>): Promise<Result<string>> {
    const { words, passphrase, ...reference } = input
    const { flag } = reference
    const said = draft('flag.asked', subjectOf(flag), { flag }, { words })
    return this.signed(asker, passphrase, reference, said, 'asked')
  }

  async answer(asker: Actor, input: ParsedInput<'flags.answer'>): Promise<Result<string>> {
    const { outcome, reason, message, passphrase, ...reference } = input
    const { flag } = reference
    const record = readFlag(this.options.ledger, flag)
    if (message === '' && record?.found == null) return fail('flags.messageMissing')
    const said = draft('flag.answered', subjectOf(flag), { flag, outcome }, { reason, message })
    return this.signed(asker, passphrase, reference, said, outcome)
  }

  /** Whether the leadership may order an evaluation on it: as long as it is not answered for good, and not their own (P21). */
  mayOrderOn(asker: Actor, id: string): Result<undefined> {
    const found = this.find(asker, id)
    if (!found.ok) return found
    if (isReporter(asker, found.value)) return fail('flags.ownReport')
    return canBeEvaluated(found.value.state) ? succeed() : fail('flags.notPossibleNow')
  }

  /** What a new order begins with: in the reporter's own words, on the day and at the times that were told; the whole day where none were. */
  async evaluationBeginning(asker: Actor, id: string): Promise<Result<EvaluationBeginning>> {
    const may = this.mayOrderOn(asker, id)
    if (!may.ok) return may
    const found = this.find(asker, id)
    if (!found.ok) return found
    const { ledger } = this.options
    const { number, begun, reported, replied } = found.value
    if (reported === null) return succeed(await this.foundBeginning(found.value))
    const told = payloadOf(ledger, reported, 'flag.reported')
    const at = germanMinuteOf(begun.statement.time)
    const day = told?.happenedOn ?? at.day
    const reply = payloadOf(ledger, replied, 'flag.replied')?.words ?? ''
    return succeed({
      number,
      occasion: `Hinweis ${number} vom ${at.day.split('-').toReversed().join('.')}`,
      suspicion: [told?.seen ?? '', reply].filter((text) => text !== '').join('\n\n'),
      rule: told?.rule ?? null,
      person:
        told?.person == null || told.names === null
          ? null
          : { person: told.person, names: told.names, schoolClass: told.schoolClass },
      from: { day, time: told?.from ?? '00:00' },
      until: { day, time: told?.until ?? '23:59' },
      ...{ pseudonyms: [], sources: [], rules: [] }
    })
  }

  /** The same of what a standing order has found: whom it is about is known by pseudonyms alone. */
  private async foundBeginning(record: FlagRecord): Promise<EvaluationBeginning> {
    const { ledger, pack } = this.options
    const matter = matterOf(ledger, record)
    const known = await pack()
    const rule = known.ok ? known.value.find(({ id }) => id === matter?.rule) : undefined
    const until = matter?.until ?? record.begun.statement.time
    const longest = new Date(Date.parse(until) - longestWindowDays * 86_400_000).toISOString()
    const from = matter?.from ?? until
    const standing = record.found === null ? null : readStandingOrder(ledger, record.found.standingOrder)
    return {
      number: record.number,
      occasion: `Hinweis ${record.number} der Daueranordnung ${standing?.number ?? ''}`.trim(),
      suspicion:
        rule === undefined || matter === null ? '' : `${rule.title.de} (Ereignisse: ${matter.count}).`,
      rule: rule?.policy[0] ?? null,
      person: null,
      from: germanMinuteOf(from < longest ? longest : from),
      until: germanMinuteOf(until),
      pseudonyms: [...(matter?.pseudonyms ?? [])],
      sources: [...(standing?.sources ?? [])],
      rules: matter === null ? [] : [matter.rule]
    }
  }

  /** What whoever proposes a case from it begins with, in the reporter's own words. */
  async beginning(id: string, asker: Actor): Promise<Result<CaseBeginning>> {
    const found = await this.handed(id, asker)
    if (!found.ok) return found
    const { told, record } = found.value
    const { ledger } = this.options
    const reply = payloadOf(ledger, record.replied, 'flag.replied')?.words ?? ''
    const day = germanDayOf(record.begun.statement.time)
    return succeed({
      account: told?.person ?? null,
      rule: told?.rule ?? null,
      happenedOn: told?.happenedOn ?? day,
      facts: [told?.seen ?? '', reply].filter((text) => text !== '').join('\n\n'),
      // Who has reported it stands in the flag: a piece of evidence is printed on what the person concerned is given.
      reference: `Hinweis ${record.number} vom ${day.split('-').toReversed().join('.')}`
    })
  }

  async whenOpened(
    id: string,
    { case: opened, asker }: { readonly case: string; readonly asker: Actor }
  ): Promise<Result<OriginWord>> {
    const found = await this.handed(id, asker)
    if (!found.ok) return found
    const { version } = found.value.record
    return succeed({
      draft: draft('flag.pursued', subjectOf(id), { flag: id, case: opened }, null),
      seen: { subject: subjectOf(id), version }
    })
  }

  /** A flag that waits for who proposes. */
  private async handed(
    id: string,
    asker: Actor
  ): Promise<Result<{ record: FlagRecord; told: StatementPayload<'flag.reported'> | null }>> {
    const { ledger } = this.options
    await ledger.refresh()
    const found = this.find(asker, id)
    if (!found.ok) return found
    const told = payloadOf(ledger, found.value.reported, 'flag.reported')
    if (!proposes(asker) || isAbout(asker, told)) return fail('flags.notFound')
    if (nextState(found.value.state, 'pursued') === null) return fail('flags.notPossibleNow')
    return succeed({ record: found.value, told })
  }

  /** Name and class as the directory has them now: the window says only who was chosen. */
  private async about(
    account: string | null
  ): Promise<Result<Pick<StatementPayload<'flag.reported'>, 'person' | 'names' | 'schoolClass'>>> {
    if (account === null) return succeed({ person: null, names: null, schoolClass: '' })
    const read = await this.options.directory.ask((directory) => directory.readAccount(account))
    if (!read.ok) return read
    if (read.value === null) return fail('flags.personGone')
    const { login, givenName, familyName, classes } = read.value
    return succeed({
      person: account,
      names: { login, givenName, familyName },
      schoolClass: classes[0] ?? ''
    })
  }

  /** P21: refused before any passphrase is asked for. */
  private async signed(
    asker: Actor,
    passphrase: string,
    reference: Reference,
    said: Draft,
    move: FlagMove
  ): Promise<Result<string>> {
    const { ledger, signing } = this.options
    const found = await this.possible(asker, reference, move)
    if (!found.ok) return found
    if (isReporter(asker, found.value)) return fail('flags.ownReport')
    return signing.sign(asker, passphrase, async (signer) => {
      const written = await ledger.append([{ signer, draft: said }], seen(reference))
      return written.ok ? succeed(found.value.id) : written
    })
  }

  /** The flag as the asker has seen it, with what other PCs have said: `ledger.changedSince`, `flags.notPossibleNow`. */
  private async possible(asker: Actor, reference: Reference, move: FlagMove): Promise<Result<FlagRecord>> {
    const { ledger } = this.options
    await ledger.refresh()
    const found = this.find(asker, reference.flag)
    if (!found.ok) return found
    const newer = ledger.newerThan(seen(reference))
    if (newer !== null) return newer
    const next = nextState(found.value.state, move, originOf(found.value))
    return next === null ? fail('flags.notPossibleNow') : found
  }
}

function seen({ flag, version }: Reference) {
  return { subject: subjectOf(flag), version }
}
