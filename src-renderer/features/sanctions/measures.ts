import { moduleIds, type ModuleGroups, type ModuleId } from '../../../src-main/contract/modules'
import type { Measure } from '../../../src-main/contract/sanctions'
import { addDays } from '../../shared/i18n/format'

/** Days that a measure lasts when it is chosen and nobody has said otherwise. */
const usualDays = 14

/** A measure that has a term. */
export type TimedMeasure = Exclude<Measure, { kind: 'warning' }>

/** Which measure: its kind, and the module where it is one. */
export type MeasureKey = 'warning' | 'suspension' | ModuleId

export function keyOf(measure: Measure): MeasureKey {
  return measure.kind === 'moduleRefusal' ? measure.module : measure.kind
}

/** The chosen measure of this key. A day that is not filled in yet is the empty string. */
export function chosen(measures: readonly Measure[], key: MeasureKey): Measure | undefined {
  return measures.find((measure) => keyOf(measure) === key)
}

/** In the order of the editor, so that the same choice always gives the same list. */
function ordered(measures: readonly Measure[]): Measure[] {
  const order: readonly MeasureKey[] = ['warning', 'suspension', ...moduleIds]
  return measures.toSorted((left, right) => order.indexOf(keyOf(left)) - order.indexOf(keyOf(right)))
}

/** Adds the measure, with the term that was chosen last, or takes it away. `today` is `YYYY-MM-DD`. */
export function toggled(measures: readonly Measure[], key: MeasureKey, today: string): Measure[] {
  const others = measures.filter((measure) => keyOf(measure) !== key)
  if (others.length < measures.length) return others
  return ordered([...others, newMeasure(key, usualTerm(measures, today))])
}

function usualTerm(measures: readonly Measure[], today: string): string | null {
  const last = measures.findLast((measure) => measure.kind !== 'warning')
  return last === undefined ? addDays(today, usualDays) : last.until
}

function newMeasure(key: MeasureKey, until: string | null): Measure {
  if (key === 'warning') return { kind: key }
  return key === 'suspension' ? { kind: key, until } : { kind: 'moduleRefusal', module: key, until }
}

/** The same list with another term for one measure; null: for good. */
export function withTerm(measures: readonly Measure[], key: MeasureKey, until: string | null): Measure[] {
  return measures.map((measure) =>
    keyOf(measure) === key && measure.kind !== 'warning' ? { ...measure, until } : measure
  )
}

/** The last term of a measure that is no day after today. */
export function isTermValid({ until }: TimedMeasure, today: string): boolean {
  return until === null || (/^\d{4}-\d\d-\d\d$/.test(until) && until > today)
}

/** Whether they can be proposed: at least one, each with a term that lies ahead. */
export function areComplete(measures: readonly Measure[], today: string): boolean {
  return (
    measures.length > 0 &&
    measures.every((measure) => measure.kind === 'warning' || isTermValid(measure, today))
  )
}

/** Whether two lists say the same, in whatever order. */
export function sameMeasures(left: readonly Measure[], right: readonly Measure[]): boolean {
  const text = (measures: readonly Measure[]): string =>
    JSON.stringify(
      ordered(measures).map((measure) => [keyOf(measure), measure.kind === 'warning' ? null : measure.until])
    )
  return text(left) === text(right)
}

/** The modules that can be refused: those with a group, and those that are chosen already. */
export function refusableModules(groups: ModuleGroups, measures: readonly Measure[]): ModuleId[] {
  return moduleIds.filter((id) => (groups[id] ?? '') !== '' || chosen(measures, id) !== undefined)
}
