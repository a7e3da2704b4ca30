// Reads an export on standard input with a reader that is not ours and writes what it understood as JSON: citations as
// CSL-JSON (Citation.js), CSV as rows (csv-parse).
// node read.mjs bibtex|ris|csl|csv < FILE
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'

const types = { bibtex: '@biblatex/text', ris: '@ris/file', csl: '@else/json' }
const text = readFileSync(0, 'utf8')
const format = process.argv[2]
const items = format === 'csv'
  ? parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
  : plugins.input.chain(text, { forceType: types[format], generateGraph: false })
process.stdout.write(JSON.stringify(items))
