import { execFile } from 'node:child_process'

export interface ToolRun {
  /** 0: done. */
  readonly code: number
  readonly output: string
}

/** Runs one of OpenLDAP's command line tools with a simple bind. */
export function runTool(url: string, tool: string, options: readonly string[], input = ''): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = execFile(tool, ['-x', '-H', url, ...options], (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0
      resolve({ code, output: stdout + stderr })
    })
    child.stdin?.end(input)
  })
}
