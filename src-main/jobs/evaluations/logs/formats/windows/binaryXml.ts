import { textOfValue, valueTypes } from './binaryValues'

/**
 * [Note: binary XML]
 *
 * Each record of an EVTX file is XML in a binary form, mostly as a template and the values that belong into it. Templates and names
 * stand once in a chunk of 64 KiB, and records refer to them by their place in it. Layout: "Windows XML Event Log (EVTX) format" of
 * libevtx (https://github.com/libyal/libevtx/tree/main/documentation) and [MS-EVEN6] 2.2.12 to 2.2.19.
 *
 * Lengths and places in the file are believed by nobody: every read is inside the chunk, and the work on one chunk is bounded by
 * a budget, as records of a damaged or made file may all point at the same large thing.
 */

/** Tokens; those with attributes, or with more to follow, have `more` set. */
const token = {
  endOfStream: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  text: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  characterReference: 0x08,
  entityReference: 0x09,
  instructionTarget: 0x0a,
  instructionData: 0x0b,
  template: 0x0c,
  value: 0x0d,
  optionalValue: 0x0e,
  fragment: 0x0f
} as const
const more = 0x40

/** Steps on one chunk; a real one of small records takes about 40,000. */
const mostSteps = 400_000
/** Bytes of values that are made text of one chunk. */
const mostTextBytes = 4_194_304
const deepestElement = 64
const deepestFragment = 4

/** Thrown where bytes are no binary XML, or more work than any real chunk is. */
export class Malformed extends Error {}

/** Text, or the number of the value that belongs there. */
type Part = string | number

/** Something that can hold text: the content of an element, or in `<System>` one of its attributes, too. */
interface Leaf {
  /** Where it stands in `<System>`; null: elsewhere. */
  readonly system: SystemName | null
  readonly element: string
  /** What stands in the attribute `Name` of the element; empty: it has none. */
  readonly label: readonly Part[]
  readonly parts: readonly Part[]
}

interface OpenElement {
  readonly name: string
  readonly label: Part[]
  readonly parts: Part[]
}

interface Value {
  readonly type: number
  readonly from: number
  readonly size: number
}

/** What is read of `<System>`: contents of elements, and attributes behind an `@`. */
const systemNames = ['EventID', 'Provider@Name', 'TimeCreated@SystemTime', 'Channel', 'Computer'] as const
export type SystemName = (typeof systemNames)[number]

/** Who takes what stands in a record, in the order in which it stands there. */
export interface ContentTaker {
  /** Of `<System>`: what is read of it, and the text. The id of the event comes first. */
  system(name: SystemName, text: string): void
  /** Whether anything but the id is asked for. */
  wantsMore(): boolean
  /** `label`: of its attribute `Name`, else the name of the element. */
  dataItem(label: string, text: string): void
}

/** Reads the records of one chunk. */
export class BinaryXml {
  private readonly templates = new Map<number, readonly Leaf[]>()
  private readonly names = new Map<number, string>()
  private steps = 0
  private textBytes = 0

  /** @param bytes a chunk, or as much of it as there is */
  constructor(private readonly bytes: Buffer) {}

  /** @throws Malformed */
  read(from: number, until: number, taker: ContentTaker): void {
    if (until > this.bytes.length) throw new Malformed()
    this.readFragment(from, until, taker, 0)
  }

  private readFragment(from: number, until: number, taker: ContentTaker, depth: number): void {
    if (depth > deepestFragment) throw new Malformed()
    let at = from
    while (at < until) {
      this.step()
      const found = this.byte(at)
      if (found === token.fragment) at += 4
      else if (found === token.template) {
        const { leaves, behind } = this.template(at)
        const values = this.values(behind, until)
        this.tell(leaves, values, taker, depth)
        return
      } else if ((found & ~more) === token.openElement) {
        const scan = new ElementScan(this, at, depth > 0)
        this.tell(scan.leaves, [], taker, depth)
        at = scan.at
      } else return
    }
  }

  /** A template and where its values begin. */
  private template(at: number): { readonly leaves: readonly Leaf[]; readonly behind: number } {
    const place = this.u32(at + 6)
    const isHere = place === at + 10
    const size = this.u32(place + 20)
    const content = place + 24
    const known = this.templates.get(place)
    const leaves = known ?? new ElementScan(this, content, false).leaves
    this.templates.set(place, leaves)
    return { leaves, behind: isHere ? content + size : at + 10 }
  }

  private values(at: number, until: number): readonly Value[] {
    const count = this.u32(at)
    let from = at + 4 + count * 4
    if (from > until) throw new Malformed()
    const values: Value[] = []
    for (let index = 0; index < count; index++) {
      this.step()
      const size = this.u16(at + 4 + index * 4)
      values.push({ type: this.byte(at + 6 + index * 4), from, size })
      from += size
    }
    if (from > until) throw new Malformed()
    return values
  }

  private tell(leaves: readonly Leaf[], values: readonly Value[], taker: ContentTaker, depth: number): void {
    for (const { system, element, label, parts } of leaves) {
      this.step()
      if (system !== 'EventID' && !taker.wantsMore()) return
      if (system !== null) {
        taker.system(system, this.join(parts, values))
        continue
      }
      const inside = parts.length === 1 && typeof parts[0] === 'number' ? values[parts[0]] : undefined
      if (inside?.type === valueTypes.binaryXml) {
        this.readFragment(inside.from, inside.from + inside.size, taker, depth + 1)
      } else {
        const name = label.length === 0 ? element : this.join(label, values)
        taker.dataItem(name, this.join(parts, values))
      }
    }
  }

