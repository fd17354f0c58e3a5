/** The one origin of the window. `file://` would give a page the right to read other files. */
export const scheme = 'app'
export const host = 'netzwart'
export const origin = `${scheme}://${host}`
/** Pages on their way to paper have an origin of their own and see nothing of the window's. */
export const printScheme = 'print'
export const startAddress = `${origin}/index.html`

/** Whether an address belongs to the app itself. Node's URL gives no origin for schemes of one's own. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === ''
}

/** The window has one page; its screens are told apart after the `#`. */
export function isStartAddress(address: string): boolean {
  return isOwnAddress(address) && new URL(address).pathname === new URL(startAddress).pathname
}
