/*
 * [Note: words that the packaged app starts with]
 * Chromium takes orders on the command line: to open a port through which another program reads and changes the page,
 * to send everything through a proxy, to write down what is sent, to start its parts inside another program. Nobody
 * needs that at a school's PC, and a changed shortcut would be enough. The list says what is allowed, since nobody
 * keeps up with what a new Chromium understands. In a checkout everything is allowed: tests drive the app this way.
 */

/** The app's own words, and what makes a window come up on this system at all. */
const allowed: ReadonlySet<string> = new Set([
  'data',
  'demo',
  'screenshot',
  'headless',
  'no-sandbox',
  'disable-gpu',
  'disable-gpu-sandbox',
  'disable-dev-shm-usage',
  'disable-setuid-sandbox',
  'force-device-scale-factor',
  'gtk-version',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
  'enable-wayland-ime'
])

/** Behind `--headless` stand the command line's own words; Chromium reads them all the same. */
const neverAllowed =
  /^(?:remote-|inspect|debug|js-flags|load-extension|.*-(?:launcher|cmd-prefix)$|browser-subprocess-path)/

/** How macOS itself calls an app that is opened by a click. */
const fromSystem = /^-(?:psn_|Apple|NS)/

/**
 * The first word that the packaged app does not start with; null: it starts.
 *
 * @param words `process.argv` without the executable
 */
export function refusedWord(words: readonly string[], platform: NodeJS.Platform): string | null {
  const end = words.indexOf('--')
  const read = end < 0 ? words : words.slice(0, end)
  const headless = read.indexOf('--headless')
  const refused = read.find((word, place) => {
    const name = switchOf(word, platform)
    if (name === null || (platform === 'darwin' && fromSystem.test(word))) return false
    return headless >= 0 && place > headless ? neverAllowed.test(name) : !allowed.has(name)
  })
  return refused === undefined ? null : (refused.trim().split('=', 1)[0] ?? refused)
}

/**
 * As Chromium reads it: one dash or two, blanks around it do not count, on Windows a slash and any case, too; null: no
 * switch.
 */
function switchOf(word: string, platform: NodeJS.Platform): string | null {
  const match = (platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(word.trim())
  const name = match?.[1] ?? null
  return platform === 'win32' ? (name?.toLowerCase() ?? null) : name
}
