import { nothing, type LogFormat } from './format'

/** Counts lines of which nobody knows what they say. It is no format that is chosen. */
export const unknownFormat: LogFormat = {
  name: 'unknown',
  selfDelimiting: true,
  open: (sink) => ({
    line: (_, offset) => sink.rejected('formatUnknown', offset, 1),
    end: nothing,
    forget: nothing
  })
}
