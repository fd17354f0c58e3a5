import type { Text } from '../language'

export const storeFailures = {} as const satisfies Record<string, Text>
