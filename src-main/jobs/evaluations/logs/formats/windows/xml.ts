import { SaxesParser } from 'saxes'
import { singleLines, type LogFormat } from '../format'
import { textOf } from '../text'
import { isoTime } from '../times'
import { EventElementCutter } from './cutting'
import { ownsRealm, WindowsReader } from './events'
import type { WindowsRecord } from './record'

/** Events as XML: `wevtutil qe /f:xml` (one behind the other), Event Viewer's "Save as XML" (inside `<Events>`). */
export const windowsXml: LogFormat = {
  name: 'windows-xml',
  namesRealm: ownsRealm,
  cut: (taker) => new EventElementCutter(taker),
  open(sink) {
    const reader = new WindowsReader(sink)
    return {
      ...singleLines(() => 'malformed', sink),
      line(bytes, offset) {
        const record = recordOf(textOf(bytes))
        if (record === null) sink.rejected('malformed', offset, 1)
        else reader.read(record, offset)
      },
      forget: () => reader.forget()
    }
  }
}

/** null: no event, or no well-formed XML. */
function recordOf(xml: string): WindowsRecord | null {
  const content = new EventContent()
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new XmlProblem(error.message)
  })
  parser.on('opentag', ({ name, attributes }) => content.open(name, attributes))
  parser.on('text', (text) => content.add(text))
  parser.on('cdata', (text) => content.add(text))
  parser.on('closetag', () => content.close())
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof XmlProblem) return null
    throw error
  }
  return Number.isInteger(content.eventId) ? content : null
}

class XmlProblem extends Error {}

class EventContent implements WindowsRecord {
  private readonly path: { readonly name: string; readonly label: string; text: string }[] = []
  private readonly systems = new Map<string, string>()
  private readonly items = new Map<string, string>()

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.path.push({ name, label: attributes['Name'] ?? '', text: '' })
    if (!this.isIn('System')) return
    for (const [attribute, value] of Object.entries(attributes)) this.keep(`${name}@${attribute}`, value)
  }

  add(text: string): void {
    const element = this.path.at(-1)
    if (element !== undefined) element.text += text
  }

  close(): void {
    const isSystem = this.isIn('System')
    const isData = this.isIn('EventData')
    const element = this.path.pop()
    if (element === undefined) return
    const { name, label, text } = element
    if (isSystem) this.keep(name, text.trim())
    else if (isData && label !== '' && !this.items.has(label)) this.items.set(label, text)
  }

  /** Whether what is open stands in that part of the event, nowhere else. */
  private isIn(part: string): boolean {
    const { path } = this
    return path.length === 3 && path[0]?.name === 'Event' && path[1]?.name === part
  }

  private keep(name: string, text: string): void {
    if (!this.systems.has(name)) this.systems.set(name, text)
  }

  private system(name: string): string {
    return this.systems.get(name) ?? ''
  }

  data(name: string): string | null {
    return this.items.get(name) ?? null
  }

  get eventId(): number {
    return Number.parseInt(this.system('EventID'), 10)
  }

  get provider(): string {
    return this.system('Provider@Name')
  }

  get channel(): string {
    return this.system('Channel')
  }

  get computer(): string {
    return this.system('Computer')
  }

  get time(): ReturnType<typeof isoTime> {
    return isoTime(this.system('TimeCreated@SystemTime'))
  }
}
