import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ledgerProblemCodes,
  statementKindNames,
  type LedgerEntry
} from '../../../../src-main/contract/ledger'
import '../../../../src-renderer/app/features'
import { fieldsOf } from '../../../../src-renderer/features/journal/fields'
import { findingsOf, inWords } from '../../../../src-renderer/features/journal/findings'
import { signatureWords, signerName, signerRole } from '../../../../src-renderer/features/journal/signatures'
import { setLanguage } from '../../../../src-renderer/shared/i18n/i18n'
import { statementLook } from '../../../../src-renderer/shared/looks'
import { actorOf } from '../../../../src-renderer/shared/statements'
import { deviceEntry, entry } from './entries'

const sentenceOf = (said: LedgerEntry): string => statementLook(said.kind).sentence(said)

const caseId = '4f6c0f5e-2a58-4c55-9c3a-0f5d7f6f0a11'
const plan = 'e'.repeat(64)
const measures = [
  { kind: 'suspension', until: '2026-12-12' },
  { kind: 'moduleRefusal', module: 'wlan', until: null }
]

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  setLanguage('de')
})

describe('sentences of the journal', () => {
  it('P26: says what the leadership approved, changed and refused', () => {
    const decided = (outcome: string): string =>
      sentenceOf(
        entry({
          kind: 'case.decided',
          body: { case: caseId, proposal: 3, outcome, plan, expires: '2026-12-04T10:00:00.000Z' },
          payload: { measures, reasons: 'Wiederholt.' }
        })
      )
    expect(decided('approved')).toBe(
      'Renate Hartwig hat freigegeben: Kontosperre, frei ab 12.12.2026 · WLAN auf Dauer entzogen.'
    )
    expect(decided('changed')).toContain('mit Änderungen freigegeben')
    expect(decided('refused')).toBe('Renate Hartwig hat den Vorschlag abgelehnt.')
  })

  it('P25: tells whoever reads the procedure only what happened, without contents', () => {
    const withheld = entry({
      kind: 'case.opened',
      body: { case: caseId, rule: 'P18' },
      payload: null,
      withheld: true,
      about: ''
    })
    expect(sentenceOf(withheld)).toBe('Renate Hartwig hat einen Fall eröffnet. Regel: P18.')
    expect(fieldsOf(withheld).content.map(({ label }) => label)).toEqual(['Regel'])
  })

  it('P7: names the person who signed in, not the PC that recorded it', () => {
    const signedIn = deviceEntry('Tom Wendt', {
      kind: 'session.signedIn',
      body: { person: 'p1', roles: ['administrator'], kind: 'window' },
      payload: {
        names: { login: 't.wendt', givenName: 'Tom', familyName: 'Wendt' },
        computer: 'Lehrerzimmer'
      }
    })
    expect(actorOf(signedIn)).toBe('Tom Wendt')
    expect(sentenceOf(signedIn)).toBe('Tom Wendt hat sich am PC „Lehrerzimmer“ angemeldet.')
    expect(actorOf(deviceEntry('', {}))).toBe('Netzwart')
  })

  it('counts the steps of a run, and names the person of a single one', () => {
    const begun = (steps: number, kinds: Record<string, number>, subject: string): string =>
      sentenceOf(
        deviceEntry('Tom Wendt', {
          kind: 'plan.begun',
          body: { plan, job: 'accounts', steps, kinds, undoes: null, by: 'p1' },
          payload: { subject, reason: 'Passwort vergessen.' }
        })
      )
    expect(begun(27, { create: 24, changeClass: 3 }, '')).toBe(
      'Tom Wendt hat 27 Schritte begonnen: Konten anlegen (24), Klasse wechseln (3).'
    )
    expect(begun(1, { resetPassword: 1 }, 'Mia Muster')).toBe(
      'Tom Wendt: Passwort zurücksetzen – Mia Muster. Passwort vergessen.'
    )
  })

  it('says nothing where the content is not as its kind declares', () => {
    expect(sentenceOf(entry({ kind: 'case.decided', body: { outcome: 'vielleicht' } }))).toBe('')
  })

  it('has something to say about every kind and never throws', () => {
    for (const kind of statementKindNames) {
      expect(() => sentenceOf(entry({ kind, body: {} }))).not.toThrow()
      expect(() => fieldsOf(entry({ kind, body: { unknown: { deep: [1, null] } } }))).not.toThrow()
    }
  })
})

