import { expect, it } from 'vitest'
import { moveActive } from '../../../../src-renderer/shared/parts/rows'

it('moves through the rows by keyboard and stops at both ends', () => {
  expect(moveActive('ArrowDown', 0, 10, 4)).toBe(1)
  expect(moveActive('ArrowUp', 0, 10, 4)).toBe(0)
  expect(moveActive('PageDown', 8, 10, 4)).toBe(9)
  expect(moveActive('PageUp', 8, 10, 4)).toBe(4)
  expect(moveActive('Home', 8, 10, 4)).toBe(0)
  expect(moveActive('End', 0, 10, 4)).toBe(9)
  expect(moveActive('End', 0, 0, 4)).toBe(0)
  expect(moveActive('a', 3, 10, 4)).toBeNull()
})
