import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../../src-main/jobs/evaluations/rules/folding'
import { many, one, patternTest, readPattern } from '../../../../../src-main/jobs/evaluations/rules/patterns'
import { neededText, regexTest } from '../../../../../src-main/jobs/evaluations/rules/regex'
import { anyOf, containsAny } from '../../../../../src-main/jobs/evaluations/rules/texts'
import { lineMeets, meets } from './support'

describe('values (Sigma Rules Specification 2.0.0)', () => {
  it.each([
    ["f: 'C:\\Windows'", 'c:\\WINDOWS', true],
    ["f: 'a*c'", 'abbbc', true],
    ["f: 'a?c'", 'abc', true],
    ["f: 'a?c'", 'ac', false],
    ["f: 'a?c'", 'a😀c', true],
    ["f: 'a\\*c'", 'a*c', true],
    ["f: 'a\\*c'", 'abc', false],
    ["f: 'a\\\\*'", 'a\\b', true],
    ["f: 'a\\\\\\*'", 'a\\*', true],
    ["f: 'a\\\\\\*'", 'a\\b', false],
    ["f: 'a\\\\\\\\b'", 'a\\\\b', true],
    ["f: 'a\\b'", 'a\\b', true],
    ['f: [x, y]', 'Y', true],
    ['f: 407', '407', true],
    ['f: 407', 407, true],
    ['f: 407', '0407', false],
    ['f: true', 'TRUE', true],
    ["f: ''", '', true],
    ["f: ''", ' ', false],
    ['f: null', null, true],
    ['f: null', '', false],
    ['f: [null, x]', 'x', true],
    ['f: x', ['a', 'x'], true],
    ['f|all: [x, y]', ['y', 'x'], true],
    ['f|all: [x, y]', ['y', 'z'], false],
    ['f|contains: b', 'aBc', true],
    ['f|contains|all: [a, c]', 'abc', true],
    ['f|contains|all: [a, d]', 'abc', false],
    ['f|startswith: A', 'abc', true],
    ['f|endswith: C', 'abc', true],
    ['f|endswith: C', 'abcd', false],
    ['f|cased: Abc', 'abc', false],
    ['f|contains|cased: B', 'aBc', true],
    ["f|re: '^a.c$'", 'abc', true],
    ["f|re: '^a.c$'", 'ABC', false],
    ["f|re|i: '^a.c$'", 'ABC', true],
    ["f|re: 'a.c'", 'a\nc', false],
    ["f|re|s: 'a.c'", 'a\nc', true],
    ["f|re|m: '^c$'", 'a\nc', true],
    ["f|cidr: '10.0.0.0/8'", '10.255.0.1', true],
    ["f|cidr: '10.0.0.0/8'", '11.0.0.1', false],
    ["f|cidr: '10.0.0.0/8'", '10.0.0.1.example', false],
    ["f|cidr: ['2001:db8::/32']", '2001:DB8:1::7', true],
    ["f|cidr: ['2001:db8::/32']", '2001:db9::', false],
    ["f|cidr: 'fe80::/10'", 'fe80::1%eth0', false],
    ["f|cidr: '10.1.0.0/16'", '::ffff:10.1.2.3', true],
    ['f|gt: 5', '6', true],
    ['f|gt: 5', '5', false],
    ['f|gte: 5', 5, true],
    ['f|lt: 5', '-1.5', true],
    ['f|lte: 5', 'five', false],
    ['f|lt: 5', '', false],
    ['f|exists: true', '', true],
    ['f|exists: false', '', false],
    ["f|windash|contains: ' -enc '", 'powershell /ENC x', true],
    ["f|windash|contains: ' -enc '", 'powershell ―enc x', true],
    ["f|contains|windash: ' -enc '", 'powershell –enc x', true],
    ["f|windash: 'at-home'", 'at/home', false],
    ['f|base64: secret', 'c2VjcmV0', true],
    ['f|wide|base64offset|contains: ping', Buffer.from('xx ping', 'utf16le').toString('base64'), true],
    ['f|utf16be|base64: hi', 'AGgAaQ==', true],
    ['f|utf16|base64: hi', '//5oAGkA', true]
  ])('%s meets %s: %s', (line, value, expected) => {
    expect(lineMeets(line, value)).toBe(expected)
  })

  it('an absent field meets null and exists: false, and nothing else', () => {
    const absent = (line: string): boolean => meets(`s:\n    ${line}\ncondition: s`, { other: 'x' })
    expect(absent('f: null')).toBe(true)
    expect(absent('f|exists: false')).toBe(true)
    expect(absent("f: ''")).toBe(false)
    expect(absent("f: '*'")).toBe(false)
    expect(absent('f|lt: 5')).toBe(false)
  })

  it('base64offset finds a text at every place of an encoded one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, after) => {
        const encoded = Buffer.from(`${before}geheim${after}`).toString('base64')
        expect(lineMeets('f|base64offset|contains: geheim', encoded)).toBe(true)
      })
    )
  })

  it('another field', () => {
    const both = (line: string, f: string, g: string): boolean =>
      meets(`s:\n    ${line}\ncondition: s`, { f, g })
    expect(both('f|fieldref: g', 'Otto', 'otto')).toBe(true)
    expect(both('f|fieldref|cased: g', 'Otto', 'otto')).toBe(false)
    expect(both('f|fieldref|endswith: g', 'user=otto', 'otto')).toBe(true)
    expect(both('f|fieldref|startswith: g', 'user=otto', 'otto')).toBe(false)
  })

  it('lists behind placeholders, with wildcards of their entries and escapes of the rule', () => {
    const further =
      "netzwart:\n    title: { de: x, en: x }\n    description: { de: x, en: x }\n    policy: [P17]\n    innocent: [{ de: x, en: x }]\n    lists: { programs: ['calc.exe', 'note*.exe'] }"
    const listed = (line: string, f: string): boolean =>
      meets(`s:\n    ${line}\ncondition: s`, { f }, further)
    expect(listed("f|endswith|expand: '\\\\%programs%'", 'C:\\Windows\\NOTEPAD.EXE')).toBe(true)
    expect(listed("f|endswith|expand: '\\\\%programs%'", 'C:\\Windows\\xnotepad.exe')).toBe(false)
    expect(listed("f|expand: '\\%programs%'", '%programs%')).toBe(true)
    expect(listed("f: '%programs%'", '%programs%')).toBe(true)
  })

  it('keywords are looked for everywhere in the entry', () => {
    const found = (detection: string): boolean =>
      meets(`${detection}\ncondition: k`, { a: 'Evil Service', b: 'x' })
    expect(found('k: [evil]')).toBe(true)
    expect(found("k: ['ev*vice', other]")).toBe(true)
    expect(found("k:\n    '|all': [evil, x]")).toBe(true)
    expect(found("k:\n    '|all': [evil, absent]")).toBe(false)
  })
})

