import { singleLines, type LogFormat } from '../format'
import { jsonObjectOf, type JsonObject } from '../json'
import { exact, isoTime, type KnownTime } from '../times'
import { ObjectCutter } from './cutting'
import { ownsRealm, WindowsReader } from './events'
import { dataOfMessage, type DataReader } from './message'
import { dataNames } from './positions'
import { wantedIds, type WindowsRecord } from './record'

/**
 * Events as JSON, an object each, in a list or one behind the other: `Get-WinEvent | ConvertTo-Json`, Winlogbeat, NXLog, and the XML
 * of Windows with elements as members.
 */
export const windowsJson: LogFormat = {
  name: 'windows-json',
  namesRealm: ownsRealm,
  cut: (taker) => new ObjectCutter(taker),
  open(sink) {
    const reader = new WindowsReader(sink)
    return {
      ...singleLines(() => 'malformed', sink),
      line(bytes, offset) {
        const object = jsonObjectOf(bytes)
        const record = object === null ? null : recordOf(object)
        if (record === null) sink.rejected('malformed', offset, 1)
        else if (record === 'ambiguous') sink.rejected('ambiguous', offset, 1)
        else reader.read(record, offset)
      },
      forget: () => reader.forget()
    }
  }
}

type Shape = (object: JsonObject) => WindowsRecord | 'ambiguous' | null

function recordOf(object: JsonObject): WindowsRecord | 'ambiguous' | null {
  for (const shape of shapes) {
    const record = shape(object)
    if (record !== null) return record
  }
  return null
}

/** PowerShell's objects. Their data have no names but an order; where the depth of the export was too small, only the message has them. */
const powerShell: Shape = (object) => {
  const eventId = idOf(object.value('Id'))
  if (eventId === null || object.value('TimeCreated') === undefined) return null
  const data = listedData(eventId, object.value('Properties')) ?? messageData(eventId, object.text('Message'))
  if (data === null) return 'ambiguous'
  return {
    ...{ eventId, data, provider: object.text('ProviderName'), channel: object.text('LogName') },
    computer: object.text('MachineName'),
    time: powerShellTime(object.value('TimeCreated'))
  }
}

const winlogbeat: Shape = (object) => {
  const log = object.object('winlog') ?? object
  const eventId = idOf(log.value('event_id'))
  if (eventId === null) return null
  const data = log.object('event_data')
  return {
    ...{ eventId, data: (name) => textIn(data, name), channel: log.text('channel') || log.text('log_name') },
    provider: log.text('provider_name') || log.text('source_name'),
    computer: log.text('computer_name'),
    time: isoTime(object.text('@timestamp'))
  }
}

/** Also where the records come with names of fields as columns. */
const nxlog: Shape = (object) => {
  const eventId = idOf(object.value('EventID'))
  if (eventId === null) return null
  return {
    ...{ eventId, data: (name) => textIn(object, name), channel: object.text('Channel') },
    provider: object.text('SourceName'),
    computer: object.text('Hostname'),
    time: isoTime(object.text('EventTime'))
  }
}

/** `{"Event":{"System":…,"EventData":…}}`, with attributes as `#attributes`. */
const xmlAsJson: Shape = (object) => {
  const event = object.object('Event')
  const system = event?.object('System') ?? null
  if (event === null || system === null) return null
  const eventId = idOf(system.object('EventID')?.value('#text') ?? system.value('EventID'))
  if (eventId === null) return null
  const attribute = (element: string, name: string): string =>
    system.object(element)?.object('#attributes')?.text(name) ?? ''
  const data = event.object('EventData')
  return {
    ...{ eventId, data: (name) => textIn(data, name), channel: system.text('Channel') },
    provider: attribute('Provider', 'Name'),
    computer: system.text('Computer'),
    time: isoTime(attribute('TimeCreated', 'SystemTime'))
  }
}

const shapes: readonly Shape[] = [xmlAsJson, powerShell, winlogbeat, nxlog]

function idOf(value: unknown): number | null {
  const text = textOfValue(value)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

function textIn(object: JsonObject | null, name: string): string | null {
  return textOfValue(object?.value(name))
}

/** null: it is no text and no number. */
function textOfValue(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

/** null: it does not hold the data. */
function listedData(eventId: number, properties: unknown): DataReader | null {
  const names = dataNames[eventId]
  if (names === undefined || !Array.isArray(properties)) return null
  const members: readonly unknown[] = properties
  const values = members.map(valueOf)
  // Windows gives fewer where an older version has logged it; what is no object is a type's name instead of its content.
  if (members.length > 0 && values.every((value) => value === null)) return null
  return (name) => {
    const place = names.indexOf(name)
    return place < 0 ? null : (values[place] ?? null)
  }
}

/** `{ "Value": … }`, where the value of a SID is an object with a `Value` of its own. */
function valueOf(property: unknown): string | null {
  const value = memberOf(property, 'Value')
  return textOfValue(value) ?? textOfValue(memberOf(value, 'Value'))
}

function memberOf(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? new Map(Object.entries(object)).get(name) : undefined
}

/** null: ambiguous. */
function messageData(eventId: number, message: string): DataReader | null {
  return wantedIds.has(eventId) ? dataOfMessage(eventId, message) : () => null
}

/** `/Date(1795826081850)/` of Windows PowerShell, also inside of an object, or ISO with its zone. */
function powerShellTime(value: unknown): KnownTime | null {
  const text = typeof value === 'string' ? value : (memberOf(value, 'value') ?? memberOf(value, 'DateTime'))
  if (typeof text !== 'string') return null
  const [, milliseconds] = /^\/Date\((-?\d{1,15})\)\/$/.exec(text) ?? []
  return milliseconds === undefined ? isoTime(text) : { time: Number(milliseconds), timing: exact }
}
