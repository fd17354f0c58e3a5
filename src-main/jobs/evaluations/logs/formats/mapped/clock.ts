import { isoTime, type KnownTime } from '../times'

/** How somebody writes the time. */
export interface Clock {
  /** What a time looks like; sticky, without a border of its own. */
  readonly form: RegExp
  /** null: no such time. `timing`: of one moment, local unless the zone is written. */
  read(text: string): KnownTime | null
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Directives of strftime in the C locale, by what they look like; `%f` is a part of a second, as Python writes it. */
const directives: Readonly<Record<string, string>> = {
  Y: String.raw`(?<Y>\d{4})`,
  m: String.raw`(?<m>\d\d)`,
  d: String.raw`(?<d>\d\d)`,
  e: String.raw`(?<d>[ \d]\d)`,
  b: `(?<b>${months.join('|')})`,
  h: `(?<b>${months.join('|')})`,
  H: String.raw`(?<H>\d\d)`,
  M: String.raw`(?<M>\d\d)`,
  S: String.raw`(?<S>\d\d)`,
  z: String.raw`(?<z>[+-]\d\d:?\d\d|Z)`,
  s: String.raw`(?<s>\d{1,12})`,
  f: String.raw`(?<f>\d{1,9})`,
  a: '[A-Z][a-z]{2}',
  j: String.raw`\d{3}`,
  '%': '%'
}
const shorthands: Readonly<Record<string, string>> = { T: '%H:%M:%S', F: '%Y-%m-%d', R: '%H:%M' }

/**
 * The clock of a pattern of strftime (`%d/%b/%Y:%H:%M:%S %z`); null: it does not say day and time without doubt (`%y`, `%p` and
 * the names of zones are not guessed), or it has something twice.
 *
 * @param zone what a time is that names no zone
 */
export function clockOf(pattern: string, zone: 'UTC' | 'unknown' = 'unknown'): Clock | null {
  const spelled = pattern.replaceAll(/%([TFR])/g, (_, letter: string) => shorthands[letter] ?? '')
  let source = ''
  for (const [piece = '', letter] of spelled.matchAll(/%([^])|[^%]|%$/g)) {
    if (letter === undefined && piece === '%') return null
    const written = letter === undefined ? literal(piece) : directives[letter]
    if (written === undefined) return null
    source += written
  }
  const form = compiled(source)
  const has = (name: string): boolean => source.includes(`(?<${name}>`)
  const isWhole = ['Y', 'd', 'H', 'M'].every(has) && (has('m') || has('b'))
  if (form === null || !(isWhole || has('s'))) return null
  return {
    form,
    read(text) {
      form.lastIndex = 0
      const found = form.exec(text)
      if (found?.[0].length !== text.length) return null
      const { Y = '', m, d = '', b = '', H = '', M = '', S = '00', f, z, s } = found.groups ?? {}
      if (s !== undefined) return isoTime(new Date(Number(s) * 1000).toISOString())
      const fraction = f === undefined ? '' : `.${f}`
      const month = m ?? String(months.indexOf(b) + 1).padStart(2, '0')
      const ending = z ?? (zone === 'UTC' ? 'Z' : '')
      return isoTime(`${Y}-${month}-${d.replace(' ', '0')} ${H}:${M}:${S}${fraction}${ending}`)
    }
  }
}

function literal(character: string): string {
  return character.replace(/[$()*+./?[\\\]^{|}-]/, String.raw`\$&`)
}

/** null: a name stands twice in it. */
function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source, 'y')
  } catch {
    return null
  }
}
