/**
 * Text on a stream that may be gone: whoever reads our output (`| head`) may stop reading, and a plan that is being
 * carried out must not end for that.
 */
export class Output {
  private gone = false

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', () => (this.gone = true))
  }

  get isTerminal(): boolean {
    return this.stream.isTTY
  }

  /** Resolves when the text has been handed to the system: true, or false when nobody reads any more. */
  async write(text: string | Uint8Array): Promise<boolean> {
    if (this.gone || text.length === 0) return !this.gone
    return new Promise((resolve) => {
      this.stream.write(text, (error) => {
        if (error) this.gone = true
        resolve(!this.gone)
      })
    })
  }

  async line(text: string): Promise<boolean> {
    return this.write(`${text}\n`)
  }
}

/** Columns side by side; the last one is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}
