/**
 * Settings that have become others meanwhile, with what somebody has entered: each field that they have left as it was
 * before is the new one.
 *
 * @param present as they are now
 * @param before what the person began with
 * @param entered what the person has made of it
 */
export function withEntries<Value>(present: Value, before: Value, entered: Value): Value {
  if (!isRecord(present) || !isRecord(before) || !isRecord(entered)) {
    return JSON.stringify(entered) === JSON.stringify(before) ? present : entered
  }
  const names = new Set([...Object.keys(present), ...Object.keys(entered)])
  const fields = [...names].map(
    (name) => [name, withEntries(present[name], before[name], entered[name])] as const
  )
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Value
}

/** Whether some field was changed here and elsewhere, each time to something else. */
export function isChangedByBoth(present: unknown, before: unknown, entered: unknown): boolean {
  if (!isRecord(present) || !isRecord(before) || !isRecord(entered)) {
    const [now, then, here] = [present, before, entered].map((value) => JSON.stringify(value))
    return now !== then && here !== then && now !== here
  }
  const names = new Set([present, before, entered].flatMap((value) => Object.keys(value)))
  return [...names].some((name) => isChangedByBoth(present[name], before[name], entered[name]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
