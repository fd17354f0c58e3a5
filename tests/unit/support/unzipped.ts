import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** The files of a ZIP archive, by name; whoever is damaged is thrown. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) =>
      error === null ? resolve(opened) : reject(error)
    )
  })
  const files = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(files))
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null) {
          reject(error)
          return
        }
        const pieces: Buffer[] = []
        stream.on('error', reject)
        stream.on('data', (piece: Buffer) => void pieces.push(piece))
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(pieces))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
}
