const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A JSON object of which only texts and objects are asked; whatever else stands there is no answer. */
export interface JsonObject {
  /** Empty: there is none, or it is no text. */
  text(key: string): string
  object(key: string): JsonObject | null
  value(key: string): unknown
}

/** null: no valid UTF-8, no JSON, or no object. */
export function jsonObjectOf(bytes: string): JsonObject | null {
  try {
    return wrap(JSON.parse(utf8.decode(Buffer.from(bytes, 'latin1'))))
  } catch {
    return null
  }
}

function wrap(value: unknown): JsonObject | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const members = new Map<string, unknown>(Object.entries(value))
  return {
    value: (key) => members.get(key),
    text(key) {
      const member = members.get(key)
      return typeof member === 'string' ? member : ''
    },
    object: (key) => wrap(members.get(key))
  }
}
