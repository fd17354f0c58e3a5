/** One line of the table: our work beside the peer's, measured in the same run. */
export interface Row {
  readonly work: string
  /** What we compare with, and its seconds (or megabytes); null: the bar is absolute. */
  readonly peer: { readonly name: string; readonly seconds: number; readonly unit?: 'MB' } | null
  readonly own: number
  readonly unit: 's' | 'ms' | 'MB' | 'steps'
  /** What is compared with the bar: the ratio where there is a peer, else `own`. */
  readonly value: number
  readonly bar: number
  readonly remarks: string
}

export type Measure = () => Promise<readonly Row[]>

export function againstPeer(
  work: string,
  peer: { name: string; seconds: number },
  own: number,
  bar: number,
  remarks = ''
): Row {
  return { work, peer, own, unit: 's', value: own / peer.seconds, bar, remarks }
}

/** Seconds that some work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Shortest, middle and longest of several measurements (seconds), in words. */
export function spread(values: readonly number[]): string {
  const parts = [Math.min(...values), median(values), Math.max(...values)]
  return parts.map((value) => value.toFixed(2)).join(' / ') + ' s'
}

export function print(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.work,
    row.peer === null ? '' : `${row.peer.name} ${row.peer.seconds.toFixed(2)} ${row.peer.unit ?? 's'}`,
    `${row.own.toFixed(row.unit === 'steps' ? 0 : 2)} ${row.unit}`,
    row.peer === null ? '' : `${row.value.toFixed(3)} x`,
    row.unit === 'steps' ? String(row.bar) : `<= ${row.bar}${row.peer === null ? ` ${row.unit}` : ' x'}`,
    row.value <= row.bar ? 'met' : 'MISSED',
    row.remarks
  ])
  const lines = [['work', 'peer', 'Netzwart', 'ratio', 'bar', '', 'remarks'], ...cells]
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`
    )
  }
}
