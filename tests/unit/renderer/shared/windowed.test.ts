import { describe, expect, it } from 'vitest'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import { pageSize, pagesOf, useWindowedRows, type RowPage } from '../../../../src-renderer/shared/windowed'

/** Answers each request only when the test says so. */
function controlled(total: number) {
  const requests: { offset: number; answer: (result?: Result<RowPage<string>>) => void }[] = []
  const fetchPage = (offset: number, limit: number): Promise<Result<RowPage<string>>> =>
    new Promise((resolve) => {
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) =>
        String(offset + index)
      )
      requests.push({
        offset,
        answer: (result = succeed({ total, rows })) => {
          resolve(result)
        }
      })
    })
  return { requests, fetchPage }
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

describe('a long list of which only the visible part is fetched', () => {
  it('knows the pages that a stretch of rows lies on', () => {
    expect(pagesOf(0, 0)).toEqual([0])
    expect(pagesOf(pageSize - 1, pageSize)).toEqual([0, 1])
    expect(pagesOf(3 * pageSize, 3 * pageSize + 10)).toEqual([3])
  })

  it('fetches what scrolls into view, once', async () => {
    const { requests, fetchPage } = controlled(1000)
    const list = useWindowedRows(fetchPage)
    const loaded = list.reload()
    requests[0]?.answer()
    await loaded
    expect(list.rowAt(5)).toBe('5')
    expect(list.rowAt(pageSize)).toBeUndefined()
    list.show(pageSize - 5, pageSize + 5)
    list.show(pageSize - 4, pageSize + 6)
    expect(requests.map(({ offset }) => offset)).toEqual([0, pageSize])
    requests[1]?.answer()
    await settled()
    expect(list.rowAt(pageSize)).toBe(String(pageSize))
  })

  it('drops an answer that a newer question has overtaken', async () => {
    const { requests, fetchPage } = controlled(3)
    const list = useWindowedRows(fetchPage)
    const first = list.reload()
    const second = list.reload()
    requests[1]?.answer(succeed({ total: 1, rows: ['new'] }))
    await second
    requests[0]?.answer(succeed({ total: 1, rows: ['old'] }))
    await first
    expect(list.rowAt(0)).toBe('new')
    expect(list.loading.value).toBe(false)
  })

  it('keeps the old rows while new ones are under way, and says what failed', async () => {
    const { requests, fetchPage } = controlled(3)
    const list = useWindowedRows(fetchPage)
    const first = list.reload()
    requests[0]?.answer()
    await first
    const second = list.reload()
    expect(list.rowAt(0)).toBe('0')
    requests[1]?.answer(fail('directory.timeout'))
    await second
    expect(list.failure.value).toEqual({ code: 'directory.timeout', parameters: {} })
    expect(list.rowAt(0)).toBe('0')
  })
})
