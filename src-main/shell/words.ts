/** What the desktop app was asked on its command line. Unknown words are Chromium's own and left alone. */
export interface Words {
  /** Data folder; null: NETZWART_DATA, else the system's place for it. */
  readonly data: string | null
  /** Straight into the demo school. */
  readonly demo: boolean
  /** Write a picture of the start screen to this file and quit; null: an ordinary start. */
  readonly screenshot: string | null
  /** The words of the command line after `--headless`; null: a window is wanted. */
  readonly commandLine: readonly string[] | null
}

/**
 * Reads the words after the executable.
 *
 * @param words `process.argv` without the executable and, in a checkout, without the app's folder
 */
export function readWords(words: readonly string[]): Words {
  const headless = words.indexOf('--headless')
  if (headless >= 0) {
    return { data: null, demo: false, screenshot: null, commandLine: words.slice(headless + 1) }
  }
  return {
    data: valueOf(words, '--data'),
    demo: words.includes('--demo'),
    screenshot: valueOf(words, '--screenshot'),
    commandLine: null
  }
}

function valueOf(words: readonly string[], name: string): string | null {
  const joined = words.find((word) => word.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const place = words.indexOf(name)
  return place < 0 ? null : (words[place + 1] ?? null)
}