describe('fields of an entry', () => {
  it('puts people’s words in front and ids, keys and hashes aside', () => {
    const { content, technical } = fieldsOf(
      entry({
        kind: 'appointment.made',
        body: {
          appointment: caseId,
          person: 'p1',
          role: 'evaluator',
          deputy: false,
          from: '2026-08-01',
          until: null,
          keys: { sign: 'A'.repeat(43), seal: `${'B'.repeat(42)}A` }
        },
        payload: {
          names: { login: 'l.sommer', givenName: 'Lena', familyName: 'Sommer' },
          scope: 'WLAN'
        }
      })
    )
    expect(content).toEqual([
      { label: 'Person', values: ['Lena Sommer (l.sommer)'] },
      { label: 'Aufgabe', values: ['Auswertung'] },
      { label: 'Umfang', values: ['WLAN'] },
      { label: 'Von', values: ['01.08.2026'] },
      { label: 'Bis', values: ['bis auf Widerruf'] }
    ])
    expect(technical.map(({ label }) => label)).toEqual([
      'Benennung (Kennung)',
      'Konto der Person (Kennung)',
      'Schlüssel zum Unterschreiben',
      'Schlüssel zum Versiegeln'
    ])
  })

  it('keeps the names of the founding beside its keys', () => {
    const { content, technical } = fieldsOf(
      entry({
        kind: 'founding',
        body: {
          school: 'Gesamtschule Lindenhain',
          leadership: { person: 'p0', keys: { sign: 'A'.repeat(43), seal: `${'B'.repeat(42)}A` } },
          devices: ['d'.repeat(64)]
        },
        payload: { names: { login: 'r.hartwig', givenName: 'Renate', familyName: 'Hartwig' } }
      })
    )
    expect(content[0]).toEqual({ label: 'Person', values: ['Renate Hartwig (r.hartwig)'] })
    expect(technical).toContainEqual({
      label: 'Aufgenommene PCs (Fingerabdruck)',
      values: [Array(16).fill('dddd').join(' ')]
    })
  })

  it('leaves free text as it was written, also where it is a code word', () => {
    const { content } = fieldsOf(
      entry({ kind: 'case.withdrawn', body: { case: caseId }, payload: { reason: 'window' } })
    )
    expect(content).toEqual([{ label: 'Grund', values: ['window'] }])
  })
})

describe('findings of a check', () => {
  it('stand at their entry, and say once what several of them ask for', () => {
    const findings = findingsOf([
      { sequence: 9, code: 'missing' },
      { sequence: 7, code: 'wrongHash' },
      { sequence: 7, code: 'wrongSignature' },
      { sequence: 7, code: 'wrongHash' }
    ])
    expect(findings.map(({ sequence, problems }) => [sequence, problems.map(({ name }) => name)])).toEqual([
      [7, ['Prüfsumme falsch', 'Unterschrift ungültig']],
      [9, ['Eintrag fehlt']]
    ])
    expect(findings[0]?.remedies).toHaveLength(1)
  })

  it('have words in both languages for every code', () => {
    for (const language of ['de', 'en'] as const) {
      setLanguage(language)
      const { problems, remedies } = inWords(ledgerProblemCodes)
      expect(new Set(problems.map(({ name }) => name)).size).toBe(ledgerProblemCodes.length)
      for (const text of [...problems.map(({ meaning }) => meaning), ...remedies]) expect(text).toMatch(/\.$/)
    }
  })
})

describe('signature of an entry', () => {
  it('names the signer and the role, or the PC', () => {
    expect([signerName(entry({}).signer), signerRole(entry({}).signer)]).toEqual([
      'Renate Hartwig',
      'Schulleitung'
    ])
    expect(signerName(deviceEntry('', {}).signer)).toBe('PC „Verwaltung“')
    expect(signerName({ ...entry({}).signer, name: '' })).toBe('Person nicht mehr bekannt')
  })

  it('P21: says each finding once, in words', () => {
    expect(signatureWords({ problems: [] })).toBe('Unterschrift gültig')
    expect(signatureWords({ problems: ['chainBroken', 'fourEyesBroken', 'chainBroken'] })).toBe(
      'Nicht in Ordnung: Kette unterbrochen, Vier-Augen-Prinzip verletzt'
    )
  })
})
