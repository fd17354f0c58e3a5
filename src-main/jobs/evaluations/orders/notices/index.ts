import type { JobHandlers } from '../../../../contract/handlers'
import { filled } from '../../../../contract/language'
import type { Notices } from '../../../../contract/notices'
import type { OperationName, ParsedInput } from '../../../../contract/operations'
import { fail, succeed, type Result } from '../../../../contract/result'
import { germanDayOf } from '../../../../core/calendar'
import type { Clock } from '../../../../core/clock'
import type { Actor } from '../../../../core/people/actor'
import type { DueWork, House, OpenJob } from '../../../../desks/job'
import type { SavedDocument } from '../../../../world/documents/port'
import type { PersonRegister } from '../../../../world/store/port'
import { readEvaluation } from '../../evaluation/records'
import { evidenceOf } from '../../evidence/records'
import { wordsOf } from '../records'
import { schoolWindow } from '../window'
import { noticeItems, overdueCount } from './inbox'
import { noticeLetter, type NoticeLetterInput } from './letter'
import { NoticeWork, recipientIn, type NoticeWorkOptions } from './work'

export { NoticeRule } from './noticeRule'

export type NoticeOperation = Extract<OperationName, `notices.${string}`>

export interface NoticesOptions
  extends Pick<House, 'ledger' | 'signing' | 'desk'>, Pick<NoticeWorkOptions, 'directory'> {
  readonly ledgerClock: Clock
  readonly store: Pick<PersonRegister, 'birthDates'>
  readonly settings: Pick<House['settings'], 'settings'>
}

/** Notices: whoever is concerned is told that contents were read (P24). */
export type NoticesOfOrders = Required<Pick<OpenJob<NoticeOperation>, 'handlers' | 'inboxItems' | 'dueWork'>>

export function createNotices(options: NoticesOptions): NoticesOfOrders {
  const { ledger, ledgerClock, store, settings, desk } = options
  const work = new NoticeWork({ ...options, register: store, now: () => ledgerClock.now() })

  const state = async (asker: Actor, order: string): Promise<Result<Notices>> => {
    const found = await work.find(asker, order)
    return found.ok ? succeed(found.value.notices) : found
  }

  /** Says something and answers how it stands then. */
  const said = async (asker: Actor, id: Promise<Result<string>>): Promise<Result<Notices>> => {
    const written = await id
    return written.ok ? state(asker, written.value) : written
  }

  const savedLetter = async (
    asker: Actor,
    { order: id, recipient, to }: ParsedInput<'notices.saveLetter'>
  ): Promise<Result<SavedDocument>> => {
    const found = await work.find(asker, id)
    if (!found.ok) return found
    const { order, notices } = found.value
    const { head } = ledger
    const shown = recipientIn(notices, recipient)
    if (shown === undefined || notices.since === null || head === null) return fail('notices.recipientGone')
    if (to === 'guardians' && shown.age === 'ofAge') return fail('notices.noGuardians')
    const read = await settings.settings()
    if (!read.ok) return read
    const words = wordsOf(ledger, order)
    const evaluation = readEvaluation(ledger, id)
    const destroyed = evidenceOf(ledger, id).map((one) => one.destroyed?.statement.time ?? null)
    const page = noticeLetter({
      ...{ settings: read.value, head, day: germanDayOf(ledgerClock.now().toISOString()) },
      ...{ number: order.number, givenAt: order.given.statement.time, recipient: shown, to },
      scope: words === null ? null : scopeOf(words.scope),
      sealedAt: notices.since,
      openedAt: evaluation.opened[0]?.item.statement.time ?? null,
      concludedAt: evaluation.closed?.item.statement.time ?? null,
      destroyedAt: destroyed.includes(null) ? null : (destroyed[0] ?? null)
    })
    return desk.savePdf({
      title: { de: 'Benachrichtigung speichern', en: 'Save the notice' },
      suggestedName: filled(
        { de: 'Benachrichtigung-{number}.pdf', en: 'Notice-{number}.pdf' },
        { number: order.number }
      ),
      copy: { what: 'letter', count: 1, by: asker.person },
      page: async () => succeed(page)
    })
  }

  const handlers: JobHandlers<NoticeOperation> = {
    'notices.state': ({ order }, asker) => state(asker, order),
    'notices.give': (input, asker) => said(asker, work.give(asker, input)),
    'notices.postpone': (input, asker) => said(asker, work.postpone(asker, input)),
    'notices.saveLetter': (input, asker) => savedLetter(asker, input)
  }

  return {
    handlers,
    inboxItems: (asker) => noticeItems(work.look, asker),
    dueWork: async () => succeed({ waiting: await overdue(work) })
  }
}

/** Nothing is done by itself: what is overdue is told, without a word of whom it is about. */
async function overdue(work: NoticeWork): Promise<NonNullable<DueWork['waiting']>> {
  const asked = await work.askForNames()
  const count = overdueCount(work.look)
  return [
    ...(asked.ok ? [] : [{ failure: asked.failure }]),
    ...(count === 0 ? [] : [{ failure: fail('notices.overdue', { count }).failure }])
  ]
}

function scopeOf({
  sources,
  from,
  until
}: Parameters<typeof schoolWindow>[0] & {
  readonly sources: readonly { readonly name: string; readonly contents: boolean }[]
}): NoticeLetterInput['scope'] {
  return {
    window: schoolWindow({ from, until }),
    contents: sources.filter(({ contents }) => contents).map(({ name }) => name),
    others: sources.filter(({ contents }) => !contents).map(({ name }) => name)
  }
}
