import type { Text } from '../../../contract/language'

export const dueTexts = {
  found: { de: 'Neue Hinweise von Daueranordnungen: {count}', en: 'New flags of standing orders: {count}' },
  grown: {
    de: 'Hinweise von Daueranordnungen, die gewachsen sind: {count}',
    en: 'Flags of standing orders that have grown: {count}'
  },
  expired: { de: 'Verfallene Hinweise: {count}', en: 'Expired flags: {count}' }
} as const satisfies Record<string, Text>
