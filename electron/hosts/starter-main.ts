import { makeStarter } from './make-starter'

await makeStarter((line) => process.stdout.write(`${line}\n`))