describe('conditions', () => {
  const selections = 'a1: { a: 1 }\na2: { b: 1 }\n_c: { c: 1 }\n'
  it.each([
    ['a1 and a2', { a: '1' }, false],
    ['a1 or a2', { a: '1' }, true],
    ['not a1', { a: '1' }, false],
    ['not not a1', { a: '1' }, true],
    ['a1 or a2 and _c', { a: '1' }, true],
    ['(a1 or a2) and _c', { a: '1' }, false],
    ['not a1 and a2', { b: '1' }, true],
    ['not (a1 and a2)', { b: '1' }, true],
    ['1 of a*', { b: '1' }, true],
    ['all of a*', { b: '1' }, false],
    ['all of a*', { a: '1', b: '1' }, true],
    ['1 of them', { c: '1' }, false],
    ['all of them', { a: '1', b: '1' }, true],
    ['1 of *c', { c: '1' }, true],
    ['a1 AND NOT a2', { a: '1' }, true]
  ])('%s', (condition, fields, expected) => {
    expect(meets(`${selections}condition: ${condition}`, fields)).toBe(expected)
  })
})

describe('folding', () => {
  it.each([
    ['MÜLLER', 'müller'],
    ['mu\u0308ller', 'müller'],
    ['ΟΔΟΣ', 'οδος'],
    ['ſtra\u00dfe', 'stra\u1e9ee'],
    ['\u212Aelvin', 'kelvin']
  ])('%s is %s', (left, right) => {
    expect(fold(left)).toBe(fold(right))
  })

  it('does not make one name of two', () => {
    expect(fold('weiß')).not.toBe(fold('weiss'))
    expect(fold('İ')).not.toBe(fold('i'))
  })
})

