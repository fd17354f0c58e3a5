import { describe, expect, it } from 'vitest'
import { recognise } from '../../../../../src-main/jobs/evaluations/logs/recognition'
import { personsOf, readLog } from '../../../support/readLog'

const name = 'openldap-auditlog'
const anna = 'uid=anna,dc=schule,dc=example'

function change(kind: string, who: string, dn: string, lines: readonly string[] = []): string {
  return [
    `# ${kind} 1795929868 dc=schule,dc=example ${who} IP=127.0.0.1:45366 conn=1001`,
    `dn: ${dn}`,
    `changetype: ${kind}`,
    ...lines,
    `# end ${kind} 1795929868`,
    '',
    ''
  ].join('\n')
}
const replaced = (attribute: string): string[] => [`replace: ${attribute}`, `${attribute}:: TmV1`, '-']
const always = [...replaced('entryCSN'), ...replaced('modifiersName'), ...replaced('modifyTimestamp')]

describe('slapd, auditlog', () => {
  it('says who changed what, when and from where, as a claim; no value is kept (P19)', () => {
    const log = readLog(
      name,
      change('modify', anna, anna, [...replaced('userPassword'), ...always]) +
        change('modify', anna, 'cn=kurs,dc=schule,dc=example', [
          'add: member',
          `member: ${anna}`,
          '-',
          ...always
        ]) +
        change('modify', '<anonymous>', anna, [...replaced('sn'), ...always]) +
        change('add', 'cn=admin, der erste,dc=schule,dc=example', anna, [
          'objectClass: top',
          'sn:: TcO8',
          ' bGxlcg=='
        ]) +
        change('delete', anna, 'uid=otto,dc=schule,dc=example')
    )
    expect(log.events.map(({ act }) => act)).toEqual([
      ...['passwordChange', 'groupChange', 'directoryChange', 'directoryChange', 'directoryChange']
    ])
    expect(personsOf(log)).toEqual([
      ...[`${anna}: claimed`, `${anna}: claimed`, '-: address'],
      ...['cn=admin, der erste,dc=schule,dc=example: claimed', `${anna}: claimed`]
    ])
    expect(log.events[0]).toMatchObject({
      ...{ time: 1_795_929_868_000, timing: { zone: 'written', edge: 'moment' }, address: '127.0.0.1' },
      details: { means: 'modify', target: anna }
    })
    expect(JSON.stringify(log.events)).not.toMatch(/TmV1|TcO8/)
    expect(log.parsed).toBe(log.lines)
  })

  it('what slapd notes at a sign-in is nobody’s change, and a change in another name is the one’s who has signed in', () => {
    const noted = ['add: pwdFailureTime', 'pwdFailureTime: 20261129052856.397646Z', '-', ...always]
    const root = 'cn=root,dc=schule,dc=example'
    const real = change('modify', root, anna, [...replaced('sn'), ...always]).replace(
      'dn:',
      `# realdn: ${anna}\ndn:`
    )
    const log = readLog(name, change('modify', root, anna, noted) + real)
    expect(personsOf(log)).toEqual([`${anna}: claimed`])
    expect(log.parsed).toBe(log.lines)
  })

  it('is recognised by its content', () => {
    const content = Buffer.from(change('delete', anna, anna))
    expect(recognise(content, 0)).toMatchObject({ format: { name }, certainty: 1 })
  })

  it('a name of an entry with a line break, which slapd writes as it is, is no change of anybody', () => {
    const broken = change('add', anna, 'cn=kurs\na\\2C b,dc=schule,dc=example', ['cn:: a3VycwphLCBi'])
    const log = readLog(name, broken + change('delete', anna, anna))
    expect(personsOf(log)).toEqual([`${anna}: claimed`])
    expect(log.rejections.map(([reason]) => reason)).toEqual([
      ...['malformed', 'insideBrokenRecord', 'insideBrokenRecord', 'insideBrokenRecord', 'empty']
    ])
    expect(log.parsed + log.rejected).toBe(log.lines)
  })

  it('a change without its end does not count, nor one of another directory', () => {
    const half = change('modify', anna, anna, replaced('sn')).split('# end')[0] ?? ''
    const log = readLog(name, half + change('delete', anna, 'uid=x,dc=anders,dc=example'))
    expect(log.events).toEqual([])
    expect(log.rejections.map(([reason, , lines]) => [reason, lines])).toEqual([
      ['cutOff', 6],
      ['ambiguous', 4]
    ])
  })
})
