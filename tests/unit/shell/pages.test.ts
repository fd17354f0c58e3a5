import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPage } from '../../../src-main/shell/pages'

const folder = join(sep, 'app', 'out', 'renderer')

describe('the pages that app:// serves', () => {
  it('finds the start page and what belongs to it', () => {
    expect(findPage(folder, 'app://netzwart/')).toEqual({
      file: join(folder, 'index.html'),
      mediaType: 'text/html; charset=utf-8'
    })
    expect(findPage(folder, 'app://netzwart/assets/index-Ab1.js?v=1#x')).toEqual({
      file: join(folder, 'assets', 'index-Ab1.js'),
      mediaType: 'text/javascript; charset=utf-8'
    })
    expect(findPage(folder, 'app://netzwart/assets/inter.woff2')?.mediaType).toBe('font/woff2')
  })

  it.each([
    ['another host', 'app://other/index.html'],
    ['another scheme', 'file:///index.html'],
    ['an unknown kind of file', 'app://netzwart/index.js.map'],
    ['a way out', 'app://netzwart/..%2f..%2fpackage.json'],
    ['a way out on Windows', 'app://netzwart/..%5c..%5cpackage.json'],
    ['a drive', 'app://netzwart/C:/secret.html'],
    ['a neighbour whose name begins alike', 'app://netzwart/..%2frenderer-other%2findex.html'],
    ['a NUL', 'app://netzwart/index.html%00.css'],
    ['broken escapes', 'app://netzwart/%E0%A4%A.html'],
    ['no address', 'index.html']
  ])('serves nothing for %s', (_name, address) => {
    expect(findPage(folder, address)).toBeNull()
  })

  it('never leaves the folder, whatever the path', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', '%00', 'C:', '%252e', 'a.html'),
      fc.string({ maxLength: 8 })
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const page = findPage(folder, `app://netzwart/${parts.join('/')}.html`)
        expect(page === null || page.file.startsWith(folder + sep)).toBe(true)
        expect(page?.file.split(sep) ?? []).not.toContain('..')
      })
    )
  })
})
