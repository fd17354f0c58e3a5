import type { EvaluationRecordContent } from '../../../src-main/contract/evaluationRecord'

const at = Date.parse('2026-08-31T08:12:00.000Z')
const source = '5f0c6a6e-6d83-4e0a-9c53-0b2f6b1f7d01'
const rule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d'

/** What two had before them who found one tunnel and noted one event of it. */
export const recordedEvaluation: EvaluationRecordContent = {
  events: 61,
  applied: [
    { id: rule, title: 'Tunnel', sha256: 'c'.repeat(64), findings: 1, because: null },
    { id: source, title: 'Massenmail', sha256: 'd'.repeat(64), findings: 0, because: 'noLog' }
  ],
  found: [
    {
      ...{ rule: 'Tunnel', from: at, until: at + 60_000, value: 3, events: 3 },
      sureties: { proved: 2, claimed: 1, address: 0, device: 0, unknown: 0 },
      group: [[{ pseudonym: 'person:1' }]]
    }
  ],
  noted: [
    {
      ...{ event: 7, at, timeKnown: 'written', edge: 'end', act: 'webRequest', surety: 'proved' },
      ...{ person: 'person:1', address: 'address:1', device: null },
      details: [{ name: 'url', text: ['https://tunnel.example/', { pseudonym: 'person:1' }] }],
      ...{ source, file: 0, offset: 700, marked: true, note: 'Der erste Aufruf.' }
    }
  ],
  read: [
    {
      ...{ id: source, name: ['Proxy'], format: 'squid', events: 61, outside: 12 },
      files: [
        {
          ...{ name: ['access.log'], from: 0, bytes: 9_000, sha256: 'e'.repeat(64) },
          ...{ lines: 75, parsed: 73, rejected: 2 }
        }
      ],
      gaps: [{ code: 'linesRejected', file: ['access.log'], names: [], count: 2, time: null }]
    }
  ]
}
