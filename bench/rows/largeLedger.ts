import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ParsedInput } from '../../src-main/contract/operations'
import { own, startComputer, startSchool } from '../../tests/integration/caseFile/sharedSchool'
import { makeLedger } from '../support/madeLedger'
import { median, seconds, type Row } from '../support/row'
import { must } from '../support/school'

const statements = 100_000
const fewStatements = 200
const rounds = 5
const everything: ParsedInput<'ledger.query'> = {
  ...{ text: '', kinds: [], subject: null, person: null, from: null, until: null },
  ...{ offset: 0, limit: 100 }
}

/** Reading a large journal: what each question takes, and the longest that main answered nothing meanwhile. */
export async function readLargeLedger(): Promise<readonly Row[]> {
  const school = await startSchool()
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  const fewFolder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  await makeLedger(school, fewFolder, fewStatements)
  await makeLedger(school, folder, statements)
  const memory = memoryRows(folder, fewFolder)
  const work = `journal of ${statements.toLocaleString('en')}`
  // Another way of opening is another version, whose checkpoint does not count.
  await (await startComputer(school, { folder })).close()
  const opening = watchMain()
  const computer = await startComputer(school, { folder })
  const heldInOpening = await opening()
  try {
    if (computer.services.caseFile()?.ledger.checking == null)
      throw new Error('the ledger was not opened from a checkpoint')
    const { handlers } = computer.services
    must(await handlers['session.signIn']({ login: 'netz', password: own }))
    const ask = (of: Partial<typeof everything>) => async () =>
      void must(await handlers['ledger.query']({ ...everything, ...of }))
    // What can be looked for is prepared when the journal is opened.
    await ask({})()
    await ask({ text: 'muster' })()
    const questions: Readonly<Record<string, () => Promise<void>>> = {
      'first page': ask({}),
      'last page': ask({ offset: statements - 100 }),
      'filter by kind and day': ask({ kinds: ['case.decided'], from: '2026-01-01' }),
      'filter by person': ask({ person: 'predecessor' }),
      search: ask({ text: 'muster-77 frueher' }),
      'list of plans': async () =>
        void must(await handlers['plans.query']({ text: '', offset: 0, limit: 200 }))
    }
    const rows: Row[] = [
      ...memory,
      row(`${work}: opening from a checkpoint, main held up`, heldInOpening, 50, 'once')
    ]
    for (const [name, question] of Object.entries(questions)) {
      const spent: number[] = []
      const held: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const watch = watchMain()
        spent.push((await seconds(question)) * 1000)
        held.push(await watch())
      }
      rows.push(
        row(`${work}: ${name}`, median(spent), 100, ''),
        row(`${work}: ${name}, main held up`, median(held), 50, 'at most')
      )
    }
    return rows
  } finally {
    await computer.close()
    await school.stop()
    for (const one of [folder, fewFolder]) await rm(one, { recursive: true, force: true })
  }
}

/** What the app needs for itself with a long ledger open, against a short one; the median of several processes. */
function memoryRows(large: string, small: string): readonly Row[] {
  type Needs = Readonly<Record<'opened' | 'searched', { readonly process: number; readonly used: number }>>
  const needs = (folder: string): Needs => {
    const program = join(import.meta.dirname, '../support/memoryProgram.ts')
    const words = ['--expose-gc', '--import', 'tsx', program, folder]
    return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Needs
  }
  const measured = Array.from({ length: 3 }, () => ({ large: needs(large), small: needs(small) }))
  return (['opened', 'searched'] as const).map((when): Row => {
    const megabytes = (of: 'large' | 'small', what: 'process' | 'used'): number =>
      median(measured.map((one) => one[of][when][what])) / 1_048_576
    const [own, few] = [megabytes('large', 'process'), megabytes('small', 'process')]
    return {
      work: `memory with ${statements.toLocaleString('en')} statements ${when}`,
      peer: { name: `${fewStatements} statements`, seconds: few, unit: 'MB' },
      own,
      unit: 'MB',
      value: own / few,
      bar: 1.5,
      remarks: `in use ${megabytes('large', 'used').toFixed(0)} against ${megabytes('small', 'used').toFixed(0)} MB`
    }
  })
}

function row(work: string, own: number, bar: number, remarks: string): Row {
  return { work, peer: null, own, unit: 'ms', value: own, bar, remarks }
}

/** The answer ends watching and says the longest stretch (milliseconds) in which no timer had its turn. */
function watchMain(): () => Promise<number> {
  const step = 2
  let last = performance.now()
  let longest = 0
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last - step)
    last = now
  }
  const timer = setInterval(look, step)
  return async () => {
    await new Promise((done) => setTimeout(done, step))
    look()
    clearInterval(timer)
    return longest
  }
}
