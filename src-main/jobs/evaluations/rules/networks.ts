import { BlockList, isIP } from 'node:net'

/** A network of a rule: an address and how many of its first bits count. */
export interface Network {
  readonly address: string
  readonly prefix: number
}

/** Reads `10.0.0.0/8`, `2001:db8::/32` or a single address; null: it is no network. */
export function readNetwork(text: string): Network | null {
  const found = /^([0-9A-Fa-f:.]+)(?:\/(\d{1,3}))?$/.exec(text)
  const address = found?.[1] ?? ''
  const version = isIP(address)
  if (version === 0) return null
  const bits = version === 4 ? 32 : 128
  const prefix = found?.[2] === undefined ? bits : Number(found[2])
  return prefix > bits ? null : { address, prefix }
}

/**
 * What every address looks like; most texts end here, before they cost more. With a zone (fe80::1%eth0) it is an address, but
 * none that stands in a list.
 */
const addressLike = /^[0-9A-Fa-f:.]{2,45}$/

/** Whether a text is an address in any of several networks. An IPv4 address that is written as IPv6 is in both. */
export function networkTest(networks: readonly Network[]): (text: string) => boolean {
  const list = new BlockList()
  for (const { address, prefix } of networks) {
    list.addSubnet(address, prefix, isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return (text) => {
    if (!addressLike.test(text)) return false
    const version = isIP(text)
    return version !== 0 && list.check(text, version === 4 ? 'ipv4' : 'ipv6')
  }
}
