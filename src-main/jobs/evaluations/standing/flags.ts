import { randomUUID } from 'node:crypto'
import { mostPseudonyms, type FoundMatter } from '../../../contract/foundMatter'
import { draft, type Draft } from '../../../core/ledger'
import { subjectOf as flagSubject } from '../flags/course'
import type { LogMatter } from './logRun'
import { matterKey } from './rules'

/** A flag of a standing order that is open. */
export interface OpenFlag {
  readonly id: string
  readonly matter: FoundMatter
}

/** So many open flags a rule has at the most; what it finds beside them is one more. */
const mostOpenFlags = 10

interface Growing {
  readonly id: string
  readonly isNew: boolean
  matter: FoundMatter
}

/**
 * What is said of what a run has found: the same matter is one flag that grows, as long as it is open, and a rule that finds very many
 * matters floods nobody.
 */
export function draftsOf(
  standingOrder: string,
  run: string,
  matters: readonly LogMatter[],
  open: readonly OpenFlag[]
): readonly Draft[] {
  const flags = new Map<string, Growing>()
  const openOf = new Map<string, number>()
  for (const { id, matter } of open) {
    flags.set(keyOf(matter), { id, isNew: false, matter })
    openOf.set(matter.rule, (openOf.get(matter.rule) ?? 0) + 1)
  }
  const changed = new Set<Growing>()
  for (const found of matters) {
    const asOne: FoundMatter = { ...toldOf(found), matters: 'one' }
    const isRoom = (openOf.get(found.rule) ?? 0) < mostOpenFlags
    const matter: FoundMatter = flags.has(keyOf(asOne)) || isRoom ? asOne : { ...asOne, matters: 'many' }
    const known = flags.get(keyOf(matter))
    const flag = known ?? { id: randomUUID(), isNew: true, matter }
    if (known === undefined) {
      flags.set(keyOf(matter), flag)
      openOf.set(found.rule, (openOf.get(found.rule) ?? 0) + 1)
    } else flag.matter = together(flag.matter, matter)
    changed.add(flag)
  }
  return [...changed].map(({ id, isNew, matter }) =>
    isNew
      ? draft('flag.found', flagSubject(id), { flag: id, standingOrder, run }, matter)
      : draft('flag.grown', flagSubject(id), { flag: id, run }, matter)
  )
}

function keyOf({ rule, pseudonyms, matters }: FoundMatter): string {
  return matters === 'many' ? `${rule} many` : matterKey(rule, pseudonyms)
}

function toldOf({ rule, count, pseudonyms, from, until }: LogMatter): Omit<FoundMatter, 'matters'> {
  const instantOf = (at: number): string => new Date(at).toISOString()
  return { rule, count, pseudonyms: [...pseudonyms], from: instantOf(from), until: instantOf(until) }
}

function together(one: FoundMatter, other: FoundMatter): FoundMatter {
  return {
    ...one,
    count: one.count + other.count,
    from: one.from < other.from ? one.from : other.from,
    until: one.until > other.until ? one.until : other.until,
    pseudonyms: [...new Set([...one.pseudonyms, ...other.pseudonyms])].slice(0, mostPseudonyms)
  }
}
