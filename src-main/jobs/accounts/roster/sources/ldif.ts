import { isUtf8 } from 'node:buffer'
import { fail, succeed, type Result } from '../../../../contract/result'
import type { RosterNotice } from '../../../../contract/rosterNotices'
import type { Breath } from '../../../../core/cooperation'
import { rosterLimits } from '../limits'
import { LineSplitter, type Line } from '../lines'
import type { RosterFile } from '../types'
import { MadeTable, type ReadSource } from './madeTable'

interface Entry {
  readonly line: number
  /** By the attribute's name in lower case. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

const personClasses = new Set([
  'person',
  'organizationalperson',
  'inetorgperson',
  'user',
  'posixaccount',
  'ucsschoolstudent',
  'ucsschoolteacher',
  'ucsschoolstaff'
])
/** What nobody needs to see and no roster needs: it is named as not read, its value is not kept. */
const secret = /password|pwd|krb5?(?:key|principalkey)|secret|privatekey|lmhash|nthash/iu
const unreadable = '…'

export function isLdif(file: RosterFile): boolean {
  if (/\.ldif?$/iu.test(file.name)) return true
  const beginning = Buffer.from(file.bytes.subarray(0, 4096)).toString('latin1')
  const lines = beginning.split(/\r?\n/u).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return (
    /^version: *1\s*$/u.test(lines[0] ?? '') ||
    (/^dn::? /u.test(lines[0] ?? '') && /^[\w;-]+::? /u.test(lines[1] ?? ''))
  )
}

/**
 * The entries of an LDIF (RFC 2849) as a table, one column for each attribute: folded lines, comments, base64, attribute
 * options. References to other files (`:<`) are never followed. Entries that are no persons (groups, computers, folders) are
 * counted and left out.
 *
 * Fails with `roster.changesOnly` for an LDIF of changes, `roster.ldifDamaged`, `roster.tooManyRows`.
 */
export async function readLdif(file: RosterFile, breath: Breath): Promise<Result<ReadSource>> {
  const entries: Entry[] = []
  const columns = new Map<string, string>()
  let others = 0
  for (const lines of entryLines(file.bytes)) {
    await breath()
    const entry = readEntry(lines, columns)
    if (entry === null) return fail('roster.ldifDamaged', { file: file.name, line: lines[0]?.number ?? 0 })
    if (entry === 'nothing') continue
    const change = entry.values.get('changetype')?.[0]?.toLowerCase()
    if (change !== undefined && change !== 'add') return fail('roster.changesOnly', { file: file.name })
    if (!isPerson(entry)) {
      others += 1
      continue
    }
    if (entries.length >= rosterLimits.rows)
      return fail('roster.tooManyRows', { file: file.name, limit: rosterLimits.rows })
    entries.push(entry)
  }
  if (columns.size > rosterLimits.columns)
    return fail('roster.tooManyColumns', { file: file.name, limit: rosterLimits.columns })
  const table = new MadeTable()
  const names = [...columns.keys()]
  table.add(1, [...columns.values()])
  for (const { line, values } of entries)
    table.add(
      line,
      names.map((name) => (values.get(name) ?? []).join(', '))
    )
  const notices: RosterNotice[] = others === 0 ? [] : [{ code: 'notPersons', parameters: { count: others } }]
  return succeed({ file: table.toFile(file.name), notices })
}

/** The unfolded lines of each entry, comments left out. */
function* entryLines(bytes: Uint8Array): Generator<Line[]> {
  let open: Line[] = []
  const splitter = new LineSplitter()
  const decoder = new TextDecoder('utf-8')
  const size = 64 * 1024
  for (let start = 0; start < bytes.length; start += size) {
    yield* take(splitter.push(decoder.decode(bytes.subarray(start, start + size), { stream: true })))
  }
  yield* take([...splitter.push(decoder.decode()), ...splitter.end()])
  if (open.length > 0) yield unfolded(open)

  function* take(lines: readonly Line[]): Generator<Line[]> {
    for (const line of lines) {
      if (line.text.trim() !== '') open.push(line)
      else if (open.length > 0) {
        yield unfolded(open)
        open = []
      }
    }
  }
}

function unfolded(lines: readonly Line[]): Line[] {
  const whole: { number: number; tooLong: boolean; parts: string[] }[] = []
  for (const { number, text, tooLong } of lines) {
    const last = whole.at(-1)
    if (text.startsWith(' ') && last !== undefined) last.parts.push(text.slice(1))
    else whole.push({ number, tooLong, parts: [text] })
  }
  return whole
    .map(({ number, tooLong, parts }) => ({ number, tooLong, text: parts.join('') }))
    .filter(({ text }) => !text.startsWith('#'))
}

/** null: a line is no attribute, or nothing says whose they are. `nothing`: only comments and the version stand there. */
function readEntry(lines: readonly Line[], columns: Map<string, string>): Entry | 'nothing' | null {
  const values = new Map<string, string[]>()
  let begin = 0
  for (const { number, text, tooLong } of lines) {
    // A picture may be long; its beginning is enough to know that it is not read.
    const match = /^([A-Za-z][\w.-]*)(?:;[\w;=-]*)?:([:<]?) *(.*)$/su.exec(text)
    if (match === null) return null
    const [, name = '', mark, value = ''] = match
    const key = name.toLowerCase()
    if (key === 'version' && values.size === 0) continue
    if (begin === 0) begin = number
    if (!columns.has(key)) columns.set(key, name)
    const known = values.get(key) ?? []
    values.set(key, [
      ...known,
      tooLong || secret.test(name) || mark === '<' ? unreadable : valueOf(key, plain(value, mark === ':'))
    ])
  }
  // How `ldapsearch` ends what it writes.
  if (values.size === 0 || (!values.has('dn') && values.has('search'))) return 'nothing'
  return values.has('dn') ? { line: begin, values } : null
}

/** UCS@school writes `student:school:NAME` for the role of a pupil. */
function valueOf(key: string, value: string): string {
  return key === 'ucsschoolrole' ? (value.split(':', 1)[0] ?? value) : value
}

function plain(value: string, isBase64: boolean): string {
  if (!isBase64) return value
  const bytes = Buffer.from(value, 'base64')
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : unreadable
}

function isPerson({ values }: Entry): boolean {
  const classes = (values.get('objectclass') ?? []).map((name) => name.toLowerCase())
  if (classes.includes('computer')) return false
  // Exports of chosen attributes may lack it.
  if (classes.length === 0) return values.has('sn') || values.has('givenname')
  return classes.some((name) => personClasses.has(name))
}
