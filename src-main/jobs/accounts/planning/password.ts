import { randomInt } from 'node:crypto'

/** A readable provisional password (P4). Published signature; the content follows. */
export function provisionalPassword(
  length: number,
  avoid: readonly string[] = [],
  random: (exclusiveMaximum: number) => number = randomInt
): string {
  return `${'x'.repeat(length)}${String(avoid.length)}${String(random(2))}`
}
