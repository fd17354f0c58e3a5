import type { Group } from '../../../contract/accounts'
import type { RosterNotice } from '../../../contract/rosterNotices'
import type { Pace } from './pace'
import { compareText, type RosterPerson } from './persons'

/** `10a`, `10 a`, `10.a`, `10-a`, `010a`, `10A`: a year and letters, in the ways that people write it. */
const yearAndLetters = /^0*(\d{1,2})(?:[ .\-–/]| [-–] )?(\p{L}{1,2})$/u

const shownSpellings = 5

/** What all spellings of one class have in common; null: the name is no year with letters. */
function commonForm(name: string): string | null {
  const parts = yearAndLetters.exec(name.trim())
  return parts === null ? null : `${parts[1] ?? ''}${(parts[2] ?? '').toLowerCase()}`
}

export interface SpelledRows {
  readonly rows: readonly RosterPerson[]
  /** How a class that the roster names is spelled. */
  readonly spell: (name: string) => string
  readonly notices: readonly RosterNotice[]
}

/**
 * Gives classes the spelling that the school has: the directory's; where it has none, the one that most rows have. Where
 * the directory itself has two spellings, they are two classes, and everything stays as it is written.
 *
 * @param fold see `PlanningInput.foldName`
 */
export async function spellClasses(
  rows: readonly RosterPerson[],
  groups: readonly Group[],
  fold: (name: string) => string,
  pace: Pace
): Promise<SpelledRows> {
  const spellings = await spellingsOf(rows, groups, fold, pace)
  const spell = (name: string): string => spellings.get(name) ?? name
  if (spellings.size === 0) return { rows, spell, notices: [] }
  const spelled: RosterPerson[] = []
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    const { classes } = row.entry
    const isSpelled = classes.some((name) => spellings.has(name))
    spelled.push(isSpelled ? row.withClasses(classes.map(spell)) : row)
  }
  const shown = [...spellings].slice(0, shownSpellings).map(([from, to]) => `${from} → ${to}`)
  const parameters = { count: spellings.size, spellings: shown.join(', ') }
  return { rows: spelled, spell, notices: [{ code: 'classesSpelled', parameters }] }
}

/** Spellings of the roster that another one takes the place of, sorted. */
async function spellingsOf(
  rows: readonly RosterPerson[],
  groups: readonly Group[],
  fold: (name: string) => string,
  pace: Pace
): Promise<ReadonlyMap<string, string>> {
  const counts = new Map<string, number>()
  for (const { entry } of rows) {
    if (pace.isDue()) await pace.rest()
    for (const name of entry.classes) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const there = new Map<string, string[]>()
  const existing = new Set<string>()
  for (const { name, isClass } of groups) {
    if (!isClass) continue
    existing.add(fold(name))
    add(there, commonForm(name), name)
  }
  const written = new Map<string, string[]>()
  for (const name of [...counts.keys()].sort(compareText)) add(written, commonForm(name), name)
  const spellings = new Map<string, string>()
  for (const [form, names] of written) {
    const known = there.get(form) ?? []
    if (known.length > 1) continue
    const [most = ''] = names.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
    const right = known[0] ?? most
    // What the directory takes for the same name is spelled by `ClassNames`.
    for (const name of names) if (!existing.has(fold(name)) && name !== right) spellings.set(name, right)
  }
  return spellings
}

function add(names: Map<string, string[]>, form: string | null, name: string): void {
  if (form === null) return
  const known = names.get(form)
  if (known === undefined) names.set(form, [name])
  else known.push(name)
}
