import { expect, it } from 'vitest'
import { footerOptions } from '../../../src-main/shell/pageFooter'

it('numbers only the pages that ask for it', () => {
  expect(footerOptions('<html><head></head></html>')).toEqual({})
  const { displayHeaderFooter, footerTemplate } = footerOptions(
    '<meta name="page-footer" content="Fall 1\nJournal 2: 3f5a" />'
  )
  expect(displayHeaderFooter).toBe(true)
  expect(footerTemplate).toContain('Fall 1\nJournal 2: 3f5a')
  expect(footerTemplate).toContain('class="totalPages"')
})

it('lets no markup into the foot', () => {
  const { footerTemplate } = footerOptions('<meta name="page-footer" content="<img src=x> &quot;&lt;b" />')
  expect(footerTemplate).toContain('&lt;img src=x> &quot;&lt;b')
})