const letters = fc.constantFrom('a', 'b', 'ab', '😀', 'ß')
const words = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''))

describe('fast ways find what plain ways find', () => {
  it('patterns', () => {
    const part = fc.oneof(letters, fc.constant('*'), fc.constant('?'))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), words, (parts, text) => {
        const pattern = readPattern(parts.join(''))
        const source = pattern.map((piece) => (piece === one ? '.' : piece === many ? '.*' : piece)).join('')
        expect(patternTest(pattern)(text)).toBe(new RegExp(`^${source}$`, 'su').test(text))
        expect(anyOf([pattern, readPattern('never')])(text)).toBe(patternTest(pattern)(text))
      }),
      { numRuns: 1000 }
    )
  })

  it('many texts at once', () => {
    const texts = fc.array(
      words.filter((word) => word !== ''),
      { minLength: 6, maxLength: 20 }
    )
    fc.assert(
      fc.property(texts, words, words, (parts, before, after) => {
        const text = before + after
        expect(containsAny(parts)(text)).toBe(parts.some((word) => text.includes(word)))
      }),
      { numRuns: 1000 }
    )
  })

  it('regular expressions behind a search for what they need', () => {
    const piece = fc.constantFrom(
      'abc',
      'abcd?',
      'a+',
      'b*c',
      '(abc|d)',
      '[a-c]x',
      '.',
      'ABC',
      '\\.abc',
      'abc{2}',
      'x|abc',
      '(?i)abc',
      '\\d',
      '$',
      'k',
      'ſs'
    )
    const text = fc.array(
      fc.constantFrom('abc', 'ABC', 'abcd', '.', 'x', 'c', 'aa', '\u212A', 'ſ', 'e\u0301', '1'),
      { maxLength: 8 }
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        text,
        fc.boolean(),
        (pieces, parts, insensitive) => {
          const pattern = pieces.join('')
          const searched = parts.join('')
          const wanted = RE2JS.compile(pattern, insensitive ? RE2JS.CASE_INSENSITIVE : 0).test(searched)
          const test = regexTest({ pattern, insensitive, multiline: false, dotAll: false })
          expect(test(searched, fold(searched))).toBe(wanted)
        }
      ),
      { numRuns: 1000 }
    )
  })

  it.each([
    ['^https?://[^/]+\\.onion/', '.onion/'],
    ['(foo|bar)secret+', 'secret'],
    ['foo|bar', null],
    ['[abc]+', null],
    ['\\x41bcdef', null],
    ['(?i)abcdef', null]
  ])('%s needs %s', (pattern, needed) => {
    expect(neededText(pattern)).toBe(needed)
  })
})

describe('time grows with the text, not with its square', () => {
  const long = `${'a'.repeat(200_000)}b`
  it.each([
    ["f: '*a*a*a*a*a*c'"],
    ["f|contains: ['a?a?a?a?c', 'aaaaaaaaac']"],
    ['f|contains: [aac, aaac, aaaac, aaaaac, aaaaaac, aaaaaaac, aaaaaaaac]'],
    ["f|re: '(a*)*c'"],
    ["f|re|i: '(a|aa)+$'"]
  ])('%s', (line) => {
    const started = performance.now()
    expect(lineMeets(line, long)).toBe(false)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
