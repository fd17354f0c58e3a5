import { stepOutcomes, type StepOutcome } from '../../../src-main/contract/plan'

/** Which steps of a plan are shown. Lives in the address of the screen. */
export interface StepFilters {
  readonly text: string
  readonly kind: string | null
  readonly schoolClass: string | null
  readonly outcome: StepOutcome | null
}

export const noFilters: StepFilters = { text: '', kind: null, schoolClass: null, outcome: null }

type QueryValue = string | null | undefined | readonly (string | null)[]

function single(value: QueryValue): string | null {
  return typeof value === 'string' ? value : null
}

/** Reads the filters from the address. The empty class is a class: steps without one. */
export function filtersFrom(query: Readonly<Record<string, QueryValue>>): StepFilters {
  const outcome = single(query['outcome'])
  return {
    text: single(query['text']) ?? '',
    kind: single(query['kind']),
    schoolClass: single(query['class']),
    outcome: stepOutcomes.find((candidate) => candidate === outcome) ?? null
  }
}

/** Writes the filters into the address, so that going back shows the same steps. */
export function addressOf({ text, kind, schoolClass, outcome }: StepFilters): Record<string, string> {
  return {
    ...(text === '' ? {} : { text }),
    ...(kind === null ? {} : { kind }),
    ...(schoolClass === null ? {} : { class: schoolClass }),
    ...(outcome === null ? {} : { outcome })
  }
}

export function isFiltered({ text, kind, schoolClass, outcome }: StepFilters): boolean {
  return text.trim() !== '' || kind !== null || schoolClass !== null || outcome !== null
}
