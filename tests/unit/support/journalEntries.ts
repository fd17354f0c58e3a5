/** An entry of a made-up journal. */
export interface MadeEntry {
  /** Milliseconds since 1970 (UTC). */
  readonly time: number
  readonly message: string | Uint8Array
  readonly fields?: Readonly<Record<string, string>>
}

const boot = '0123456789abcdef0123456789abcdef'
const machine = 'fedcba9876543210fedcba9876543210'

/** The journal's export format. */
export function exportOf(entries: readonly MadeEntry[]): Buffer {
  const pieces: Buffer[] = []
  const [first] = entries
  for (const { time, message, fields = {} } of entries) {
    const lines = {
      __REALTIME_TIMESTAMP: `${time}000`,
      __MONOTONIC_TIMESTAMP: `${(time - (first?.time ?? 0) + 1) * 1000}`,
      ...{
        _BOOT_ID: boot,
        _MACHINE_ID: machine,
        _HOSTNAME: 'server',
        _TRANSPORT: 'syslog',
        _PID: '77',
        _UID: '0'
      },
      ...fields
    }
    pieces.push(
      Buffer.from(
        Object.entries(lines)
          .map(([name, value]) => `${name}=${value}\n`)
          .join('')
      ),
      valueOf('MESSAGE', message),
      Buffer.from('\n')
    )
  }
  return Buffer.concat(pieces)
}

/** With its length, so that it may hold anything. */
function valueOf(name: string, value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(bytes.length))
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from('\n')])
}
