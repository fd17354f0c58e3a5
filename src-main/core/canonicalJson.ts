import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): equal values give equal text, whatever the order of their properties. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}
