import { dataNames } from '../../../src-main/jobs/evaluations/logs/formats/windows/positions'
import type { EvtxEvent, EvtxValue } from './evtxFile'

const auditing = 'Microsoft-Windows-Security-Auditing'
const computerOf = ({ computer = 'PC01.schule.example' }: EvtxEvent): string => computer

function textOf(value: EvtxValue): string {
  return typeof value === 'bigint' ? `0x${value.toString(16)}` : String(value)
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&apos;')
    .replaceAll('\r', '&#13;')
}

/** As `wevtutil qe Security /f:xml` writes one. */
export function asXml(event: EvtxEvent): string {
  const { id, time, data, provider = auditing, channel = 'Security' } = event
  const items = Object.entries(data).map(
    ([name, value]) => `<Data Name='${name}'>${escaped(textOf(value))}</Data>`
  )
  const stamp = new Date(time).toISOString().replace('Z', '6865Z')
  return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}' Guid='{54849625-5478-4994-a5ba-3e3b0328c30d}'/><EventID>${id}</EventID><Version>2</Version><TimeCreated SystemTime='${stamp}'/><EventRecordID>1</EventRecordID><Execution ProcessID='756' ThreadID='800'/><Channel>${channel}</Channel><Computer>${computerOf(event)}</Computer><Security/></System><EventData>${items.join('')}</EventData></Event>`
}

/** As `Get-WinEvent | ConvertTo-Json -Depth 4` of Windows PowerShell writes one. */
export function asPowerShellJson(event: EvtxEvent): string {
  const { id, time, data } = event
  const properties = (dataNames[id] ?? []).map((name) => {
    const value = data[name]
    if (name.endsWith('Sid') && typeof value === 'string')
      return { Value: { BinaryLength: 28, AccountDomainSid: null, Value: value } }
    return { Value: typeof value === 'bigint' ? Number(value) : (value ?? '-') }
  })
  return JSON.stringify({
    ...{ Id: id, Version: 2, LogName: 'Security', ProviderName: auditing, MachineName: computerOf(event) },
    ...{ TimeCreated: `/Date(${time})/`, Properties: properties, Message: '…' }
  })
}

function texts({ data }: EvtxEvent): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, textOf(value)]))
}

/** As Winlogbeat sends one. */
export function asWinlogbeat(event: EvtxEvent): string {
  return JSON.stringify({
    '@timestamp': new Date(event.time).toISOString(),
    event: { code: String(event.id), kind: 'event' },
    winlog: {
      ...{ event_id: String(event.id), provider_name: auditing, channel: 'Security' },
      ...{ computer_name: computerOf(event), event_data: texts(event) }
    }
  })
}

/** As NXLog's `to_json` writes one, with the zone of its newer versions. */
export function asNxlog(event: EvtxEvent): string {
  return JSON.stringify({
    EventTime: new Date(event.time + 3_600_000).toISOString().replace('Z', '+01:00'),
    ...{ Hostname: computerOf(event), EventID: event.id, SourceName: auditing, Channel: 'Security' },
    ...texts(event)
  })
}

/** As tools write the XML in JSON. */
export function asXmlInJson(event: EvtxEvent): string {
  return JSON.stringify({
    Event: {
      System: {
        Provider: { '#attributes': { Name: auditing } },
        EventID: event.id,
        TimeCreated: { '#attributes': { SystemTime: new Date(event.time).toISOString() } },
        ...{ Channel: 'Security', Computer: computerOf(event) }
      },
      EventData: texts(event)
    }
  })
}

/** With the names of data as columns. */
export function asColumns(events: readonly EvtxEvent[]): string {
  const names = [...new Set(events.flatMap(({ data }) => Object.keys(data)))]
  const row = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
  return [
    row(['TimeCreated', 'Id', 'ProviderName', 'LogName', 'MachineName', ...names]),
    ...events.map((event) => {
      const told = texts(event)
      return row([
        ...[new Date(event.time).toISOString(), String(event.id), auditing, 'Security', computerOf(event)],
        ...names.map((name) => told[name] ?? '')
      ])
    })
  ].join('')
}