  private join(parts: readonly Part[], values: readonly Value[]): string {
    let text = ''
    for (const part of parts) {
      if (typeof part === 'string') text += part
      else {
        const value = values[part]
        if (value === undefined) throw new Malformed()
        this.textBytes += value.size
        if (this.textBytes > mostTextBytes) throw new Malformed()
        text += textOfValue(this.bytes, value.type, value.from, value.size)
      }
    }
    return text
  }

  /** A name and how long it is where it stands; most stand elsewhere in the chunk. */
  name(at: number): { readonly name: string; readonly behind: number } {
    const place = this.u32(at)
    const length = this.u16(place + 6)
    const known = this.names.get(place)
    const name = known ?? this.characters(place + 8, length)
    this.names.set(place, name)
    return { name, behind: place === at + 4 ? place + 8 + length * 2 + 2 : at + 4 }
  }

  characters(from: number, length: number): string {
    if (from + length * 2 > this.bytes.length) throw new Malformed()
    this.textBytes += length * 2
    if (this.textBytes > mostTextBytes) throw new Malformed()
    return this.bytes.toString('utf16le', from, from + length * 2)
  }

  step(): void {
    if (++this.steps > mostSteps) throw new Malformed()
  }

  byte(at: number): number {
    const byte = this.bytes[at]
    if (byte === undefined) throw new Malformed()
    return byte
  }

  u16(at: number): number {
    return this.byte(at) | (this.byte(at + 1) << 8)
  }

  u32(at: number): number {
    return this.u16(at) + this.u16(at + 2) * 65_536
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads an element with everything in it, once for all records that use it as a template. */
class ElementScan {
  readonly leaves: Leaf[] = []
  private readonly open: OpenElement[] = []
  /** Parts of the attribute that is being read; null: none is. */
  private attribute: { readonly name: string; readonly parts: Part[] } | null = null

  /**
   * @param isValue it is the value of a template and lacks the number of the value on which elements of templates depend
   */
  constructor(
    private readonly xml: BinaryXml,
    public at: number,
    private readonly isValue: boolean
  ) {
    while (this.next());
  }

  /** @returns whether there is more. */
  private next(): boolean {
    const { xml } = this
    xml.step()
    const found = xml.byte(this.at)
    switch (found & ~more) {
      case token.fragment:
        this.at += 4
        return true
      case token.openElement:
        this.openElement((found & more) !== 0)
        return true
      case token.closeStart:
        this.endAttribute()
        this.at += 1
        return true
      case token.closeEmpty:
      case token.endElement:
        this.endAttribute()
        this.endElement()
        this.at += 1
        return this.open.length > 0
      case token.attribute: {
        this.endAttribute()
        const { name, behind } = xml.name(this.at + 1)
        this.attribute = { name, parts: [] }
        this.at = behind
        return true
      }
      case token.text: {
        const length = xml.u16(this.at + 2)
        this.add(xml.characters(this.at + 4, length))
        this.at += 4 + length * 2
        return true
      }
      case token.cdata: {
        const length = xml.u16(this.at + 1)
        this.add(xml.characters(this.at + 3, length))
        this.at += 3 + length * 2
        return true
      }
      case token.characterReference:
        this.add(String.fromCharCode(xml.u16(this.at + 1)))
        this.at += 3
        return true
      case token.entityReference: {
        const { name, behind } = xml.name(this.at + 1)
        this.add(entities[name] ?? '')
        this.at = behind
        return true
      }
      case token.instructionTarget:
        this.at = xml.name(this.at + 1).behind
        return true
      case token.instructionData:
        this.at += 3 + xml.u16(this.at + 1) * 2
        return true
      case token.value:
      case token.optionalValue:
        this.add(xml.u16(this.at + 1))
        this.at += 4
        return true
      case token.endOfStream:
        return false
      default:
        throw new Malformed()
    }
  }

  private openElement(hasAttributes: boolean): void {
    // The number of a value on which the element depends, and its length.
    const named = this.xml.name(this.at + (this.isValue ? 5 : 7))
    if (this.open.length >= deepestElement) throw new Malformed()
    this.open.push({ name: named.name, label: [], parts: [] })
    this.at = named.behind + (hasAttributes ? 4 : 0)
  }

  private add(part: Part): void {
    const parts = this.attribute === null ? this.open.at(-1)?.parts : this.attribute.parts
    if (parts === undefined) throw new Malformed()
    parts.push(part)
  }

  private endAttribute(): void {
    const { attribute } = this
    const element = this.open.at(-1)
    this.attribute = null
    if (attribute === null) return
    if (element === undefined) throw new Malformed()
    if (attribute.name === 'Name') element.label.push(...attribute.parts)
    this.keep(attribute.name, [], attribute.parts)
  }

  private endElement(): void {
    const element = this.open.at(-1)
    if (element === undefined) throw new Malformed()
    if (element.parts.length > 0) this.keep('', element.label, element.parts)
    this.open.pop()
  }

  /** `attribute`: empty: the content of the element that is open. */
  private keep(attribute: string, label: readonly Part[], parts: readonly Part[]): void {
    const element = this.open.at(-1)?.name ?? ''
    if (this.open.at(-2)?.name !== 'System') {
      if (attribute === '') this.leaves.push({ system: null, element, label, parts })
      return
    }
    const name = attribute === '' ? element : `${element}@${attribute}`
    const system = systemNames.find((known) => known === name)
    if (system === 'EventID') this.leaves.unshift({ system, element, label, parts })
    else if (system !== undefined) this.leaves.push({ system, element, label, parts })
  }
}
