import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  evaluationRecordSchema,
  longestRecordedText,
  mostRecordedEvents,
  mostRecordedFindings
} from '../../../../../src-main/contract/evaluationRecord'
import { gapOf } from '../../../../../src-main/jobs/evaluations/evidence/event'
import { readRuleFile } from '../../../../../src-main/jobs/evaluations/rules/ruleFile'
import { event, evidence, from, openWorkspace, proxySource, scope } from './support'

const file = readFileSync('resources/rules/filter_blocked.yml')
const blocked = readRuleFile(file).rules
const sha256 = createHash('sha256').update(file).digest('hex')

describe('P22: what is recorded with the conclusion', () => {
  it('says which version of each rule was applied, what it found and how sure, or why nothing', async () => {
    const rules = blocked.flatMap(({ id, own }) => (id === null || own === null ? [] : [id]))
    const events = Array.from({ length: 20 }, (_, index) =>
      event({
        ...{ act: 'webRefused', person: 'mia', surety: index < 15 ? 'proved' : 'claimed' },
        ...{ time: from + index * 1_000, offset: index },
        details: { url: `http://gesperrt${String(index)}.example/`, result: 'TCP_DENIED', status: 403 }
      })
    )
    const told = { ruleFiles: [blocked], scope: { ...scope, rules: [...rules, 'gone'] } }
    const { content, foundCount } = (await openWorkspace(events, told)).recording
    const [first, last] = [content.applied[0], content.applied.at(-1)]
    expect(first).toMatchObject({ id: rules[0], sha256, findings: 1, because: null })
    expect(last).toEqual({ id: 'gone', title: 'gone', sha256: null, findings: 0, because: 'notKnown' })
    expect([foundCount, content.found.length]).toEqual([1, 1])
    expect(content.found[0]).toMatchObject({
      ...{ events: 15, group: [[{ pseudonym: 'person:1' }]] },
      // The rule counts proved ones alone.
      sureties: { proved: 15, claimed: 0, address: 0, device: 0, unknown: 0 }
    })
    const { recording } = await openWorkspace([event({ act: 'print' })], told)
    expect(recording.content.applied[0]).toMatchObject({ findings: 0, because: 'noLog' })
  })

  it('holds so many marked events at the most, and says how many there were', async () => {
    const workspace = await openWorkspace(
      Array.from({ length: mostRecordedEvents + 5 }, (_, index) => event({ time: from + index }))
    )
    expect(workspace.recording).toMatchObject({ notedCount: 0, content: { noted: [] } })
    for (let place = 0; place < mostRecordedEvents + 5; place++)
      workspace.mark(place, { marked: place % 2 === 0, note: 'x' })
    const { content, notedCount } = workspace.recording
    expect([content.noted.length, notedCount]).toEqual([mostRecordedEvents, mostRecordedEvents + 5])
    expect(content.noted[1]).toMatchObject({ event: 1, marked: false, note: 'x' })
    expect(mostRecordedFindings).toBeGreaterThan(0)
  })

  it('names nobody, in no text, however long it is, and cuts no pseudonym', async () => {
    const url = `http://web.example/${'a'.repeat(longestRecordedText - 30)}/mia.muster/${'b'.repeat(900)}`
    const sources = [{ ...proxySource, gaps: [gapOf('partMissing', 'mia.muster.log', { names: ['x.1'] })] }]
    const told = event({ person: 'mia.muster', address: '10.1.2.3', details: { url } })
    const workspace = await openWorkspace([told], { evidence: evidence([told], sources) })
    workspace.mark(0, { marked: true, note: '' })
    const { content } = workspace.recording
    expect(JSON.stringify(content)).not.toMatch(/mia|muster|10\.1\.2\.3/)
    const [detail] = content.noted[0]?.details ?? []
    expect(detail?.text).toContainEqual({ pseudonym: 'person:1' })
    const letters = (detail?.text ?? []).map((part) => (typeof part === 'string' ? part.length : 0))
    expect(letters.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(longestRecordedText + 1)
    expect(JSON.stringify(detail?.text)).toContain('…')
    expect(evaluationRecordSchema.parse(content)).toEqual(content)
  })
})
