import { describe, expect, it } from 'vitest'
import { checkRecords, messageFormatNames } from '../../../../../src-main/jobs/evaluations/logs'
import { journalOf } from '../../../../../src-main/jobs/evaluations/logs/formats/journalMessages'
import { RecordReading } from '../../../../../src-main/jobs/evaluations/logs/recordReading'
import type { LogEvent, Rejection } from '../../../../../src-main/jobs/evaluations/logs/events'
import { memoryLogQueries } from '../../../support/memoryLogQueries'
import { exportOf, type MadeEntry } from '../../../support/journalEntries'

const begin = Date.parse('2026-11-20T07:00:00.000Z')

function squid(user: string): string {
  return `${begin / 1000}.000      3 10.1.2.3 TCP_MISS/200 266 GET http://a/ ${user} HIER_DIRECT/192.0.2.1 text/plain`
}

/** What a format makes of entries, each of which is a record. */
function read(format: string | null, entries: readonly MadeEntry[]) {
  const events: LogEvent[] = []
  const rejected: Rejection[] = []
  let parsed = 0
  const found = journalOf(format)
  if (found === null) throw new Error('no format')
  const reading = new RecordReading(found, begin, {
    event: (event) => events.push(event),
    parsed: () => parsed++,
    rejected: (reason) => rejected.push(reason)
  })
  for (const { fields = {}, ...entry } of entries)
    reading.take(exportOf([{ ...entry, fields: { SYSLOG_IDENTIFIER: 'squid', ...fields } }]))
  reading.end()
  return { events, rejected, parsed }
}

describe('lines of a format in the messages of a journal', () => {
  it('are read as in a file, each with its own words about who and when', () => {
    const { events, rejected, parsed } = read('squid', [
      { time: begin + 9, message: squid('anna') },
      { time: begin + 10, message: 'Starting Squid Cache' }
    ])
    expect(events).toMatchObject([{ person: 'anna', surety: 'proved', time: begin, address: '10.1.2.3' }])
    expect(rejected).toHaveLength(1)
    expect(parsed).toBe(1)
  })

  it('are never two in one message, and none of an ordinary user', () => {
    const { events, rejected } = read('squid', [
      { time: begin, message: `${squid('anna')}\n${squid('otto')}` },
      { time: begin, message: squid('eve'), fields: { _UID: '1000', _EXE: '/home/eve/squid' } }
    ])
    expect(events).toEqual([])
    expect(rejected).toEqual(['ambiguous', 'untrustedWriter'])
  })

  it('are of formats whose lines stand for themselves', () => {
    expect(messageFormatNames).toEqual([
      'e2guardian',
      'e2guardian-squid',
      'e2guardian-tabs',
      'e2guardian-csv',
      'e2guardian-spaces',
      'squid',
      'squid-combined',
      'samba-json',
      'freeradius',
      'exim'
    ])
    for (const name of ['cups', 'evtx', 'journal-export', 'syslog', 'openldap', 'telepathy'])
      expect(journalOf(name)).toBeNull()
  })

  it('are counted for who checks a source, with times of the journal (P19: nothing is evaluated)', async () => {
    const entries = [squid('anna'), squid('otto'), 'broken'].map((message, place) => ({
      time: begin + place * 60_000,
      message
    }))
    const query = { address: '', caCertificate: null, fields: {} }
    const checked = await checkRecords(
      'logs.schule.example:19531',
      'squid',
      (taker) => memoryLogQueries(entries).read(query, { newest: 2 }, taker),
      () => undefined
    )
    expect(checked).toMatchObject({
      ok: true,
      value: {
        ...{ file: 'logs.schule.example:19531', format: 'squid', isWhole: false, problems: [] },
        times: { exact: { first: begin + 60_000, last: begin + 120_000 }, local: null }
      }
    })
    expect(JSON.stringify(checked)).not.toContain('otto')
  })
})
