import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Result } from '../../../../../src-main/contract/result'
import type { EvaluationRecordContent } from '../../../../../src-main/contract/evaluationRecord'
import { wordsOn } from '../../../support/documentSamples'
import { inFours } from '../../../../../src-main/core/documents/words'
import { readEvaluation } from '../../../../../src-main/jobs/evaluations/evaluation/records'
import { defaultSettings, usualEvidencePeriods } from '../../../../../src-main/contract/settings'
import { readOrder } from '../../../../../src-main/jobs/evaluations/orders/records'
import {
  protocolContent,
  protocolDocument
} from '../../../../../src-main/jobs/evaluations/evaluation/protocol'
import { recordedEvaluation } from '../../../support/recordedEvaluation'
import { EvaluationSchool } from '../../../support/evaluationSchool'
import { valueOf } from '../../../support/sanctionsSchool'

const ends: (() => Promise<void>)[] = []
let stage: EvaluationSchool

beforeEach(async () => {
  stage = await EvaluationSchool.open((end) => void ends.push(end))
  valueOf(await stage.both('evaluations.open'))
}, 60_000)

afterEach(async () => {
  vi.useRealTimers()
  for (const end of ends.splice(0).toReversed()) await end()
})

const conclusion = {
  judgment: 'violation',
  findings: 'Zwei Aufrufe <b>einer</b> Spieleseite.',
  notFound: 'Kein Tunnel, keine gesperrten Seiten.',
  summary: 'Der Verdacht ist bestätigt.'
}

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.failure.code
}

const mark = (event: number, note: string) =>
  stage.ask('evaluations.mark', { order: stage.order.id, event, marked: true, note })

const saveProtocol = (who = stage.first) =>
  stage.ask('evaluations.saveProtocol', { order: stage.order.id }, who.actor)

/** What the two have signed of what they had before them. */
function recorded(): EvaluationRecordContent {
  const { ledger } = stage.school
  const { recorded: said } = readEvaluation(ledger, stage.order.id)
  if (said === null) throw new Error('nothing was recorded')
  return ledger.payloadOf(said.item) as EvaluationRecordContent
}

describe('P22: what is recorded with the conclusion', () => {
  it('is signed by both in the same step, right before it', async () => {
    await mark(1, 'Das zweite Mal.')
    await stage.both('evaluations.close', conclusion)
    expect(stage.said.slice(-4)).toEqual([
      ...['evaluation.recorded', 'evaluation.recorded'],
      ...['evaluation.closed', 'evaluation.closed']
    ])
    expect(recorded()).toMatchObject({
      events: 2,
      noted: [{ event: 1, person: 'person:1', surety: 'proved', note: 'Das zweite Mal.', offset: 100 }],
      read: [{ files: [{ lines: 2, rejected: 0, sha256: 'a'.repeat(64) }], outside: 5 }],
      applied: [{ because: 'notKnown', findings: 0, sha256: null }]
    })
  })

  it('names nobody: whoever was not revealed stands as a pseudonym (P21)', async () => {
    await mark(1, '')
    await stage.both('evaluations.close', conclusion)
    expect(JSON.stringify(recorded())).not.toMatch(/beispiel[^.]|k\.beispiel|10\.1\.2\.3/)
    expect(recorded().noted[0]?.details).toContainEqual({
      name: 'url',
      text: ['https://schule.example/~', { pseudonym: 'person:1' }, '/']
    })
  })

  it('is what the first one has signed: another mark in between, and both begin anew', async () => {
    await stage.step('evaluations.close', stage.first, conclusion)
    await mark(0, 'Schnell noch dazu.')
    expect(codeOf(await stage.step('evaluations.close', stage.second, conclusion))).toBe(
      'evaluations.otherAct'
    )
    expect(stage.said).not.toContain('evaluation.closed')
  })
})

