import { expect, it } from 'vitest'
import { JointQuestion } from '../../../../../src-main/world/directory/ldap/jointQuestion'

function setUp(mostAtOnce: number) {
  const asked: number[][] = []
  const waiting: (() => void)[] = []
  const joint = new JointQuestion<number, string>(mostAtOnce, async (questions) => {
    asked.push([...questions])
    const turn = asked.length
    await new Promise<void>((resolve) => waiting.push(resolve))
    return (question) => `${question} in ${turn}`
  })
  const answer = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
    waiting.shift()?.()
  }
  return { asked, answer, joint }
}

it('what is asked at the same time is one request, and what is asked meanwhile is the next one', async () => {
  const { asked, answer, joint } = setUp(10)
  const first = [joint.ask(1), joint.ask(2)]
  await new Promise((resolve) => setImmediate(resolve))
  // The request is under way: what it will find may have been true before this question.
  const later = [joint.ask(3), joint.ask(4)]
  await answer()
  expect(await Promise.all(first)).toEqual(['1 in 1', '2 in 1'])
  await answer()
  expect(await Promise.all(later)).toEqual(['3 in 2', '4 in 2'])
  const again = joint.ask(5)
  await answer()
  expect(await again).toBe('5 in 3')
  expect(asked).toEqual([[1, 2], [3, 4], [5]])
})

it('no request is larger than the server likes it', async () => {
  const { asked, answer, joint } = setUp(2)
  const answers = [1, 2, 3, 4, 5].map((question) => joint.ask(question))
  for (let turn = 0; turn < 3; turn++) await answer()
  await Promise.all(answers)
  expect(asked).toEqual([[1, 2], [3, 4], [5]])
})
