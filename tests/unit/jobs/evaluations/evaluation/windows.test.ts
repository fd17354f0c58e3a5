import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRuleFile, type Rule } from '../../../../../src-main/jobs/evaluations/rules/ruleFile'
import { evtxFile, type EvtxEvent } from '../../../support/evtxFile'
import { readLog } from '../../../support/readLog'
import { inTurn, windowsEvents as windows } from '../../../support/windowsEvents'
import { event, from, openWorkspace, scope } from './support'

/** What two evaluators see of a Security log, a minute between its events. */
function open(events: readonly Omit<EvtxEvent, 'time'>[], rules: readonly Rule[] = []) {
  const log = readLog('evtx', evtxFile(inTurn(events, from, 60_000)))
  return openWorkspace(log.events.map(event), {
    ruleFiles: [rules],
    scope: { ...scope, rules: rules.flatMap(({ id }) => id ?? []) }
  })
}

const foreign = readRuleFile(readFileSync('resources/rules/foreign_software.yml')).rules

/** A rule as others share them, with what the screens need. */
function sigmaRule(logsource: string, detection: string): readonly Rule[] {
  const { rules, problems } = readRuleFile(
    Buffer.from(`title: Own
id: 0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d99
logsource: ${logsource}
detection: ${detection}
netzwart:
  title: { de: Eigene, en: Own }
  description: { de: Eigene, en: Own }
  policy: [P18]
  innocent: [{ de: Versehen, en: mistake }]
`)
  )
  expect(problems).toEqual([])
  return rules
}

describe('Windows events in an evaluation (P22)', () => {
  it('sign-in and sign-out of one session are a stay at the computer, over a restart they are none', async () => {
    const other = { TargetLogonId: 0x2_0000n, TargetUserName: 'otto' }
    const workspace = await open([
      windows.start(),
      windows.signIn(),
      windows.signIn(other),
      windows.signOut(),
      windows.start(),
      windows.signOut(other)
    ])
    expect(workspace.stays).toMatchObject([
      { from: from + 60_000, until: from + 180_000, person: { number: 1 }, surety: 'proved' }
    ])
  })

  it('foreign software that was started is found, installed software is not (P17)', async () => {
    const installed = windows.process({ NewProcessName: String.raw`C:\Program Files\Geo\geo.exe` })
    const [found, quiet] = await Promise.all([
      open([installed, windows.process()], foreign),
      open([installed, windows.signIn()], foreign)
    ])
    expect(found.findings).toMatchObject([{ from: from + 60_000, events: 1 }])
    expect(quiet.findings).toEqual([])
    expect(quiet.idleRules).toMatchObject([{ because: 'nothingFound' }])
    expect((await open([windows.signIn()], foreign)).idleRules).toMatchObject([{ because: 'noLog' }])
  })

  it.each([
    ['EventID: 4625', 'TargetUserName: anna', 1],
    ['EventID: 4625', 'Status: "0xc000006a"', 1],
    ['EventID: 4624', 'LogonType: 3', 0],
    ['EventID: 4688', String.raw`NewProcessName|endswith: '\spiel.exe'`, 1],
    ['EventID: 4688', 'SubjectDomainName: schule', 1],
    ['EventID: 4688', 'TargetUserName|exists: true', 0],
    ['EventID: 4768', 'IpAddress|cidr: 10.1.0.0/16', 1],
    ['EventID: 4769', 'ServiceName|endswith: $', 1],
    ['EventID: 4776', 'WorkstationName: LAPTOP-7', 1]
  ])('a Sigma rule about the Security log finds %s, %s: %i', async (id, field, count) => {
    const events = [windows.signIn(), windows.refused(), windows.process(), windows.ticket()]
    const workspace = await open(
      [...events, windows.serviceTicket(), windows.check()],
      sigmaRule(
        '{ product: windows, service: security }',
        `{ selection: { ${id}, ${field} }, condition: selection }`
      )
    )
    expect(workspace.findings).toHaveLength(count)
  })

  it('a rule about sign-ins of any service sees those of Windows', async () => {
    const workspace = await open(
      [windows.signIn(), windows.signOut(), windows.refused()],
      sigmaRule(
        '{ category: authentication }',
        '{ selection: { service: pc, device-kind: school, action: [success, logoff] }, condition: selection }'
      )
    )
    expect(workspace.findings).toHaveLength(2)
  })
})
