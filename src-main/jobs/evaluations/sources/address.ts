/**
 * The address of a server in one form, `https://logs.schule.example:19531`; null: it is none. Without encryption only a server of
 * this PC is asked (or the near end of a tunnel), since whole logs would cross the network in clear.
 */
export function logServerAddress(text: string): string | null {
  if (!/^https?:\/\/[^/?#@]+\/?$/.test(text) || !URL.canParse(text)) return null
  const { protocol, origin, hostname } = new URL(text)
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
  return protocol === 'https:' || isLoopback ? origin : null
}

/** How a server is named where its logs are spoken of: `logs.schule.example:19531`. */
export function logServerName(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
