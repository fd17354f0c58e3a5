import { clockOf, type Clock } from './clock'
import { sticky, withBytes, type Part, type Shape } from './template'

/** What is read of a line that Squid writes with a `logformat` of the school. */
export type SquidField =
  | 'seconds'
  | 'thousandths'
  | 'begin'
  | 'clock'
  | 'elapsed'
  | 'client'
  | 'mac'
  | 'user'
  | 'otherUser'
  | 'result'
  | 'status'
  | 'size'
  | 'method'
  | 'url'

/** How a value is protected against what stands in it. */
export type Encoding = '"' | '[' | '#' | '/' | "'" | ''

export interface SquidColumn {
  readonly field: SquidField | null
  readonly encoding: Encoding
  /** Only of `clock`. */
  readonly clock: Clock | null
  /** The longest value that is written whole; null: every one. */
  readonly most: number | null
}

export interface ParsedLogformat {
  readonly parts: readonly Part[]
  /** Columns by their place among the parts. */
  readonly columns: ReadonlyMap<number, SquidColumn>
}

const number: Shape = { end: sticky(/-?\d{1,19}|-/y), excludes: '' }
const digits: Shape = { end: sticky(/\d{1,19}/y), excludes: '' }
const instant: Shape = { end: sticky(/\d{1,12}\.\d{1,6}/y), excludes: '' }
const word: Shape = { excludes: ' ' }
const text: Shape = { excludes: '' }
/** What `"` leaves out of a value, where it does not stand behind a backslash. */
const quotedText: Shape = { excludes: '"', escapes: true }
const bracketText: Shape = { excludes: '[]' }
const percentText: Shape = { excludes: ' "<>[]{}|^`\\' }

/** Codes whose values are numbers, one word, or free text (the default), beside what is read of them. */
const codes: Readonly<Record<string, readonly [SquidField | null, Shape]>> = {
  ...{ ts: ['seconds', digits], tu: ['thousandths', digits], tS: ['begin', instant] },
  ...{ tl: ['clock', text], tg: ['clock', text], tr: ['elapsed', number], dt: [null, number] },
  ...{ '>a': ['client', word], '>A': [null, word], '>p': [null, number], '>eui': ['mac', word] },
  ...{ '>la': [null, word], '>lp': [null, number], la: [null, word], lp: [null, number] },
  ...{
    '<a': [null, word],
    '<A': [null, word],
    '<p': [null, number],
    '<la': [null, word],
    '<lp': [null, number]
  },
  ...{ un: ['user', text], ul: ['user', text] },
  ...{ ui: ['otherUser', text], ue: ['otherUser', text], us: ['otherUser', text] },
  ...{ Hs: ['status', number], '>Hs': ['status', number], '<Hs': [null, number] },
  ...{
    rm: ['method', word],
    '>rm': ['method', word],
    '<rm': [null, word],
    rv: [null, word],
    '>rv': [null, word]
  },
  ...{ ru: ['url', text], '>ru': ['url', text], '<ru': [null, text] },
  ...{ Ss: ['result', word], Sh: [null, word], sn: [null, number], err_code: [null, word] },
  ...{
    '<st': ['size', number],
    st: [null, number],
    '>st': [null, number],
    '<sh': [null, number],
    '>sh': [null, number]
  },
  ...{
    '<sH': [null, number],
    '<sS': [null, number],
    '<bs': [null, number],
    '<pt': [null, number],
    '<tt': [null, number]
  }
}

/** `%`, how it is protected, alignment, width, argument, code, argument. */
const codeForm =
  /%(["[#'/]?)(-?)(0?)(\d*)(?:\.(\d+))?(?:\{([^}]*)\})?((?:[a-z]+::)?[<>]?[A-Za-z_]+)(?:\{([^}]*)\})?/y

/** What Debian's and other files write before the format itself. */
const directive = /^logformat[ \t]+\S+[ \t]+/

/**
 * Reads Squid's `logformat`: codes with their encoding, width and argument. What an unknown code writes is nothing that is read. null:
 * it is none.
 */
export function parsedLogformat(logformat: string): ParsedLogformat | null {
  const source = logformat.trim().replace(directive, '')
  const parts: Part[] = []
  const columns = new Map<number, SquidColumn>()
  let words = ''
  const endWords = (): void => {
    if (words !== '') parts.push({ literal: words })
    words = ''
  }
  let at = 0
  while (at < source.length) {
    if (source.charAt(at) !== '%' || source.startsWith('%%', at)) {
      words += source.charAt(at)
      at += source.charAt(at) === '%' ? 2 : 1
      continue
    }
    codeForm.lastIndex = at
    const found = codeForm.exec(source)
    if (found === null) return null
    const [, encoding = '', left = '', , width = '', most, argument, code = ''] = found
    const known = knownCode(code)
    at += found[0].length - (found[8] === undefined ? known.left : 0)
    endWords()
    const column = columnOf(known.name, argument ?? found[8], encoding as Encoding, most)
    columns.set(parts.length, column)
    parts.push({
      name: column.field,
      shape: shapeOf(known.name, column, { isLeft: left !== '', width: Number(width) })
    })
  }
  endWords()
  return { parts: withBytes(parts), columns }
}

/** The longest known code that the letters begin with; `left`: letters behind it. Unknown ones are one code. */
function knownCode(letters: string): { readonly name: string; readonly left: number } {
  const bare = letters.replace(/^http::/, '')
  for (let length = bare.length; length > 0; length--) {
    const name = bare.slice(0, length)
    if (Object.hasOwn(codes, name)) return { name, left: bare.length - length }
  }
  return { name: bare, left: 0 }
}

function columnOf(
  code: string,
  argument: string | undefined,
  encoding: Encoding,
  most: string | undefined
): SquidColumn {
  const [field] = codes[code] ?? [null]
  const clock =
    field === 'clock' ? clockOf(argument ?? '%d/%b/%Y:%H:%M:%S %z', code === 'tg' ? 'UTC' : 'unknown') : null
  return {
    field: field === 'clock' && clock === null ? null : field,
    encoding,
    clock,
    most: most === undefined ? null : Number(most)
  }
}

interface Filling {
  readonly isLeft: boolean
  readonly width: number
}

function shapeOf(code: string, { encoding, clock }: SquidColumn, { isLeft, width }: Filling): Shape {
  if (clock !== null) return { end: sticky(clock.form), excludes: '' }
  const [, shape = text] = codes[code] ?? []
  if (shape.end !== undefined) return width > 0 ? filled(shape.end, width, isLeft) : shape
  if (shape === word) return width > 0 ? filled(shortWord, width, isLeft) : word
  if (encoding === '"') return quotedText
  if (encoding === '[') return bracketText
  return encoding === '#' && width === 0 ? percentText : text
}

const shortWord = sticky(/[\w.:-]{1,300}/y)

/** A column whose value is filled up with spaces to its width, before it or behind it. */
function filled(end: NonNullable<Shape['end']>, width: number, isLeft: boolean): Shape {
  return {
    excludes: '',
    end(bytes, from) {
      let begin = from
      while (!isLeft && begin < from + width && bytes.charCodeAt(begin) === 32) begin++
      const valueEnd = end(bytes, begin)
      if (valueEnd < 0) return -1
      const until = Math.max(valueEnd, from + width)
      if (!isLeft) return valueEnd === until && (begin === from || until === from + width) ? until : -1
      return bytes.slice(valueEnd, until) === ' '.repeat(until - valueEnd) ? until : -1
    }
  }
}
