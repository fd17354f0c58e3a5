import type { Text } from '../language'

export const planFailures = {} as const satisfies Record<string, Text>
