/**
 * A password as `unicodePwd` wants it: in quotation marks, UTF-16, little-endian, without a byte order mark
 * ([MS-ADTS] 3.1.1.3.1.5). The server takes it over an encrypted connection only.
 */
export function encodePassword(password: string): Buffer {
  return Buffer.from(`"${password}"`, 'utf16le')
}
