import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import { fail, type Result } from '../../../src-main/contract/result'
import { openKeys, type PersonKeys } from '../../../src-main/core/people/keys'
import {
  createEvidence,
  type Evidence,
  type EvidenceOptions,
  type EvidenceOperation
} from '../../../src-main/jobs/evaluations/evidence'
import { journalGateway } from '../../../src-main/world/logs/journalGateway'
import { localLogs } from '../../../src-main/world/logs/local'
import { asked } from './asked'
import type { OrdersSchool } from './ordersSchool'
import type { SchoolPerson } from './sanctionsPeople'

/** What is gathered and opened in a school with orders. */
export class EvidenceSchool {
  readonly evidence: Evidence
  /** How many days the clock of the ledger is ahead. */
  days = 0
  isHeld = false
  pseudonymSecret: EvidenceOptions['pseudonymSecret'] = async () => fail('evidence.secretGone')

  constructor(readonly orders: OrdersSchool) {
    this.evidence = createEvidence({
      ledger: orders.ledger,
      store: orders.flags.school.store,
      logs: localLogs,
      logQueries: journalGateway,
      announce: () => undefined,
      ledgerClock: { now: () => new Date(Date.now() + this.days * 86_400_000) },
      directory: { ask: (question) => question(orders.flags.directory) },
      isHeld: () => this.isHeld,
      pseudonymSecret: (order) => this.pseudonymSecret(order)
    })
  }

  as<Name extends EvidenceOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    return asked(this.evidence.handlers, () => who.actor)[name](input)
  }

  /** The keys of somebody, by their passphrase. */
  async keysOf(name: keyof OrdersSchool['holders']): Promise<PersonKeys> {
    const { row, person } = this.orders.holders[name]
    const opened = await openKeys(row, person.passphrase)
    if (!opened.ok) throw new Error(opened.failure.code)
    return opened.value
  }

  /** Whether a word stands anywhere in the files of the case file, in any of the ways in which it could. */
  async stands(word: string): Promise<boolean> {
    const { folder } = this.orders.flags.school
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name))
      if ([word, Buffer.from(word).toString('base64').slice(0, -4)].some((form) => bytes.includes(form)))
        return true
      if (bytes.includes(Buffer.from(word, 'utf16le'))) return true
    }
    return false
  }
}
