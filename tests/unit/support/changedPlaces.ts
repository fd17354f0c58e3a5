import fc from 'fast-check'

interface PlaceIn {
  readonly path: readonly string[]
  readonly value: unknown
}

/** Every place in a value, with the value there. */
export function placesIn(value: unknown, path: readonly string[] = []): PlaceIn[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name]))
      : []
  return path.length === 0 ? inner : [{ path, value }, ...inner]
}

/** The same value with something else in one place; `undefined` takes it out. */
export function changedAt<Value>(whole: Value, path: readonly string[], to: unknown): Value {
  const copy = structuredClone(whole)
  let at = copy as Record<string, unknown>
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  if (to === undefined) {
    if (Array.isArray(at)) at.splice(Number(last), 1)
    else Reflect.deleteProperty(at, last)
  } else at[last] = to
  return copy
}

export const somethingElse = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'netz-admins', 'kollege', 2, [], {}),
  fc.constantFrom<unknown>({ kind: 'none' }, { kind: 'forever' }, { group: 'netz-admins', member: true }),
  fc.boolean()
)