describe('P22: the written protocol', () => {
  it('says what was ordered, read, asked, noted, revealed and concluded, and by whom', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await stage.events(undefined, { text: 'spiele', groups: ['web'] })
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(stage.said).toContain('evaluation.searched'))
    await mark(1, 'Das <i>zweite</i> Mal.')
    await stage.both('evaluations.reveal', {
      pseudonym: { kind: 'person', number: 1 },
      reason: 'Der Verdacht richtet sich gegen eine Person.'
    })
    await stage.both('evaluations.close', conclusion)
    valueOf(await saveProtocol())
    const { copy, page } = stage.school.saved.at(-1)!
    expect(copy).toEqual({ what: 'letter', count: 1, by: stage.first.actor.person })
    const words = wordsOn(page)
    const { closed } = readEvaluation(stage.school.ledger, stage.order.id)
    for (const part of [
      ...[stage.order.number, 'Eine Lehrkraft hat es gemeldet.', 'P18', 'Rosa leadership'],
      ...['11:30 Uhr, bis', '12:15 Uhr'],
      ...['In der fünften Stunde wurde der Filter umgangen.', 'Webfilter', 'durften nicht gelesen werden'],
      ...['Rosa evaluator und Rosa secondEvaluator', 'Zwei Aufrufe &lt;b&gt;einer&lt;/b&gt; Spieleseite.'],
      ...[conclusion.notFound, conclusion.summary, 'Ergebnis Verstoß'],
      ...['200 Bytes ab Stelle 0, 2 Zeilen, davon 2 gelesen und 0 nicht lesbar', 'Lücken: keine bekannt.'],
      ...['nicht angewandt: Diese Fassung von Netzwart kennt sie nicht', 'Kein Fund beweist nichts.'],
      ...['Text „spiele“, Web : 1 Treffer', 'Das &lt;i&gt;zweite&lt;/i&gt; Mal.', 'Webseite abgerufen'],
      ...[
        'Adresse (URL): https://schule.example/~ [Person 1] /',
        '(Person: bewiesen)',
        'Zeit steht in der Quelle'
      ],
      ...['Person 1 : k.beispiel , von beiden aufgedeckt', 'Der Verdacht richtet sich gegen eine Person.'],
      ...closed!.persons.map((person) => stage.school.ledger.nameOfPerson(person)),
      ...[closed!.first, closed!.item].flatMap(({ sequence, hash, statement }) => [
        `Eintrag ${String(sequence)}`,
        ...[inFours(hash), inFours(statement.key)]
      ]),
      `in den Einträgen ${String(closed!.first.sequence - 2)} und ${String(closed!.first.sequence - 1)}`,
      'Auswertende Person'
    ])
      expect(words).toContain(part)
    expect(page).toContain(`Journal ${String(stage.school.ledger.head!.sequence)}:`)
    expect(page).not.toMatch(/<b>einer|<i>zweite/)
  })

  it('names nobody who was not revealed, and says so where nothing was asked, noted or found', async () => {
    await stage.both('evaluations.close', { ...conclusion, judgment: 'noViolation' })
    valueOf(await saveProtocol())
    const words = wordsOn(stage.school.saved.at(-1)!.page)
    expect(words).not.toMatch(/k\.beispiel|10\.1\.2\.3/)
    for (const part of ['Kein Verstoß', 'Keines.', 'haben keines vermerkt', 'Keine ist festgehalten'])
      expect(words).toContain(part)
  })

  it('says which rules had nothing to look at, how sure findings are, what is missing and what is left out', async () => {
    await stage.both('evaluations.close', conclusion)
    const { ledger } = stage.school
    const content = protocolContent(
      ledger,
      readOrder(ledger, stage.order.id)!,
      undefined,
      usualEvidencePeriods
    )!
    const recording = { content: recordedEvaluation, foundCount: 203, notedCount: 2, sequence: 1 }
    const words = wordsOn(
      protocolDocument({
        ...{ settings: defaultSettings, head: ledger.head!, day: '2026-09-02' },
        content: { ...content, recorded: recording }
      })
    )
    for (const part of [
      ...['Tunnel : 1 Fund', 'cccc cccc', 'Massenmail : hatte nichts zu prüfen'],
      ...[
        '3 Ereignisse, höchstens gezählt 3, [Person 1]',
        'Wie sicher die Person ist: 2 bewiesen, 1 behauptet.'
      ],
      ...['Hier stehen nicht: 202 weitere Funde.', 'Hier stehen nicht: 1 weiteres Ereignis.'],
      ...['Zeilen, die niemand lesen kann: access.log (Anzahl: 2)', 'kann trotzdem geschehen sein']
    ])
      expect(words).toContain(part)
    const older = wordsOn(
      protocolDocument({
        ...{ settings: defaultSettings, head: ledger.head!, day: '2026-09-02' },
        content: { ...content, recorded: null, words: null }
      })
    )
    expect(older).toContain('Nicht festgehalten oder gelöscht.')
  })

  it('is for the two and the leadership, once it is concluded, and for nobody else (P25)', async () => {
    const { leadership, administrator } = stage.school.people
    expect(codeOf(await saveProtocol())).toBe('evaluations.notConcluded')
    await stage.both('evaluations.close', conclusion)
    const before = stage.school.saved.length
    for (const who of [stage.second, leadership]) expect(codeOf(await saveProtocol(who))).toBe('ok')
    expect(stage.school.saved).toHaveLength(before + 2)
    const stranger = { ...stage.first.actor, person: 'somebody' }
    const concerned = { ...leadership.actor, person: stage.school.flags.pupil.id }
    for (const actor of [administrator.actor, stranger, concerned])
      expect(codeOf(await saveProtocol({ ...stage.first, actor }))).toBe('evaluations.notFound')
    expect(stage.school.saved).toHaveLength(before + 2)
  })
})
