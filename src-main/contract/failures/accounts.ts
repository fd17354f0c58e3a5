import type { Text } from '../language'

export const accountsFailures = {} as const satisfies Record<string, Text>
