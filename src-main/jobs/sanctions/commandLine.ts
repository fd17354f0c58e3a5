import type { DueWords, JobCommandLine } from '../../commandLine/words'
import type { Text } from '../../contract/language'
import { succeed } from '../../contract/result'
import type { DueCases } from './contract'

const texts = {
  caseEnforced: { de: 'Fall {number}: in Kraft gesetzt.', en: 'Case {number}: put in force.' },
  caseLifted: { de: 'Fall {number}: vorzeitig aufgehoben.', en: 'Case {number}: lifted early.' },
  caseEnded: { de: 'Fall {number}: beendet.', en: 'Case {number}: ended.' },
  caseExpired: {
    de: 'Fall {number}: Die Freigabe wurde nicht rechtzeitig ausgeführt und ist verfallen.',
    en: 'Case {number}: the approval was not carried out in time and has expired.'
  },
  caseWaits: { de: 'Fall {number} wartet: {reason}', en: 'Case {number} waits: {reason}' }
} as const satisfies Record<string, Text>

const doneTexts: Readonly<Record<keyof DueCases, Text>> = {
  enforced: texts.caseEnforced,
  lifted: texts.caseLifted,
  ended: texts.caseEnded,
  expired: texts.caseExpired
}

const dueWords: DueWords = {
  async done(context, _services, { cases }) {
    const lines = Object.entries(doneTexts).flatMap(([what, words]) =>
      cases[what as keyof DueCases].map((number) => context.words(words, { number }))
    )
    return succeed({ document: { cases }, text: lines.join('\n'), complete: true })
  },
  waits: (context, { case: number, failure }) =>
    number === null ? null : context.words(texts.caseWaits, { number, reason: context.sentence(failure) })
}

/** No words: what is decided is decided by people at the window (P26). Only what falls due is told. */
export const sanctionsCommandLine: JobCommandLine<unknown> = { due: dueWords }
