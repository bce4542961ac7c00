#!/usr/bin/env node
import { run } from '../out/main/cli.js'
process.exitCode = await run(process.argv.slice(2))
