import type { Text } from '../language'

export const rosterFailures = {} as const satisfies Record<string, Text>
