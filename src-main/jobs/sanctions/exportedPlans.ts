import { z } from 'zod'
import type { LedgerExport, Statement } from '../../contract/ledger'
import type { Plan } from '../../contract/plan'
import { canonicalJson } from '../../core/canonicalJson'
import { bodyOf, readCanonical, sha256, type LedgerView } from '../../core/ledger'
import { hashPlan } from '../../core/plan'
import type { PlanJournal } from '../../world/store/port'
import { noPlan } from './casePlans'
import { readCases } from './cases'
import { PlanCheck, type PlanFindings } from './planCheck'

/** The plans that statements about cases name, as far as they may be read and are there. */
export async function plansForExport(
  ledger: LedgerView,
  journal: Pick<PlanJournal, 'findPlan'>,
  reads: (statement: Statement) => boolean
): Promise<NonNullable<LedgerExport['plans']>> {
  const named = ledger.inArea('case').flatMap(({ statement }) => {
    const { plan } = statement.body
    return typeof plan === 'string' && signed.includes(statement.kind) && reads(statement) ? [plan] : []
  })
  const plans: NonNullable<LedgerExport['plans']> = []
  for (const hash of new Set(named)) {
    const plan = (await journal.findPlan(hash).catch(noPlan))?.plan
    // What is no longer what was signed is given out under the name it has now; the statement's own is then missing.
    if (plan !== undefined) plans.push({ hash: hashPlan(plan), text: canonicalJson(plan) })
  }
  return plans
}

/** Kinds by which a plan is signed; the others tell what became of it. */
const signed: readonly string[] = ['case.proposed', 'case.decided', 'case.liftDecided']

/** Compares the plans that went along in an export with the cases that it tells. */
export function checkExportedPlans(
  ledger: LedgerView,
  { plans = [], settings = [] }: Pick<LedgerExport, 'plans' | 'settings'>
): PlanFindings {
  const planTexts = new Map(plans.map(({ hash, text }) => [hash, text]))
  const settingsTexts = new Map(settings.map(({ digest, text }) => [digest, text]))
  const said = ledger
    .ofKind('settings.changed')
    .filter(
      ({ statement: { subject, body } }) => subjects.includes(subject) && body['document'] === 'settings'
    )
  const records = readCases(ledger)
  const check = new PlanCheck(records, {
    plan(hash) {
      const text = planTexts.get(hash)
      if (text === undefined) return null
      const value = named(text, hash)
      // Whether it is a plan at all is asked where it is compared.
      return isObject(value) ? (value as unknown as Plan) : 'changed'
    },
    groups(sequence) {
      const newest = said.findLast(({ statement }) => statement.sequence <= sequence)
      if (newest === undefined) return null
      const { digest } = bodyOf(newest.statement, 'settings.changed')
      const read = mappingSchema.safeParse(named(settingsTexts.get(digest) ?? '', digest))
      return read.success ? read.data.modules : null
    }
  })
  for (const record of records) check.look(record)
  return check.findings
}

/** Where settings are said; earlier versions said everything about the ledger. */
const subjects: readonly string[] = ['ledger', 'document:settings']
const mappingSchema = z.object({ modules: z.record(z.string(), z.string()).default({}) })

/** What a canonical text of this SHA-256 says; undefined: it is another one. */
function named(text: string, digest: string): unknown {
  return sha256(text) === digest ? readCanonical(text) : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
