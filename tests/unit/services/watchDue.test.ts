import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchDue, type DueWatch } from '../../../src-main/services/watchDue'

let looks = 0
let watch: DueWatch

beforeEach(() => {
  vi.useFakeTimers()
  looks = 0
  watch = watchDue(
    async () => {
      looks += 1
    },
    (error) => {
      throw error
    }
  )
})

afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

it('looks soon after a case file was opened, however late that is', async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  expect(looks).toBe(0)
  watch.soon()
  await vi.advanceTimersByTimeAsync(11_000)
  expect(looks).toBe(1)
})

it('looks once where one is opened and filled right after it', async () => {
  watch.soon()
  await vi.advanceTimersByTimeAsync(5_000)
  watch.soon()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(looks).toBe(1)
})

it('looks every ten minutes, and no more once it is over', async () => {
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(looks).toBe(2)
  watch.soon()
  watch.stop()
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(looks).toBe(2)
})
