import { evaluationFilterSchema, type EvaluationFilter } from '../../../../../src-main/contract/evaluations'
import type { OrderScope } from '../../../../../src-main/contract/orders'
import type {
  EvidenceEvent,
  EvidenceSource,
  OpenedEvidence
} from '../../../../../src-main/jobs/evaluations/evidence/event'
import { Workspace, type WorkspaceInput } from '../../../../../src-main/jobs/evaluations/evaluation/workspace'
import type { Knowledge } from '../../../../../src-main/jobs/evaluations/evaluation/workspace/joins'
import { exact } from '../../../../../src-main/jobs/evaluations/logs/formats/times'

export const source = '5f0c6a6e-6d83-4e0a-9c53-0b2f6b1f7d01'
export const from = Date.parse('2026-11-25T08:00:00Z')
export const until = Date.parse('2026-11-25T12:00:00Z')

export const scope: OrderScope = {
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
  sources: [
    {
      id: source,
      name: 'Proxy',
      path: '/var/log/squid/access.log',
      format: 'squid',
      contents: false,
      keptDays: 7,
      keptReason: ''
    }
  ],
  concerned: [],
  addresses: [],
  rules: [],
  contents: false
}

/** An event a minute after the window begins, unless it says otherwise. */
export function event(told: Partial<EvidenceEvent> = {}): EvidenceEvent {
  return {
    ...{ act: 'webRequest', time: from + 60_000, timing: exact, person: null, surety: 'unknown' },
    ...{ address: null, device: null, details: {}, offset: 0, source, file: 0, ...told }
  }
}

export const proxySource: EvidenceSource = {
  ...{ id: source, name: 'Proxy', format: 'squid', events: 1, outside: 7, gaps: [] },
  files: [
    { name: 'access.log', from: 0, sha256: 'a'.repeat(64), bytes: 10, lines: 1, parsed: 1, rejected: {} }
  ]
}

export function evidence(events: readonly EvidenceEvent[], sources = [proxySource]): OpenedEvidence {
  return {
    evidence: '6f0c6a6e-6d83-4e0a-9c53-0b2f6b1f7d02',
    order: '7f0c6a6e-6d83-4e0a-9c53-0b2f6b1f7d03',
    sealedAt: '2026-11-25T13:00:00.000Z',
    ...{ events, sources }
  }
}

/** Directory, case file and settings say nothing of anybody. */
export const nothingKnown: Knowledge = { accounts: [], fold: (login) => login.toLowerCase(), devices: [] }

export function openWorkspace(
  events: readonly EvidenceEvent[],
  told: Partial<WorkspaceInput> = {}
): Promise<Workspace> {
  return Workspace.open(
    { evidence: evidence(events), scope, ruleFiles: [], known: [], knowledge: nothingKnown, ...told },
    () => undefined
  )
}

export function filter(told: Partial<EvaluationFilter> = {}): EvaluationFilter {
  return { ...evaluationFilterSchema.parse({}), ...told }
}

/** Everything that a workspace says, at once. */
export function everythingOf(workspace: Workspace): string {
  return JSON.stringify([
    workspace.page(filter(), 0, 1_000),
    workspace.timeline(filter(), from, until, 20),
    ...[workspace.stays, workspace.findings, workspace.idleRules, workspace.sources]
  ])
}
