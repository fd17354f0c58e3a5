import { describe, expect, it } from 'vitest'
import { logSourceSchema, type LogSource } from '../../../../src-main/contract/orders'
import { succeed } from '../../../../src-main/contract/result'
import { createSources } from '../../../../src-main/jobs/evaluations/sources'
import { logServerAddress } from '../../../../src-main/jobs/evaluations/sources/address'
import { localLogs } from '../../../../src-main/world/logs/local'
import { webFilter } from '../../support/ordersSchool'
import { officials } from '../../support/sanctionsPeople'
import { codeOf, valueOf } from '../../support/sanctionsSchool'

async function opened() {
  const kept: { sources: LogSource[] } = { sources: [] }
  const handlers = createSources({
    settings: {
      logSources: async () => succeed(kept.sources),
      async keepLogSources(next) {
        kept.sources = [...next]
        return succeed()
      }
    },
    desktop: { chooseFiles: async () => null, chooseFolder: async () => null },
    logs: localLogs
  })
  const { administrator } = await officials()
  const asker = administrator.person.actor
  return { kept, save: (source: typeof journal) => handlers['logSources.save'](source, asker) }
}

/** A made-up CA (CN=Test-CA), whose key nobody has. */
const authority = `-----BEGIN CERTIFICATE-----
MIIBezCCASGgAwIBAgIUdcZ5Di1o/GQtjBdmgY4C+YoCSQcwCgYIKoZIzj0EAwIw
EjEQMA4GA1UEAwwHVGVzdC1DQTAgFw0yNjExMjkwNTM2MjhaGA8yMTI2MTEwNTA1
MzYyOFowEjEQMA4GA1UEAwwHVGVzdC1DQTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABDzhY3UFOZee5TZBF3UTb4NzJ9XKQ59MHV2rdEYrUkOLSMPwHtwrlBN1qSL/
OL1gHWW9E+m1GeTmVf9DgbRT5YWjUzBRMB0GA1UdDgQWBBQaBsNHKh5P9PWNxaCr
R/FlB5r/6jAfBgNVHSMEGDAWgBQaBsNHKh5P9PWNxaCrR/FlB5r/6jAPBgNVHRMB
Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIAEfoOGstr+qaWiqalIwzuL8Lt8Q
MZAFxRKGyyQN+RwaAiEAvCOVxCmqGmMBy3zQUPAeIIfgXQt5+9p4SIF7VmsbU14=
-----END CERTIFICATE-----
`

const { id: _id, ...entered } = webFilter
const server = {
  ...{ kind: 'journalGateway' as const, caCertificate: null as string | null },
  ...{ hosts: ['mail'], units: ['dovecot.service'], identifiers: [] }
}
const journal = {
  ...entered,
  ...{ id: null, name: 'Journal', path: 'https://Logs.Schule.Example:19531/', format: null as string | null },
  server
}

describe('P19: a source that is a query to a server', () => {
  it('is kept with its address in one form, and tells which CA it pins', async () => {
    const { kept, save } = await opened()
    const listed = valueOf(await save({ ...journal, server: { ...server, caCertificate: authority } }))
    const [source] = kept.sources
    expect(source).toMatchObject({
      path: 'https://logs.schule.example:19531',
      server: { units: ['dovecot.service'] }
    })
    expect(listed.authorities[source!.id]).toEqual({
      subject: 'CN=Test-CA',
      fingerprint:
        'B3:F9:0E:6C:7A:C3:95:FC:D3:BD:1C:98:85:CB:A9:05:59:D0:B5:05:31:F0:E7:F5:D9:49:4B:96:7A:41:7A:D2'
    })
    expect(listed.messageFormats).toContain('squid')
  })

  it.each([
    [{ path: 'http://logs.schule.example:19531' }, 'logSources.addressNotWhole'],
    [{ path: '/var/log/journal' }, 'logSources.addressNotWhole'],
    [{ format: 'cups' }, 'logSources.formatUnknown'],
    [{ server: { ...server, caCertificate: 'none' } }, 'logServer.certificateUnreadable']
  ])('is refused: %j', async (wrong, code) => {
    const { kept, save } = await opened()
    expect(codeOf(await save({ ...journal, ...wrong }))).toBe(code)
    expect(kept.sources).toEqual([])
  })

  it('leaves the sources of earlier versions as they are', () => {
    expect(logSourceSchema.parse(webFilter)).toEqual(webFilter)
    expect(Object.keys(logSourceSchema.parse(webFilter))).not.toContain('server')
  })

  it.each([
    ['https://logs.schule.example', 'https://logs.schule.example'],
    ['https://[2001:db8::1]:19531', 'https://[2001:db8::1]:19531'],
    ['http://127.0.0.1:19531', 'http://127.0.0.1:19531'],
    ['http://localhost:19531/', 'http://localhost:19531'],
    ['http://[::1]:19531', 'http://[::1]:19531'],
    ['http://127.0.0.1.schule.example', null],
    ['https://kim:geheim@logs.schule.example', null],
    ['https://logs.schule.example/entries?boot', null],
    ['https://logs.schule.example#a', null],
    ['ftp://logs.schule.example', null],
    ['https://', null],
    ['', null]
  ])('has an address that is whole: %j', (text, address) => {
    expect(logServerAddress(text)).toBe(address)
  })
})
