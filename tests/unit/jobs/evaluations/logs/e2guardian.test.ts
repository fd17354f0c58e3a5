import { describe, expect, it } from 'vitest'
import { recognise } from '../../../../../src-main/jobs/evaluations/logs/recognition'
import { personsOf, readLog } from '../../../support/readLog'

/** What e2guardian 5.3.5 of Debian 12 wrote, with proxy-basic before a Squid: let through, asked for a sign-in, blocked with a wrong password. */
const agent = 'ua "q, x\ttab ü'
const url = 'http://127.0.0.1:41502/x?q=a%20b,c"d'
const denied = '*DENIED* Blocked URL: 127.0.0.1/gesperrt'
const columns: readonly (readonly string[])[] = [
  ['anna', url, '-', '335', '-', '404', agent],
  ['anna b', url, '-', '335', '-', '404', agent],
  ['jürgen', url, '-', '335', '-', '404', agent],
  ['-', 'http://127.0.0.1:41502/y', '*TRUSTED* -', '3090', '-', '407', 'curl/7.88.1'],
  ['otto', 'http://127.0.0.1:41502/gesperrt', denied, '0', 'Banned URLs', '403', 'curl/7.88.1']
]
const ownColumns = columns.map(([user, page, reason, size, category, status, sent]) =>
  [
    '2026.11.29 05:21:35',
    user,
    '127.0.0.1',
    page,
    reason,
    'GET',
    size,
    '0',
    category,
    '1',
    status,
    '-',
    '127.0.0.1'
  ]
    .concat(['no_name_group', sent, '-', '-', '-', '-'])
    .map(String)
)
const protex = (server: string): string =>
  columns
    .map(([user, page, reason, size, category, status, sent]) =>
      [
        '1795929703.217',
        server,
        user,
        '127.0.0.1',
        '127.0.0.1',
        page,
        'GET',
        status,
        size,
        '-',
        sent,
        '-',
        '7',
        '-'
      ]
        .concat([
          reason === denied ? '501' : '0',
          reason === '-' ? '' : String(reason),
          '0',
          category ?? '',
          'no_name_group',
          '1'
        ])
        .join('\t')
    )
    .join('\n')
const asSquid = columns
  .map(
    ([user, page, reason, size, , status]) =>
      `1795929688.607      2 127.0.0.1 ${reason === denied ? 'TCP_DENIED' : 'TCP_MISS'}/${String(status)} ${String(size)} GET ${String(page)} ${String(user)} DEFAULT_PARENT/127.0.0.1 -`
  )
  .join('\n')

const logs: Readonly<Record<string, string>> = {
  'e2guardian-spaces': ownColumns.map((row) => row.join(' ')).join('\n'),
  'e2guardian-csv': ownColumns.map((row) => `"${row.join('","')}"`).join('\n'),
  'e2guardian-squid': asSquid,
  'e2guardian-tabs': ownColumns.map((row) => row.join('\t')).join('\n'),
  e2guardian: `${protex('filter1')}\n${protex('')}`
}

describe.each(Object.entries(logs))('e2guardian, %s', (name, log) => {
  it('is recognised, and every name is a claim, also of what it let through (P19)', () => {
    expect(recognise(Buffer.from(`${log}\n`), 0)).toMatchObject({ format: { name }, certainty: 1 })
    const read = readLog(name, `${log}\n`)
    const once = ['anna: claimed', 'anna b: claimed', 'jürgen: claimed', '-: address', 'otto: claimed']
    expect(read.rejections).toEqual([])
    expect(personsOf(read).slice(0, 5)).toEqual(once)
    expect(read.events.slice(0, 5).map(({ act }) => act)).toEqual([
      ...Array.from({ length: 4 }, () => 'webRequest'),
      'webRefused'
    ])
    expect(read.events[0]).toMatchObject({
      address: '127.0.0.1',
      details: { method: 'GET', url, status: 404, bytes: 335 },
      timing: { zone: log.startsWith('179') ? 'written' : 'unknown', year: 'written' }
    })
  })
})

it('a name with a line break moves the columns: the line names nobody (P19)', () => {
  const moved: Readonly<Record<string, string>> = {
    'e2guardian-csv':
      '"2026.11.29 05:21:21","x","10.9.9.9","http://127.0.0.1:127/gesperrt","*HEADERADD* *SCANNED* *DENIED* Blocked URL: 127.0.0.1/gesperrt","GET","0","0","Banned URLs","1","0","0","439430","no_name_group","-","curl/7.88.1","-","-","-"',
    'e2guardian-squid':
      '1795929688.741 631563084 741030 TCP_HIT/0 0 GET http://127.0.0.1:127/gesperrt x DEFAULT_PARENT/127.0.0.1 0',
    e2guardian:
      '1795929710.855\t\tx\t10.9.9.9\t855103\thttp://127.0.0.1:127/gesperrt\tGET\t0\t0\t0\t-\t-\t631585198\t-\t-\t*HEADERADD* *SCANNED* *DENIED* Blocked URL: 127.0.0.1/gesperrt\t0\tBanned URLs\tno_name_group\t1'
  }
  for (const [name, line] of Object.entries(moved)) {
    expect(readLog(name, `${line}\n`)).toMatchObject({ events: [], rejections: [['columns', 0, 1]] })
  }
})

it('a name that imitates the columns behind it names nobody', () => {
  const row = ownColumns[0] ?? []
  const forged = row.with(1, `lena 10.1.2.3 http://a/ - GET 1 0 - 1 200 - h g x`).join(' ')
  expect(readLog('e2guardian-spaces', `${forged}\n`)).toMatchObject({
    events: [],
    rejections: [['ambiguous', 0, 1]]
  })
  const quoted = `"${row.with(1, 'a","b').join('","')}"`
  expect(personsOf(readLog('e2guardian-csv', `${quoted}\n`))).not.toContain('a: claimed')
})
